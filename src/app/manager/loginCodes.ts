// Making a login code for the employee in front of you. What is returned is the only copy of the plain code there is:
// whoever holds it (the dialog) forgets it by letting go of it.

import { type ActivationCode, CODE_LENGTH, makeActivationCode } from '../../domain/activationCode';
import { type CodeChannel, isLifetime, LATEST_START } from '../../domain/codeLifetimes';
import type { CodeHash, Employee, HandOver } from '../../domain/employee';
import type { EmployeeCommand, EmployeeRefusal } from '../../domain/employeeCommands';
import { employeeDecider } from '../../domain/employeeDecider';
import type { CodeId, EmployeeId } from '../../domain/ids';
import { loginLinkToUrl } from '../../domain/loginLink';
import { employeeStream } from '../../domain/streams';
import type { EventId } from '../../kernel/hlc';
import { err, ok, type Result } from '../../kernel/result';
import { drawQrCode, type QrDrawing } from '../../platform/qrCode';
import { hashCode, SALT_BYTES } from '../../platform/secretHash';
import { employeeAccount } from '../guessing';
import { randomId } from '../randomId';
import { readVoucherKey, sealVoucher } from '../vouchers';
import { appendAsManager, type ManagerDeps, type SessionOver } from './managerDeps';
import { type IssuingRefusal, mayIssue } from './mayIssue';

export interface LoginCode {
  readonly employeeId: EmployeeId;
  readonly codeId: CodeId;
  readonly code: ActivationCode;
  readonly link: string;
  readonly qrCode: QrDrawing;
  readonly channel: CodeChannel;
  /** Milliseconds since 1970; there where it is later than now. */
  readonly startsAt?: number;
  readonly expiresAt: number;
}

/** How a code is to be; without any choice it is shown on the screen now, and good for as long as those are. */
export interface CodeChoice {
  readonly channel?: CodeChannel;
  /** [C14] Good from then on, ms since 1970. */
  readonly startsAt?: number;
  /** [C13] In ms, from its beginning. */
  readonly lifetime?: number;
}

export type LoginCodeRefusal =
  | EmployeeRefusal
  | IssuingRefusal
  | SessionOver
  | { readonly type: 'lifetimeOutOfRange'; readonly channel: CodeChannel }
  | { readonly type: 'startTooFarAhead' };

/**
 * Supersedes any earlier code, ends the password and any session of this employee, and lifts a stop on wrong tries.
 * `settles` is the case that the code settles, if any: then nothing is issued when somebody was quicker.
 */
export async function createLoginCode(
  deps: ManagerDeps,
  employeeId: EmployeeId,
  choice: CodeChoice = {},
  settles?: EventId,
): Promise<Result<LoginCode, LoginCodeRefusal>> {
  const desk = await openCodeDesk(deps, choice);
  if (!desk.ok) return desk;
  const made = await desk.value.make(employeeId);
  const issued = await appendAsManager(deps, {
    stream: employeeStream(employeeId),
    decide(state) {
      const settled = settles ? employeeDecider.decide(settleBy(settles), state) : ok([]);
      if (!settled.ok) return settled;
      const code = employeeDecider.decide(made.command, state);
      return code.ok ? ok([...settled.value, ...code.value]) : code;
    },
  });
  if (!issued.ok) return err(issued.error);
  await deps.store.tries.forgive(employeeAccount(employeeId));
  const employee = await deps.store.queries.employee(employeeId);
  const event = issued.value.at(-1);
  if (!event || employee.status === 'unknown') throw new Error('A code was issued to nobody');
  return ok(await desk.value.finish(made, event.id, employee));
}

/** A code that is in nobody's stream yet. */
export interface MadeCode {
  readonly employeeId: EmployeeId;
  readonly code: ActivationCode;
  readonly command: Extract<EmployeeCommand, { type: 'IssueActivationCode' }>;
}

interface CodeDesk {
  /** A fresh code with its hash. */
  make(employeeId: EmployeeId): Promise<MadeCode>;
  /** Its link, when the event that issued it is known: a voucher tells of it. */
  finish(made: MadeCode, issue: EventId, employee: Employee): Promise<LoginCode>;
}

type DeskDeps = Pick<ManagerDeps, 'store' | 'clock' | 'random' | 'origin'>;

/** What it takes to make codes of one kind, for one person or for thousands. */
export async function openCodeDesk(
  deps: DeskDeps,
  { channel = 'screen', startsAt, lifetime }: CodeChoice,
): Promise<Result<CodeDesk, LoginCodeRefusal>> {
  const { store, clock, random, origin } = deps;
  const allowed = await mayIssue(deps);
  if (!allowed.ok) return allowed;
  const now = await store.timeForCodes(clock.now());
  const organisation = await store.queries.organisation();
  if (organisation.status === 'unfounded')
    throw new Error('A manager is signed in, but there is no organisation');
  if (lifetime !== undefined && !isLifetime(channel, lifetime))
    return err({ type: 'lifetimeOutOfRange', channel });
  if (startsAt !== undefined && startsAt > now + LATEST_START) return err({ type: 'startTooFarAhead' });
  const { companyCode, codeLifetimes } = organisation;
  const isLater = startsAt !== undefined && startsAt > now;
  const times = {
    ...(isLater ? { startsAt } : {}),
    expiresAt: (isLater ? startsAt : now) + (lifetime ?? codeLifetimes[channel]),
  };
  const voucherKey = await readVoucherKey(store);
  return ok({
    async make(employeeId) {
      const code = makeActivationCode(random.bytes(CODE_LENGTH - 1));
      const hash = (await hashCode(code, random.bytes(SALT_BYTES))) as CodeHash;
      const codeId = randomId<CodeId>(random);
      return {
        employeeId,
        code,
        command: { type: 'IssueActivationCode', codeId, hash, channel, ...times },
      };
    },
    async finish({ employeeId, code, command: { codeId } }, issue, { details, enrolment }) {
      const { firstName, lastName } = details;
      const plain = { companyCode, employeeId, code };
      const content = { codeId, issue, enrolment: enrolment.id, firstName, lastName, ...times };
      const voucher = voucherKey && (await sealVoucher(voucherKey, plain, content));
      const link = loginLinkToUrl(origin, { ...plain, ...(voucher === undefined ? {} : { voucher }) });
      return {
        ...{ employeeId, codeId, code, link, channel, ...times },
        // Of thousands, only those that are looked at or printed are drawn.
        get qrCode() {
          return drawQrCode(link);
        },
      };
    },
  });
}

const settleBy = (caseId: EventId) => ({ type: 'SettleAttention', caseId, how: 'new code' }) as const;

/** [C15] The code that is out opens nothing from now on. */
export async function revokeCode(
  deps: ManagerDeps,
  employeeId: EmployeeId,
): Promise<Result<void, EmployeeRefusal | SessionOver>> {
  const revoked = await appendAsManager(deps, {
    stream: employeeStream(employeeId),
    decide: (state) => employeeDecider.decide({ type: 'RevokeActivationCode' }, state),
  });
  return revoked.ok ? ok(undefined) : revoked;
}

/** [C16] Puts on record how a code was given away. Whether it arrived, nobody here can know. */
export async function recordHandOver(
  deps: ManagerDeps,
  employeeId: EmployeeId,
  codeId: CodeId,
  how: HandOver,
): Promise<Result<void, EmployeeRefusal | SessionOver>> {
  const recorded = await appendAsManager(deps, {
    stream: employeeStream(employeeId),
    decide: (state) => employeeDecider.decide({ type: 'RecordHandOver', codeId, how }, state),
  });
  return recorded.ok ? ok(undefined) : recorded;
}
