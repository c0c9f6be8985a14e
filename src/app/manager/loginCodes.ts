// Making a login code for the employee in front of you. What is returned is the only copy of the plain code there is:
// whoever holds it (the dialog) forgets it by letting go of it.

import { type ActivationCode, CODE_LENGTH, makeActivationCode } from '../../domain/activationCode';
import { type ClockJumpedBack, issuingRefusal } from '../../domain/clockGuard';
import type { CodeHash } from '../../domain/employee';
import { type EmployeeRefusal, employeeDecider } from '../../domain/employeeDecider';
import type { CodeId, EmployeeId } from '../../domain/ids';
import { loginLinkToUrl } from '../../domain/loginLink';
import { employeeStream } from '../../domain/streams';
import type { EventId } from '../../kernel/hlc';
import { err, ok, type Result } from '../../kernel/result';
import { drawQrCode, type QrDrawing } from '../../platform/qrCode';
import { hashCode } from '../../platform/secretHash';
import { employeeAccount } from '../guessing';
import { randomId } from '../randomId';
import { appendAsManager, type ManagerDeps, type SessionOver } from './managerDeps';

/** [C4] How long a code shown on screen is good for, in ms. */
const SCREEN_CODE_LIFETIME = 24 * 3_600_000;
const SALT_BYTES = 16;

export interface LoginCode {
  readonly employeeId: EmployeeId;
  readonly code: ActivationCode;
  readonly link: string;
  readonly qrCode: QrDrawing;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export type LoginCodeRefusal = EmployeeRefusal | ClockJumpedBack | SessionOver;

/**
 * Supersedes any earlier code, ends the password and any session of this employee, and lifts a stop on wrong tries.
 * `settles` is the case that the code settles, if any: then nothing is issued when somebody was quicker.
 */
export async function createLoginCode(
  deps: ManagerDeps,
  employeeId: EmployeeId,
  settles?: EventId,
): Promise<Result<LoginCode, LoginCodeRefusal>> {
  const jumpedBack = issuingRefusal(await deps.store.lastWall(), deps.clock.now());
  if (jumpedBack) return err(jumpedBack);
  const organisation = await deps.store.queries.organisation();
  if (organisation.status === 'unfounded')
    throw new Error('A manager is signed in, but there is no organisation');
  const code = makeActivationCode(deps.random.bytes(CODE_LENGTH - 1));
  const hash = (await hashCode(code, deps.random.bytes(SALT_BYTES))) as CodeHash;
  const link = loginLinkToUrl(deps.origin, { companyCode: organisation.companyCode, employeeId, code });
  const qrCode = drawQrCode(link);
  const codeId = randomId<CodeId>(deps.random);
  const expiresAt = deps.clock.now() + SCREEN_CODE_LIFETIME;
  const issued = await appendAsManager(deps, {
    stream: employeeStream(employeeId),
    decide(state) {
      const settled = settles ? employeeDecider.decide(settleBy(settles), state) : ok([]);
      if (!settled.ok) return settled;
      const code = employeeDecider.decide({ type: 'IssueActivationCode', codeId, hash, expiresAt }, state);
      return code.ok ? ok([...settled.value, ...code.value]) : code;
    },
  });
  if (!issued.ok) return err(issued.error);
  await deps.store.tries.forgive(await employeeAccount(employeeId));
  return ok({ employeeId, code, link, qrCode, expiresAt });
}

const settleBy = (caseId: EventId) => ({ type: 'SettleAttention', caseId, how: 'new code' }) as const;
