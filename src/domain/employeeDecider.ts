// What may happen to an employee: a command either becomes events or is refused with a reason.
// It is apart from the facts (employee.ts) because the kiosk starts with the facts alone; what a press asks is loaded
// with the press.

import { assertNever } from '../kernel/brand';
import type { Decider } from '../kernel/decider';
import { type EventId, eventTime } from '../kernel/hlc';
import { err, ok, type Result } from '../kernel/result';
import { isCase, type Settlement } from './attention';
import type { CodeChannel } from './codeLifetimes';
import type {
  CodeEnd,
  CodeHash,
  Employee,
  EmployeeEvent,
  EmployeeState,
  HandOver,
  PasswordHash,
} from './employee';
import { detailsToChanges, type EmployeeDetails, givenDetails } from './employeeDetails';
import { employeeFold, standingOfVoucher } from './employeeFold';
import type { CodeId } from './ids';
import type { PlainDate } from './plainDate';
import { mergedDetails } from './settling';
import type { Voucher } from './voucher';

// --- commands

export type EmployeeCommand =
  | { readonly type: 'EnrolEmployee'; readonly details: EmployeeDetails }
  | { readonly type: 'ChangeDetails'; readonly details: EmployeeDetails }
  | { readonly type: 'TakeOverFromList'; readonly details: EmployeeDetails; readonly left?: LeftOnList }
  | { readonly type: 'MarkAsLeft'; readonly lastDay?: PlainDate }
  | { readonly type: 'BringBack' }
  | {
      readonly type: 'IssueActivationCode';
      readonly codeId: CodeId;
      readonly hash: CodeHash;
      readonly channel: CodeChannel;
      readonly startsAt?: number;
      readonly expiresAt: number;
    }
  | { readonly type: 'RevokeActivationCode' }
  | { readonly type: 'RecordHandOver'; readonly codeId: CodeId; readonly how: HandOver }
  | (Redemption & { readonly type: 'RedeemActivationCode'; readonly codeId: CodeId })
  /** `hash` is of the plain code, which stands in the link beside the voucher. */
  | (Redemption & { readonly type: 'RedeemVoucher'; readonly voucher: Voucher; readonly hash: CodeHash })
  | {
      readonly type: 'IssueDayPass';
      readonly passId: CodeId;
      readonly hash: CodeHash;
      readonly expiresAt: number;
    }
  | { readonly type: 'EndDayPass' }
  | { readonly type: 'ChangePassword'; readonly password: PasswordHash; readonly accountSince: EventId }
  | { readonly type: 'LockAccount'; readonly accountSince: EventId }
  | { readonly type: 'SettleAttention'; readonly caseId: EventId; readonly how: Settlement };

interface Redemption {
  readonly password: PasswordHash;
  readonly personalEmail?: string;
  readonly now: number;
}

/** A list says that someone has left; not every list says when. */
export interface LeftOnList {
  readonly lastDay?: PlainDate;
}

// --- refusals

export type CodeRefusal =
  | { readonly type: 'codeUsed' }
  | { readonly type: 'codeSuperseded' }
  | { readonly type: 'codeEnded' }
  | { readonly type: 'codeRevoked' }
  | { readonly type: 'codeForAnother' }
  | { readonly type: 'codeNotYetValid'; readonly from: number }
  | { readonly type: 'codeExpired'; readonly at: number };
export type EmployeeRefusal =
  | { readonly type: 'employeeUnknown' }
  | { readonly type: 'alreadyEnrolled' }
  | { readonly type: 'alreadyLeft' }
  | { readonly type: 'notLeft' }
  | { readonly type: 'hasLeft' }
  | { readonly type: 'sessionOver' }
  | { readonly type: 'attentionSettled' }
  | { readonly type: 'noCodeOut' }
  | { readonly type: 'noPasswordYet' }
  | { readonly type: 'noDayPass' }
  | CodeRefusal;

type Decision = Result<readonly EmployeeEvent[], EmployeeRefusal>;

// --- decide

const lastDayOf = (left: LeftOnList): LeftOnList => (left.lastDay ? { lastDay: left.lastDay } : {});

function decideUnknown(command: EmployeeCommand): Decision {
  switch (command.type) {
    case 'EnrolEmployee':
      return ok([{ type: 'EmployeeEnrolled', v: 1, details: command.details }]);
    case 'TakeOverFromList':
      // [L1] A list does not enrol people who have left.
      return command.left
        ? err({ type: 'hasLeft' })
        : ok([{ type: 'EmployeeEnrolled', v: 1, details: command.details }]);
    default:
      return err({ type: 'employeeUnknown' });
  }
}

function decideDetails(employee: Employee, details: EmployeeDetails): Decision {
  const changes = detailsToChanges(employee.details, details);
  return ok(Object.keys(changes).length === 0 ? [] : [{ type: 'EmployeeDetailsChanged', v: 1, changes }]);
}

function decideFromList(
  employee: Employee,
  details: EmployeeDetails,
  left: LeftOnList | undefined,
): Decision {
  // [L2] Whoever was marked as left stays so: an older list must not open a closed account.
  if (employee.employment.status === 'left') return err({ type: 'hasLeft' });
  if (left) return ok([{ type: 'EmployeeLeft', v: 1, ...lastDayOf(left) }]);
  // [L3] What a list does not say about a person is not taken away.
  return decideDetails(employee, { ...employee.details, ...givenDetails(details) });
}

/** When a code opens something. */
interface Validity {
  readonly startsAt?: number;
  readonly expiresAt: number;
}

/** [C6] [C14] Good from its beginning until the moment it expires; `now` in ms since 1970. */
export function outOfTime({ startsAt, expiresAt }: Validity, now: number): CodeRefusal | undefined {
  if (startsAt !== undefined && now < startsAt) return { type: 'codeNotYetValid', from: startsAt };
  return now >= expiresAt ? { type: 'codeExpired', at: expiresAt } : undefined;
}

const redeemed = (codeId: CodeId, { password, personalEmail }: Redemption): EmployeeEvent => ({
  type: 'ActivationCodeRedeemed',
  v: 1,
  codeId,
  password,
  ...(personalEmail === undefined ? {} : { personalEmail }),
});

function decideRedeem(
  employee: Employee,
  command: Extract<EmployeeCommand, { type: 'RedeemActivationCode' }>,
): Decision {
  const { account } = employee;
  if (account.status !== 'invited' || account.code.codeId !== command.codeId)
    return err(endOfCode(employee, command.codeId));
  const refusal = outOfTime(account.code, command.now);
  return refusal ? err(refusal) : ok([redeemed(command.codeId, command)]);
}

const endRefusals: Readonly<Record<CodeEnd, CodeRefusal>> = {
  redeemed: { type: 'codeUsed' },
  superseded: { type: 'codeSuperseded' },
  ended: { type: 'codeEnded' },
  revoked: { type: 'codeRevoked' },
};

/** Why a code that is not the live one opens nothing. */
export const endOfCode = (employee: Employee, codeId: CodeId): CodeRefusal =>
  endRefusals[employee.spentCodes.find((code) => code.codeId === codeId)?.end ?? 'superseded'];

/** [V2] In ms: so far may the clocks of two tablets be apart before a voucher from the one is refused at the other. */
const CLOCKS_APART = 10 * 60_000;

/** Whether a voucher opens something here, `now` in ms since 1970: the code it speaks of is live, or news. */
export function checkVoucher(
  state: EmployeeState,
  voucher: Voucher,
  now: number,
): Result<'live' | 'news', CodeRefusal> {
  const standing = standingOfVoucher(state, voucher);
  if (standing === 'for another') return err({ type: 'codeForAnother' });
  if (standing !== 'live' && standing !== 'news') return err(endRefusals[standing]);
  const refusal = outOfTime(voucher, now);
  if (refusal) return err(refusal);
  const issuedAt = eventTime(voucher.issue);
  return issuedAt > now + CLOCKS_APART ? err({ type: 'codeNotYetValid', from: issuedAt }) : ok(standing);
}

function decideVoucher(
  state: EmployeeState,
  command: Extract<EmployeeCommand, { type: 'RedeemVoucher' }>,
): Decision {
  const { voucher, hash, now } = command;
  const checked = checkVoucher(state, voucher, now);
  if (!checked.ok) return checked;
  const redemption = redeemed(voucher.codeId, command);
  return ok(
    checked.value === 'live' ? [redemption] : [{ type: 'VoucherAccepted', v: 1, voucher, hash }, redemption],
  );
}

function decideSettlement(
  employee: Employee,
  { caseId, how }: Extract<EmployeeCommand, { type: 'SettleAttention' }>,
): Decision {
  const open = employee.attention.find((entry) => isCase(entry, caseId));
  if (!open) return err({ type: 'attentionSettled' });
  const settled: EmployeeEvent = { type: 'AttentionSettled', v: 1, caseId, how };
  if (how !== 'merge' || open.type !== 'differentPeople') return ok([settled]);
  // [A9] They are one person after all: what the other side says about them is taken over.
  const taken = decideDetails(employee, mergedDetails(employee.details, open.details));
  return taken.ok ? ok([settled, ...taken.value]) : taken;
}

function decide(command: EmployeeCommand, state: EmployeeState): Decision {
  if (command.type === 'RedeemVoucher') return decideVoucher(state, command);
  if (state.status === 'unknown') return decideUnknown(command);
  const hasLeft = state.employment.status === 'left';
  switch (command.type) {
    case 'EnrolEmployee':
      return err({ type: 'alreadyEnrolled' });
    case 'ChangeDetails':
      return decideDetails(state, command.details);
    case 'TakeOverFromList':
      return decideFromList(state, command.details, command.left);
    case 'MarkAsLeft':
      return hasLeft
        ? err({ type: 'alreadyLeft' })
        : ok([{ type: 'EmployeeLeft', v: 1, ...lastDayOf(command) }]);
    case 'BringBack':
      return hasLeft ? ok([{ type: 'EmployeeReturned', v: 1 }]) : err({ type: 'notLeft' });
    case 'IssueActivationCode': {
      if (hasLeft) return err({ type: 'hasLeft' });
      const { type: _, ...code } = command;
      return ok([{ type: 'ActivationCodeIssued', v: 1, ...code, enrolment: state.enrolment.id }]);
    }
    case 'RevokeActivationCode':
      return state.account.status === 'invited'
        ? ok([{ type: 'ActivationCodeRevoked', v: 1, codeId: state.account.code.codeId }])
        : err({ type: 'noCodeOut' });
    case 'RecordHandOver': {
      const { codeId, how } = command;
      const isLive = state.account.status === 'invited' && state.account.code.codeId === codeId;
      return isLive ? ok([{ type: 'CodeHandedOver', v: 1, codeId, how }]) : err(endOfCode(state, codeId));
    }
    case 'IssueDayPass': {
      if (hasLeft) return err({ type: 'hasLeft' });
      if (state.account.status !== 'active') return err({ type: 'noPasswordYet' });
      const { passId, hash, expiresAt } = command;
      return ok([{ type: 'DayPassIssued', v: 1, passId, hash, expiresAt }]);
    }
    case 'EndDayPass':
      return state.dayPass
        ? ok([{ type: 'DayPassEnded', v: 1, passId: state.dayPass.passId }])
        : err({ type: 'noDayPass' });
    case 'RedeemActivationCode':
      return decideRedeem(state, command);
    case 'ChangePassword':
      return state.account.status === 'active' && state.accountSince === command.accountSince
        ? ok([
            {
              type: 'PasswordChanged',
              v: 1,
              password: command.password,
              accountSince: command.accountSince,
            },
          ])
        : err({ type: 'sessionOver' });
    case 'LockAccount':
      // What was guessed at may have been replaced or locked meanwhile: then there is nothing to lock.
      return ok(
        state.accountSince === command.accountSince && !hasLeft && state.account.status !== 'locked'
          ? [{ type: 'AccountLocked', v: 1, accountSince: command.accountSince }]
          : [],
      );
    case 'SettleAttention':
      return decideSettlement(state, command);
    default:
      return assertNever(command);
  }
}

export const employeeDecider: Decider<EmployeeState, EmployeeCommand, EmployeeEvent, EmployeeRefusal> = {
  ...employeeFold,
  decide,
};
