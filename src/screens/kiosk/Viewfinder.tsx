// Where the camera shows what it sees: as large as its place, in a frame that says where to hold the code, with a word
// on how it stands.

import CameraIcon from 'lucide-solid/icons/camera';
import CameraOff from 'lucide-solid/icons/camera-off';
import { Match, Show, Switch } from 'solid-js';
import { scanText as text } from '../../i18n/activation';
import { Spinner } from '../../ui/Spinner';
import styles from './Viewfinder.module.css';

export function Viewfinder(props: {
  readonly state: 'off' | 'asking' | 'looking' | 'found' | 'trouble';
  readonly ref: (place: HTMLElement) => void;
}) {
  const isLive = () => props.state === 'looking' || props.state === 'found';
  return (
    <div class={styles.holder}>
      <div class={styles.view} data-state={props.state} role="img" aria-label={text.viewfinder}>
        {/* The camera draws here, and nobody else. */}
        <div ref={props.ref} class={styles.place} />
        <div class={styles.frame} aria-hidden="true">
          <span />
          <span />
          <span />
          <span />
        </div>
        <div class={styles.waiting} data-shown={isLive() ? undefined : ''}>
          <Show when={props.state === 'trouble'} fallback={<CameraIcon />}>
            <CameraOff />
          </Show>
        </div>
      </div>
      <div class={styles.word}>
        <Switch fallback={<p role="status">{props.state === 'looking' ? text.looking : ''}</p>}>
          <Match when={props.state === 'asking'}>
            <Spinner label={text.asking} />
            <p>{text.askingHint}</p>
          </Match>
          <Match when={props.state === 'found'}>
            <Spinner label={text.found} />
          </Match>
        </Switch>
      </div>
    </div>
  );
}
