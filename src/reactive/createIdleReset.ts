// Nobody has touched the tablet for a while: first a warning that one touch takes back, then the reset.

import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { useApp } from './AppContext';

export interface IdleReset {
  /** When the reset comes (ms since 1970), while the warning is shown. */
  readonly resetsAt: Accessor<number | undefined>;
}

/** `warnAfter` and `resetAfter` in ms without a touch. */
export function createIdleReset(limits: {
  readonly warnAfter: number;
  readonly resetAfter: number;
  readonly onReset: () => void;
}): IdleReset {
  const app = useApp();
  const [resetsAt, setResetsAt] = createSignal<number>();
  const stopWarning = app.watchIdle({
    after: limits.warnAfter,
    onIdle: () => setResetsAt(app.now() + limits.resetAfter - limits.warnAfter),
    onActive: () => setResetsAt(undefined),
  });
  const stopReset = app.watchIdle({
    after: limits.resetAfter,
    onIdle: () => {
      setResetsAt(undefined);
      limits.onReset();
    },
  });
  onCleanup(() => {
    stopWarning();
    stopReset();
  });
  return { resetsAt };
}
