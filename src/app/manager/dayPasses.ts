// A day pass: for somebody who forgot their password and must get in now. It opens the account as it is, for some hours,
// and leaves the password alone. What is returned is the only copy of the plain code there is.

import { CODE_LENGTH, makeActivationCode } from '../../domain/activationCode';
import { LONGEST_DAY_PASS, SHORTEST_DAY_PASS } from '../../domain/codeLifetimes';
import type { CodeHash } from '../../domain/employee';
import type { EmployeeRefusal } from '../../domain/employeeCommands';
import { employeeDecider } from '../../domain/employeeDecider';
import type { CodeId, EmployeeId } from '../../domain/ids';
import { loginLinkToUrl } from '../../domain/loginLink';
import { employeeStream } from '../../domain/streams';
import { err, ok, type Result } from '../../kernel/result';
import { drawQrCode, type QrDrawing } from '../../platform/qrCode';
import { hashCode, SALT_BYTES } from '../../platform/secretHash';
import { employeeAccount } from '../guessing';
import { randomId } from '../randomId';
import { appendAsManager, type ManagerDeps, type SessionOver } from './managerDeps';
import { type IssuingRefusal, mayIssue } from './mayIssue';

export interface IssuedDayPass {
  readonly employeeId: EmployeeId;
  /** In the form of an activation code, and typed or scanned like one. */
  readonly code: string;
  readonly link: string;
  readonly qrCode: QrDrawing;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export type DayPassRefusal =
  | EmployeeRefusal
  | IssuingRefusal
  | SessionOver
  | { readonly type: 'dayPassOutOfRange' };

/** [D1] [D2] Good for 1 to 12 hours from now; it replaces the one before, and lifts a wait after wrong tries. */
export async function issueDayPass(
  deps: ManagerDeps,
  employeeId: EmployeeId,
  hours: number,
): Promise<Result<IssuedDayPass, DayPassRefusal>> {
  const { store, clock, random } = deps;
  const lifetime = hours * 3_600_000;
  if (!(lifetime >= SHORTEST_DAY_PASS && lifetime <= LONGEST_DAY_PASS))
    return err({ type: 'dayPassOutOfRange' });
  const allowed = await mayIssue(deps);
  if (!allowed.ok) return allowed;
  const organisation = await store.queries.organisation();
  if (organisation.status === 'unfounded')
    throw new Error('A manager is signed in, but there is no organisation');
  const code = makeActivationCode(random.bytes(CODE_LENGTH - 1));
  const hash = (await hashCode(code, random.bytes(SALT_BYTES))) as CodeHash;
  const passId = randomId<CodeId>(random);
  const expiresAt = (await store.timeForCodes(clock.now())) + lifetime;
  const issued = await appendAsManager(deps, {
    stream: employeeStream(employeeId),
    decide: (state) => employeeDecider.decide({ type: 'IssueDayPass', passId, hash, expiresAt }, state),
  });
  if (!issued.ok) return issued;
  await store.tries.forgive(employeeAccount(employeeId));
  const link = loginLinkToUrl(deps.origin, { companyCode: organisation.companyCode, employeeId, code });
  return ok({ employeeId, code, link, qrCode: drawQrCode(link), expiresAt });
}

/** [D2] Ends the day pass, and any session that was begun with it. */
export async function endDayPass(
  deps: ManagerDeps,
  employeeId: EmployeeId,
): Promise<Result<void, EmployeeRefusal | SessionOver>> {
  const ended = await appendAsManager(deps, {
    stream: employeeStream(employeeId),
    decide: (state) => employeeDecider.decide({ type: 'EndDayPass' }, state),
  });
  return ended.ok ? ok(undefined) : ended;
}
