// Signing in with Employee ID and password, and changing the password while signed in.

import { parseActivationCode } from '../domain/activationCode';
import type { DayPass, EmployeeState, PasswordHash } from '../domain/employee';
import type { EmployeeRefusal } from '../domain/employeeCommands';
import { employeeDecider } from '../domain/employeeDecider';
import { type EmployeeIdRefusal, parseEmployeeId } from '../domain/ids';
import type { PasswordRefusal } from '../domain/passwordRules';
import { employeeStream } from '../domain/streams';
import type { ThrottleRefusal } from '../domain/throttle';
import { err, ok, type Result } from '../kernel/result';
import { matchesCodeHash } from '../platform/secretHash';
import type { RevokedHere } from '../store/eventLog';
import type { AppDeps } from './deps';
import { guardedEmployee } from './guessing';
import { checkNewPassword, guessableWords } from './passwordCheck';
import { checkReady, type TabletNotReady } from './ready';
import { type Begin, type EmployeeSession, employeeSession } from './session';

export type SignInRefusal =
  | EmployeeIdRefusal
  | ThrottleRefusal
  | TabletNotReady
  | { readonly type: 'signInNotAccepted' | 'sessionOver' };
export type ChangePasswordRefusal =
  | PasswordRefusal
  | EmployeeRefusal
  | ThrottleRefusal
  | RevokedHere
  | { readonly type: 'currentPasswordWrong' };

/** [S1] An unknown ID, an account without a password and a wrong password are one answer, after the same work. */
export async function signIn(
  deps: AppDeps,
  begin: Begin,
  typed: { readonly employeeId: string; readonly password: string },
): Promise<Result<void, SignInRefusal>> {
  const ready = await checkReady(deps);
  if (!ready.ok) return ready;
  const employeeId = parseEmployeeId(typed.employeeId);
  if (!employeeId.ok) return employeeId;
  // [T13]
  if (typed.password === '') return err({ type: 'signInNotAccepted' });
  const id = employeeId.value;
  const signedIn = await guardedEmployee(
    deps,
    id,
    async (): Promise<Result<EmployeeSession, SignInRefusal>> => {
      const employee = await deps.store.queries.employee(id);
      const account = employee.status === 'enrolled' ? employee.account : undefined;
      const hash = account?.status === 'active' ? account.password : '';
      const isRight = await deps.passwords.matches(typed.password, hash);
      const now = deps.clock.now();
      if (isRight && employee.status === 'enrolled')
        return ok(employeeSession(id, employee.accountSince, now));
      const pass = await matchingDayPass(deps, employee, typed.password);
      return pass
        ? ok(employeeSession(id, pass.issue, now, pass.expiresAt))
        : err({ type: 'signInNotAccepted' });
    },
    ({ passUntil }) => passUntil === undefined,
  );
  if (!signedIn.ok) return signedIn;
  return begin(signedIn.value) ? ok(undefined) : err({ type: 'sessionOver' });
}

/** [D1] A day pass has the form of a code. Of anything in that form it is asked with the same work, pass or no pass. */
async function matchingDayPass(
  { store, clock }: AppDeps,
  employee: EmployeeState,
  typed: string,
): Promise<DayPass | undefined> {
  const code = parseActivationCode(typed);
  if (!code.ok) return undefined;
  const pass = employee.status === 'enrolled' ? employee.dayPass : undefined;
  const isRight = await matchesCodeHash(code.value, pass?.hash ?? '');
  const now = await store.timeForCodes(clock.now());
  return isRight && pass && now < pass.expiresAt ? pass : undefined;
}

/** [S3] Whoever is signed in changes their password by giving the one they have; the session goes on. */
export async function changePassword(
  deps: AppDeps,
  begin: Begin,
  mine: EmployeeSession,
  typed: { readonly current: string; readonly next: string },
): Promise<Result<void, ChangePasswordRefusal>> {
  // [T13]
  if (typed.current === '') return err({ type: 'currentPasswordWrong' });
  const { employeeId, restsOn: accountSince } = mine;
  const proven = await guardedEmployee(
    deps,
    employeeId,
    async (): Promise<Result<void, ChangePasswordRefusal>> => {
      const employee = await deps.store.queries.employee(employeeId);
      const account = employee.status === 'enrolled' ? employee.account : undefined;
      const hash = account?.status === 'active' ? account.password : '';
      return (await deps.passwords.matches(typed.current, hash))
        ? ok(undefined)
        : err({ type: 'currentPasswordWrong' });
    },
  );
  if (!proven.ok) return proven;
  const next = await checkNewPassword(deps, typed.next, await guessableWords(deps, { employeeId }));
  if (!next.ok) return next;
  const password = (await deps.passwords.hash(next.value)) as PasswordHash;
  const changed = await deps.store.log.append(
    { kind: 'employee', employeeId },
    {
      stream: employeeStream(employeeId),
      decide: (state) => employeeDecider.decide({ type: 'ChangePassword', password, accountSince }, state),
    },
  );
  if (!changed.ok) return changed;
  const event = changed.value.at(-1);
  if (event) begin({ ...mine, restsOn: event.id });
  return ok(undefined);
}
