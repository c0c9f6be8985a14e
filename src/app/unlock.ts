// Opening the manager area with a passcode. It is typed without a name: it opens for whoever it belongs to.

import type { ManagerId } from '../domain/ids';
import type { Manager } from '../domain/manager';
import type { ThrottleRefusal } from '../domain/throttle';
import { err, ok, type Result } from '../kernel/result';
import { PASSCODE_ACCOUNT } from '../store/db';
import type { AppDeps } from './deps';
import { guarded } from './guessing';
import { checkReady, type TabletNotReady } from './ready';
import { type Begin, MANAGER_SESSION_LIMIT, sessionTime } from './session';

type PasscodeRefusal = ThrottleRefusal | { readonly type: 'passcodeMissing' | 'passcodeNotAccepted' };
export type UnlockRefusal = PasscodeRefusal | TabletNotReady | { readonly type: 'sessionOver' };

export async function unlock(
  deps: AppDeps,
  begin: Begin,
  passcode: string,
): Promise<Result<void, UnlockRefusal>> {
  const ready = await checkReady(deps);
  if (!ready.ok) return ready;
  const found = await checkPasscode(deps, passcode);
  if (!found.ok) return found;
  await deps.store.tries.forgiveTablet();
  const { managerId, name, role, passcodeSince: restsOn } = found.value;
  const time = sessionTime(deps.clock.now(), MANAGER_SESSION_LIMIT);
  const begun = begin({ kind: 'manager', managerId, name, role, restsOn, ...time });
  return begun ? ok(undefined) : err({ type: 'sessionOver' });
}

/** Whose passcode this is. Also asked for again before what cannot be taken back, such as exporting the list. */
export async function checkPasscode(
  deps: AppDeps,
  passcode: string,
): Promise<Result<Manager & { readonly managerId: ManagerId }, PasscodeRefusal>> {
  // [T13] Anybody may touch "Unlock" on a kiosk.
  if (passcode === '') return err({ type: 'passcodeMissing' });
  return guarded(deps, PASSCODE_ACCOUNT, async () => {
    for (const manager of await deps.store.queries.managers())
      if (await deps.passwords.matches(passcode, manager.passcode)) return ok(manager);
    return err({ type: 'passcodeNotAccepted' as const });
  });
}
