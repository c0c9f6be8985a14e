// What may happen to an employee: a command either becomes events or is refused with a reason.
// It is apart from the facts (employee.ts) because the kiosk starts with the facts alone; what a press asks is loaded
// with the press.

import { assertNever } from '../kernel/brand';
import type { Decider } from '../kernel/decider';
import { err, ok } from '../kernel/result';
import { activationsIn, isCase } from './attention';
import { decideRedeem, decideVoucher, endOfCode } from './codeDecider';
import type { Employee, EmployeeEvent, EmployeeState, UnknownEmployee } from './employee';
import type { Decision, EmployeeCommand, EmployeeRefusal, LeftOnList } from './employeeCommands';
import { detailsToChanges, type EmployeeDetails, givenDetails } from './employeeDetails';
import { employeeFold } from './employeeFold';
import { mergedDetails } from './settling';

const lastDayOf = (left: LeftOnList): LeftOnList => (left.lastDay ? { lastDay: left.lastDay } : {});

function decideUnknown({ left }: UnknownEmployee, command: EmployeeCommand): Decision {
  switch (command.type) {
    case 'EnrolEmployee':
      // [V5] Whoever is known to have left stays so until the rest has arrived.
      if (left) return err({ type: 'hasLeft' });
      return ok([{ type: 'EmployeeEnrolled', v: 1, details: command.details }]);
    case 'TakeOverFromList':
      // [L1] A list does not enrol people who have left.
      return command.left || left
        ? err({ type: 'hasLeft' })
        : ok([{ type: 'EmployeeEnrolled', v: 1, details: command.details }]);
    default:
      return err({ type: 'employeeUnknown' });
  }
}

function decideDetails(employee: Employee, details: EmployeeDetails): Decision {
  const changes = detailsToChanges(employee.details, details);
  if (Object.keys(changes).length === 0) return ok([]);
  return ok([{ type: 'EmployeeDetailsChanged', v: 1, changes, enrolment: employee.enrolment.id }]);
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

function decideSettlement(
  employee: Employee,
  { caseId, how }: Extract<EmployeeCommand, { type: 'SettleAttention' }>,
): Decision {
  const open = employee.attention.find((entry) => isCase(entry, caseId));
  if (!open) return err({ type: 'attentionSettled' });
  const seen = activationsIn(open);
  const named = seen.length > 0 ? { seen } : {};
  const settled: EmployeeEvent = { type: 'AttentionSettled', v: 1, caseId, how, ...named };
  if (how !== 'merge' || open.type !== 'differentPeople') return ok([settled]);
  // [A9] They are one person after all: what the other side says about them is taken over.
  const taken = decideDetails(employee, mergedDetails(employee.details, open.details));
  return taken.ok ? ok([settled, ...taken.value]) : taken;
}

function decide(command: EmployeeCommand, state: EmployeeState): Decision {
  if (command.type === 'RedeemVoucher') return decideVoucher(state, command);
  if (state.status === 'unknown') return decideUnknown(state, command);
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
      const { redemption } = state.account;
      return ok([{ type: 'DayPassIssued', v: 1, passId, hash, expiresAt, redemption }]);
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
