// Twenty seconds before the area locks by itself, it asks; any touch is an answer.

import { createEffect, createSignal, onCleanup, Show } from 'solid-js';
import { managerText } from '../../i18n/manager';
import { createManagerIdleLock } from '../../reactive/createManagerArea';
import { createNow } from '../../reactive/createNow';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import styles from './IdleWarning.module.css';

const text = managerText.idle;

/** The touch that answers must end on the warning, and not press what lies below it. */
const REST_OF_A_TOUCH = 400;

export function IdleWarning(props: { readonly onLock: () => void }) {
  const idle = createManagerIdleLock(() => props.onLock());
  const [shownUntil, setShownUntil] = createSignal<number>();
  const hide = () => setShownUntil(undefined);
  createEffect(() => {
    const locksAt = idle.resetsAt();
    if (locksAt !== undefined) {
      setShownUntil(locksAt);
      return;
    }
    const timer = setTimeout(hide, REST_OF_A_TOUCH);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <Dialog
      open={shownUntil() !== undefined}
      title={text.title}
      closeWord={managerText.close}
      onClose={hide}
      actions={
        <Button variant="primary" onPress={hide}>
          {text.stay}
        </Button>
      }
    >
      <p role="alert">{text.text}</p>
      <Show when={shownUntil()}>{(at) => <Countdown until={at()} />}</Show>
    </Dialog>
  );
}

/** Seen, not announced: a voice that counts is in the way. */
function Countdown(props: { readonly until: number }) {
  const now = createNow();
  return (
    <p class={styles.left} role="timer" aria-live="off">
      {text.left(Math.max(0, Math.ceil((props.until - now()) / 1000)))}
    </p>
  );
}
