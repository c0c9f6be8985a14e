// A sentence that matters now: it went well, something must be waited for, something is wrong. Shape, word and colour
// say the same thing, so that any one of them is enough.

import { type JSX, Show } from 'solid-js';
import { MeaningShape } from './MeaningShape';
import styles from './Notice.module.css';

export interface NoticeProps {
  readonly kind: 'info' | 'done' | 'wait' | 'danger';
  /** The word or short sentence that carries it. */
  readonly title: string;
  readonly children?: JSX.Element;
  readonly actions?: JSX.Element;
  /** How it is announced; by itself `alert` for danger and `status` for the rest. `off` for what stood there all along. */
  readonly announce?: 'status' | 'alert' | 'off' | undefined;
  readonly size?: 'normal' | 'kiosk' | undefined;
}

/** A message in the flow of the page. */
export function Notice(props: NoticeProps) {
  const role = () => {
    const announce = props.announce ?? (props.kind === 'danger' ? 'alert' : 'status');
    return announce === 'off' ? undefined : announce;
  };
  return (
    <div class={styles.notice} data-kind={props.kind} data-size={props.size ?? 'normal'} role={role()}>
      <MeaningShape kind={props.kind} />
      <div class={styles.words}>
        <p class={styles.title}>{props.title}</p>
        <Show when={props.children}>{(more) => <div class={styles.more}>{more()}</div>}</Show>
        <Show when={props.actions}>{(actions) => <div class={styles.actions}>{actions()}</div>}</Show>
      </div>
    </div>
  );
}
