// Activating an account at the kiosk, in two steps. Checking a code changes nothing, so a link or a scan may do it;
// only setting a password redeems the code. An unknown Employee ID and a wrong code give the same answer, after the
// same work.

import { type ActivationCodeRefusal, parseActivationCode } from '../domain/activationCode';
import { timeForCodes } from '../domain/clockGuard';
import { type EmployeeState, type PasswordHash, SPENT_CODES_KEPT } from '../domain/employee';
import {
  type CodeRefusal,
  type EmployeeRefusal,
  employeeDecider,
  endOfCode,
} from '../domain/employeeDecider';
import { parseEmail } from '../domain/employeeDetails';
import { type CodeId, type EmployeeId, type EmployeeIdRefusal, parseEmployeeId } from '../domain/ids';
import {
  type LoginLink,
  type LoginLinkRefusal,
  parseLoginFragment,
  parseScannedText,
} from '../domain/loginLink';
import type { PasswordRefusal } from '../domain/passwordRules';

import { employeeStream } from '../domain/streams';
import type { ThrottleRefusal } from '../domain/throttle';
import { err, ok, type Result } from '../kernel/result';
import { matchesCodeHash } from '../platform/secretHash';
import type { AppDeps } from './deps';
import { employeeAccount, guarded, lockAccount } from './guessing';
import { checkNewPassword, guessableWords } from './passwordCheck';
import { type Begin, EMPLOYEE_SESSION_LIMIT, sessionTime } from './session';

/** Proof, in memory only, that someone at this tablet had the live code. */
export interface CheckedCode {
  readonly employeeId: EmployeeId;
  readonly codeId: CodeId;
  readonly firstName: string;
}

export type CodeNotAccepted = { readonly type: 'codeNotAccepted' };
export type CheckCodeRefusal =
  | EmployeeIdRefusal
  | ActivationCodeRefusal
  | ThrottleRefusal
  | CodeNotAccepted
  | CodeRefusal;
export type ActivateRefusal = PasswordRefusal | EmployeeRefusal | { readonly type: 'emailUnreadable' };

/** Reads a login link's fragment or a scanned text; refused when it belongs to another organisation. */
export async function readLogin(
  { store }: AppDeps,
  text: string,
  from: 'link' | 'scan',
): Promise<Result<LoginLink, LoginLinkRefusal>> {
  const organisation = await store.queries.organisation();
  if (organisation.status === 'unfounded') return err({ type: 'codeOfOtherOrganisation' });
  const read = from === 'link' ? parseLoginFragment : parseScannedText;
  return read(text, organisation.companyCode);
}

/**
 * Is this the live code of this employee? A slip that the check symbol catches costs no try; only the live code gives
 * the wrong tries back, or an old code from the bin would buy guesses at the password ([T10]).
 */
export async function checkCode(
  deps: AppDeps,
  typed: { readonly employeeId: string; readonly code: string },
): Promise<Result<CheckedCode, CheckCodeRefusal>> {
  const employeeId = parseEmployeeId(typed.employeeId);
  if (!employeeId.ok) return employeeId;
  const code = parseActivationCode(typed.code);
  if (!code.ok) return code;
  const id = employeeId.value;
  return guarded(
    deps,
    await employeeAccount(id),
    async () => {
      const found = await findCode(await deps.store.queries.employee(id), code.value);
      const now = timeForCodes(await deps.store.lastWall(), deps.clock.now());
      return found.ok ? liveCode(found.value, id, now) : found;
    },
    () => lockAccount(deps, id),
  );
}

interface FoundCode {
  readonly employee: EmployeeState;
  readonly codeId: CodeId;
}

/** Compares with as many hashes for everyone: the live code, the spent ones, and empty ones to fill up. */
async function findCode(employee: EmployeeState, code: string): Promise<Result<FoundCode, CodeNotAccepted>> {
  const live =
    employee.status === 'enrolled' && employee.account.status === 'invited' ? [employee.account.code] : [];
  const known = employee.status === 'enrolled' ? [...live, ...employee.spentCodes] : [];
  const padded = Array.from({ length: SPENT_CODES_KEPT + 1 }, (_, index) => known[index]);
  const matches = await Promise.all(padded.map((entry) => matchesCodeHash(code, entry?.hash ?? '')));
  const match = padded[matches.indexOf(true)];
  return match ? ok({ employee, codeId: match.codeId }) : err({ type: 'codeNotAccepted' });
}

function liveCode(
  { employee, codeId }: FoundCode,
  id: EmployeeId,
  now: number,
): Result<CheckedCode, CheckCodeRefusal> {
  if (employee.status === 'unknown') return err({ type: 'codeNotAccepted' });
  const { account, details } = employee;
  if (account.status !== 'invited' || account.code.codeId !== codeId) return err(endOfCode(employee, codeId));
  if (now >= account.code.expiresAt) return err({ type: 'codeExpired', at: account.code.expiresAt });
  return ok({ employeeId: id, codeId, firstName: details.firstName || details.lastName });
}

/** Sets the password of their own, which uses the code up, and begins their session. */
export async function activate(
  deps: AppDeps,
  begin: Begin,
  { employeeId, codeId }: CheckedCode,
  chosen: { readonly password: string; readonly personalEmail: string },
): Promise<Result<void, ActivateRefusal>> {
  const email = chosen.personalEmail.trim();
  const personalEmail = email === '' ? ok(undefined) : parseEmail(email);
  if (!personalEmail.ok) return personalEmail;
  const password = await checkNewPassword(deps, chosen.password, await guessableWords(deps, employeeId));
  if (!password.ok) return password;
  const hash = (await deps.passwords.hash(password.value)) as PasswordHash;
  const lastWall = await deps.store.lastWall();
  const redeemed = await deps.store.log.append(
    { kind: 'employee', employeeId },
    {
      stream: employeeStream(employeeId),
      decide: (state) =>
        employeeDecider.decide(
          {
            type: 'RedeemActivationCode',
            codeId,
            password: hash,
            now: timeForCodes(lastWall, deps.clock.now()),
            ...(personalEmail.value === undefined ? {} : { personalEmail: personalEmail.value }),
          },
          state,
        ),
    },
  );
  if (!redeemed.ok) return redeemed;
  const event = redeemed.value.at(-1);
  if (event)
    begin({
      kind: 'employee',
      employeeId,
      accountSince: event.id,
      ...sessionTime(deps.clock.now(), EMPLOYEE_SESSION_LIMIT),
    });
  return ok(undefined);
}
