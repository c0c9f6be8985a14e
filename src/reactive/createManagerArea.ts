// The manager area: open for the manager who is signed in, and shut when they have not touched the tablet for a while,
// or when they leave it.

import { type Accessor, createResource, onCleanup } from 'solid-js';
import type { ManagerApp } from '../app/manager/managerApp';
import { MANAGER_IDLE_LIMIT } from '../app/session';
import { useApp } from './AppContext';
import { createIdleReset, type IdleReset } from './createIdleReset';
import { createSession } from './createSession';

export interface ManagerArea {
  readonly isLocked: Accessor<boolean>;
  /** What the manager may do; `undefined` while it is locked or still loading. */
  readonly app: Accessor<ManagerApp | undefined>;
  lock(): void;
}

export function createManagerArea(): ManagerArea {
  const app = useApp();
  const session = createSession();
  const mine = () => {
    const now = session();
    return now.kind === 'manager' ? now : undefined;
  };
  const [opened] = createResource(mine, () => app.manager());
  const lock = () => app.session.end();
  // Also while it is locked: a passcode that is still being checked must not open it for whoever comes next.
  onCleanup(lock);
  return {
    isLocked: () => mine() === undefined,
    app: () => {
      const now = mine();
      if (!now) return undefined;
      // After a change of managers, the app of the one before is still there until the new one is loaded.
      const loaded = opened();
      return loaded?.manager === now ? loaded : undefined;
    },
    lock,
  };
}

/** WCAG 2.2.1: twenty seconds to say "I am still here". */
const WARNING = 20_000;

/** Counts from the last touch, while the area is open. */
export const createManagerIdleLock = (lock: () => void): IdleReset =>
  createIdleReset({
    warnAfter: MANAGER_IDLE_LIMIT - WARNING,
    resetAfter: MANAGER_IDLE_LIMIT,
    onReset: lock,
  });
