// The kiosk between two people: after 40 s without a touch a warning of 20 s, then everything is forgotten. While it
// stands at its welcome screen there is nothing to forget, and a waiting new version may take over.

import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import type { App } from '../app/app';
import { KIOSK_IDLE_LIMIT, KIOSK_IDLE_WARNING } from '../app/session';
import { isPartMissing, mayReloadHelp } from '../platform/appParts';
import { useApp } from './AppContext';
import { createIdleReset, type IdleReset } from './createIdleReset';
import { createUpdateReady } from './createUpdateReady';

export function createKioskIdle(kiosk: {
  /** Whether there is nothing to warn of. */
  readonly isAtRest: Accessor<boolean>;
  readonly onReset: () => void;
}): IdleReset {
  const { resetsAt } = createIdleReset({
    warnAfter: KIOSK_IDLE_WARNING,
    resetAfter: KIOSK_IDLE_LIMIT,
    onReset: kiosk.onReset,
  });
  return { resetsAt: () => (kiosk.isAtRest() ? undefined : resetsAt()) };
}

/** A minute without a touch, with no warning before: for where there is next to nothing to lose. */
export function createQuietMinute(watchIdle: App['watchIdle'], onQuiet: () => void): void {
  onCleanup(watchIdle({ after: KIOSK_IDLE_LIMIT, onIdle: onQuiet }));
}

/**
 * While nobody has touched the tablet for a minute and `isAtRest` holds: takes a new version of the app, or a fresh page
 * where something behind the screens lacks a part of it.
 */
export function createIdleUpdate(isAtRest: Accessor<boolean>): void {
  const app = useApp();
  const [isIdle, setIsIdle] = createSignal(false);
  onCleanup(
    app.watchIdle({
      after: KIOSK_IDLE_LIMIT,
      onIdle: () => setIsIdle(true),
      onActive: () => setIsIdle(false),
    }),
  );
  const isUpdateReady = createUpdateReady();
  createEffect(() => {
    if (!isIdle() || !isAtRest()) return;
    if (isUpdateReady()) app.updates.apply();
    else if (isPartMissing() && mayReloadHelp()) location.reload();
  });
}
