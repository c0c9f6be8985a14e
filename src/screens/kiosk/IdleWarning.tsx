// "Are you still there?": twenty seconds in which one touch anywhere goes on as if nothing had been.

import { createEffect, createSignal, onCleanup, Show, untrack } from 'solid-js';
import { showNumber } from '../../i18n/format';
import { idleText as text } from '../../i18n/welcome';
import { useApp } from '../../reactive/AppContext';
import { KIOSK_WARNING_TIME } from '../../reactive/createKioskIdle';
import { createNow } from '../../reactive/createNow';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import styles from './IdleWarning.module.css';

/** The touch that goes on must end on the warning, and not press what is below it. */
const REST_OF_A_TOUCH = 400;

/** `resetsAt` in ms since 1970 while the warning is due. */
export default function IdleWarning(props: { readonly resetsAt: number | undefined }) {
  const app = useApp();
  const [shownUntil, setShownUntil] = createSignal(untrack(() => props.resetsAt));
  createEffect(() => {
    const resetsAt = props.resetsAt;
    if (resetsAt !== undefined) {
      setShownUntil(resetsAt);
      return;
    }
    const until = untrack(shownUntil);
    if (until === undefined) return;
    // Not taken back but run out: the next screen has the focus now, and nothing to be swallowed.
    if (app.now() >= until) {
      setShownUntil(undefined);
      return;
    }
    const timer = setTimeout(() => setShownUntil(undefined), REST_OF_A_TOUCH);
    onCleanup(() => clearTimeout(timer));
  });
  const Countdown = (count: { readonly until: number }) => {
    const now = createNow();
    const seconds = () => Math.max(0, Math.ceil((count.until - Math.max(now(), app.now())) / 1_000));
    return (
      <p class={styles.countdown} role="timer" aria-live="off">
        {text.countdown(showNumber(seconds()))}
      </p>
    );
  };
  return (
    <Dialog
      open={shownUntil() !== undefined}
      title={text.title}
      closeWord={text.close}
      onClose={() => setShownUntil(undefined)}
      actions={
        <Button variant="primary" size="kiosk" wide onPress={() => setShownUntil(undefined)}>
          {text.stay}
        </Button>
      }
    >
      <Show when={shownUntil()}>
        {(until) => (
          <>
            <p role="alert">{text.warning(showNumber(KIOSK_WARNING_TIME / 1_000))}</p>
            <Countdown until={until()} />
          </>
        )}
      </Show>
    </Dialog>
  );
}
