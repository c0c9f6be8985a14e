// A manager's own passcode: confirmed again, and changed by giving the one they have.

import type { PasswordHash } from '../../domain/employee';
import { type ManagerRefusal, managerDecider } from '../../domain/manager';
import type { PasswordRefusal } from '../../domain/passwordRules';
import { managerStream } from '../../domain/streams';
import { err, ok, type Result } from '../../kernel/result';
import { checkNewPassword } from '../passwordCheck';
import { checkPasscode, type UnlockRefusal } from '../unlock';
import { appendAsManager, type ManagerDeps, type SessionOver } from './managerDeps';

export type ChangePasscodeRefusal = UnlockRefusal | PasswordRefusal | ManagerRefusal | SessionOver;

/** Is this the passcode of the manager who is signed in? Asked again before what ends or gives away much at once. */
export async function confirmPasscode(
  deps: ManagerDeps,
  passcode: string,
): Promise<Result<void, UnlockRefusal>> {
  const proven = await checkPasscode(deps, passcode);
  if (!proven.ok) return proven;
  return proven.value.managerId === deps.mine.managerId
    ? ok(undefined)
    : err({ type: 'passcodeNotAccepted' });
}

export async function changePasscode(
  deps: ManagerDeps,
  typed: { readonly current: string; readonly next: string },
): Promise<Result<void, ChangePasscodeRefusal>> {
  const proven = await confirmPasscode(deps, typed.current);
  if (!proven.ok) return proven;
  const organisation = await deps.store.queries.organisation();
  const company = organisation.status === 'founded' ? [organisation.name, organisation.companyCode] : [];
  const next = await checkNewPassword(deps, typed.next, [...company, deps.mine.name]);
  if (!next.ok) return next;
  const passcode = (await deps.passwords.hash(next.value)) as PasswordHash;
  const changed = await appendAsManager(deps, {
    stream: managerStream(deps.mine.managerId),
    decide: (state) => managerDecider.decide({ type: 'ChangePasscode', passcode }, state),
  });
  return changed.ok ? ok(undefined) : changed;
}
