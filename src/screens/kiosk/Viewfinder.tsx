// Where the camera shows what it sees: as large as its place, in a frame that says where to hold the code. What there is
// to say about it stands within the same frame, at its foot, so that nobody has to look elsewhere.

import CameraIcon from 'lucide-solid/icons/camera';
import CameraOff from 'lucide-solid/icons/camera-off';
import { children, type JSX, Match, Show, Switch } from 'solid-js';
import { scanText as text } from '../../i18n/scan';
import { type Meaning, MeaningShape } from '../../ui/MeaningShape';
import styles from './Viewfinder.module.css';

export function Viewfinder(props: {
  readonly state: 'off' | 'asking' | 'looking' | 'trouble';
  /** What was made of a code that it saw, in place of the camera's own words. */
  readonly answer?: JSX.Element;
  /** The colour of the frame, with the answer. */
  readonly meaning?: Meaning | undefined;
  readonly ref: (place: HTMLElement) => void;
}) {
  const answer = children(() => props.answer);
  return (
    <div class={styles.box} data-state={props.state} data-meaning={props.meaning}>
      <div class={styles.view} role="img" aria-label={text.viewfinder}>
        {/* The camera draws here, and nobody else. */}
        <div ref={props.ref} class={styles.place} />
        <div class={styles.frame} aria-hidden="true">
          <span />
          <span />
          <span />
          <span />
          <Show when={props.meaning === 'done'}>
            <MeaningShape kind="done" />
          </Show>
        </div>
        <div class={styles.waiting} data-shown={props.state === 'looking' ? undefined : ''}>
          <Show when={props.state === 'trouble'} fallback={<CameraIcon />}>
            <CameraOff />
          </Show>
        </div>
      </div>
      <div class={styles.word} role="status">
        <Switch>
          <Match when={answer()}>{answer()}</Match>
          <Match when={props.state === 'asking'}>
            <p>{text.asking}</p>
            <p>{text.askingHint}</p>
          </Match>
          <Match when={props.state === 'looking'}>
            <p>{text.looking}</p>
          </Match>
        </Switch>
      </div>
    </div>
  );
}
