// Twenty seconds before something ends by itself, it is said, with the seconds that are left. Where it ends because
// nobody touches the tablet, one touch anywhere goes on as if nothing had been.

import { createEffect, createSignal, onCleanup, Show, untrack } from 'solid-js';
import { showNumber } from '../i18n/format';
import { useApp } from '../reactive/AppContext';
import { createNow } from '../reactive/createNow';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import styles from './IdleWarning.module.css';

/** The touch that goes on must end on the warning, and not press what is below it. */
const REST_OF_A_TOUCH = 400;

export interface IdleWarningProps {
  /** When it ends (ms since 1970), while the warning is due. */
  readonly endsAt: number | undefined;
  readonly words: {
    readonly title: string;
    /** Said once, as it begins. */
    readonly warning: (seconds: string) => string;
    readonly countdown: (seconds: string) => string;
    readonly stay: string;
    readonly close: string;
  };
}

export function IdleWarning(props: IdleWarningProps) {
  const app = useApp();
  const [shownUntil, setShownUntil] = createSignal(untrack(() => props.endsAt));
  const hide = () => setShownUntil(undefined);
  createEffect(() => {
    const endsAt = props.endsAt;
    if (endsAt !== undefined) {
      setShownUntil(endsAt);
      return;
    }
    const until = untrack(shownUntil);
    if (until === undefined) return;
    // Not taken back but run out: the next screen has the focus now, and nothing to be swallowed.
    if (app.now() >= until) {
      hide();
      return;
    }
    const timer = setTimeout(hide, REST_OF_A_TOUCH);
    onCleanup(() => clearTimeout(timer));
  });
  const secondsUntil = (end: number, now: number) => showNumber(Math.max(0, Math.ceil((end - now) / 1_000)));
  /** Seen, not announced: a voice that counts is in the way. */
  const Countdown = (count: { readonly until: number }) => {
    const now = createNow();
    return (
      <p class={styles.countdown} role="timer" aria-live="off">
        {props.words.countdown(secondsUntil(count.until, Math.max(now(), app.now())))}
      </p>
    );
  };
  return (
    <Dialog
      open={shownUntil() !== undefined}
      title={props.words.title}
      closeWord={props.words.close}
      onClose={hide}
      actions={
        <Button variant="primary" size="kiosk" wide onPress={hide}>
          {props.words.stay}
        </Button>
      }
    >
      <Show when={shownUntil()}>
        {(until) => (
          <>
            <p role="alert">{props.words.warning(secondsUntil(until(), app.now()))}</p>
            <Countdown until={until()} />
          </>
        )}
      </Show>
    </Dialog>
  );
}
