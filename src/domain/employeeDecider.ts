// What may happen to an employee: a command either becomes events or is refused with a reason.
// It is apart from the facts (employee.ts) because the kiosk starts with the facts alone; what a press asks is loaded
// with the press.

import { assertNever } from '../kernel/brand';
import type { Decider } from '../kernel/decider';
import type { EventId } from '../kernel/hlc';
import { err, ok, type Result } from '../kernel/result';
import type { Settlement } from './attention';
import {
  type CodeHash,
  type Employee,
  type EmployeeEvent,
  type EmployeeState,
  employeeFold,
  type PasswordHash,
} from './employee';
import { detailsToChanges, type EmployeeDetails, givenDetails } from './employeeDetails';
import type { CodeId } from './ids';
import type { PlainDate } from './plainDate';
import { mergedDetails } from './settling';

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
      readonly expiresAt: number;
    }
  | {
      readonly type: 'RedeemActivationCode';
      readonly codeId: CodeId;
      readonly password: PasswordHash;
      readonly personalEmail?: string;
      readonly now: number;
    }
  | { readonly type: 'ChangePassword'; readonly password: PasswordHash; readonly accountSince: EventId }
  | { readonly type: 'LockAccount'; readonly accountSince: EventId }
  | { readonly type: 'SettleAttention'; readonly caseId: EventId; readonly how: Settlement };

/** A list says that someone has left; not every list says when. */
export interface LeftOnList {
  readonly lastDay?: PlainDate;
}

// --- refusals

export type CodeRefusal =
  | { readonly type: 'codeUsed' }
  | { readonly type: 'codeSuperseded' }
  | { readonly type: 'codeEnded' }
  | { readonly type: 'codeExpired'; readonly at: number };
export type EmployeeRefusal =
  | { readonly type: 'employeeUnknown' }
  | { readonly type: 'alreadyEnrolled' }
  | { readonly type: 'alreadyLeft' }
  | { readonly type: 'notLeft' }
  | { readonly type: 'hasLeft' }
  | { readonly type: 'sessionOver' }
  | { readonly type: 'attentionSettled' }
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

function decideRedeem(
  employee: Employee,
  command: Extract<EmployeeCommand, { type: 'RedeemActivationCode' }>,
): Decision {
  const { account } = employee;
  if (account.status !== 'invited' || account.code.codeId !== command.codeId)
    return err(endOfCode(employee, command.codeId));
  // [C6] A code is good until the moment it expires.
  if (command.now >= account.code.expiresAt) return err({ type: 'codeExpired', at: account.code.expiresAt });
  const { codeId, password, personalEmail } = command;
  return ok([
    {
      type: 'ActivationCodeRedeemed',
      v: 1,
      codeId,
      password,
      ...(personalEmail === undefined ? {} : { personalEmail }),
    },
  ]);
}

/** Why a code that is not the live one opens nothing. */
export function endOfCode(employee: Employee, codeId: CodeId): CodeRefusal {
  const end = employee.spentCodes.find((code) => code.codeId === codeId)?.end;
  if (end === 'redeemed') return { type: 'codeUsed' };
  return end === 'ended' ? { type: 'codeEnded' } : { type: 'codeSuperseded' };
}

function decideSettlement(
  employee: Employee,
  { caseId, how }: Extract<EmployeeCommand, { type: 'SettleAttention' }>,
): Decision {
  const open = employee.attention.find((entry) => entry.caseId === caseId);
  if (!open) return err({ type: 'attentionSettled' });
  const settled: EmployeeEvent = { type: 'AttentionSettled', v: 1, caseId, how };
  if (how !== 'merge' || open.type !== 'differentPeople') return ok([settled]);
  // [A9] They are one person after all: what the other side says about them is taken over.
  const taken = decideDetails(employee, mergedDetails(employee.details, open.details));
  return taken.ok ? ok([settled, ...taken.value]) : taken;
}

function decide(command: EmployeeCommand, state: EmployeeState): Decision {
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
      const { codeId, hash, expiresAt } = command;
      const enrolment = state.enrolment.id;
      return ok([
        { type: 'ActivationCodeIssued', v: 1, codeId, hash, expiresAt, channel: 'screen', enrolment },
      ]);
    }
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
