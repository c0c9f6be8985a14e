// [S9] A manager area ends when the passcode it was opened with is changed on another tablet. It looks at what the log says,
// so it does not matter how this tablet came to hear of it.

import type { StateOf } from '../../domain/streams';
import { type DeviceId, type EventId, eventDevice } from '../../kernel/hlc';
import type { ManagerDeps } from './managerDeps';

/** Looks on for as long as this manager's session runs. */
export function endWithPasscode({ session, mine, queries, store, onBug }: ManagerDeps): void {
  const unwatch = queries.watchManager(
    mine.managerId,
    (manager) => {
      if (session.current() === mine && !isHeld(mine.restsOn, manager, store.device)) session.end();
    },
    onBug,
  );
  const leave = session.subscribe((now) => {
    if (now === mine) return;
    unwatch();
    leave();
  });
}

/** A later change that was made on this tablet is the manager's own: nobody else has been in here since. */
function isHeld(restsOn: EventId, manager: StateOf<'manager'> | undefined, here: DeviceId): boolean {
  if (manager?.status !== 'added') return false;
  const { passcodeSince: since } = manager;
  return since === restsOn || (since > restsOn && eventDevice(since) === here);
}
