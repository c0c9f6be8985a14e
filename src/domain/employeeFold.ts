// What follows from what happened to an employee, in the order of the event ids; also when it happened on tablets that
// were apart (RULES.md, section A) or stood in a voucher (section V). It never refuses and never throws.

import type { Fold, Recorded } from '../kernel/decider';
import { eventTime } from '../kernel/hlc';
import { changeAccount, type Happened, spend } from './accountFold';
import { isSettledBy, keepNewest } from './attention';
import { acceptVoucher, handOver, issue, redeem, revoke } from './codeFold';
import type { Employee, EmployeeEvent, EmployeeState, UnknownEmployee } from './employee';
import { changeDetails } from './employeeDetails';
import { enrol, enrolAgain } from './enrolmentFold';
import { initialStates } from './initialStates';

function leave(state: Employee, event: Happened<'EmployeeLeft'>): Employee {
  const recordedAt = eventTime(event.id);
  return {
    ...changeAccount(state, event, { status: 'none' }),
    employment: { status: 'left', recordedAt, ...(event.lastDay ? { lastDay: event.lastDay } : {}) },
    grantedSince: event.id,
    spentCodes: spend(state, 'ended', event),
  };
}

/** [A3] What was changed about somebody else under this ID stands on the card that asks about them. */
function changeWhose(state: Employee, { enrolment, changes }: Happened<'EmployeeDetailsChanged'>): Employee {
  if (enrolment === undefined || !state.otherPeople.includes(enrolment))
    return { ...state, details: changeDetails(state.details, changes) };
  const attention = state.attention.map((asked) =>
    asked.type === 'differentPeople' && asked.caseId === enrolment
      ? { ...asked, details: changeDetails(asked.details, changes) }
      : asked,
  );
  return { ...state, attention };
}

/** What follows from an event; `undefined` for one of a newer version, which is kept in the log and skipped here. */
function follow(state: Employee, event: Recorded<EmployeeEvent>): Employee | undefined {
  const { account } = state;
  const hasLeft = state.employment.status === 'left';
  switch (event.type) {
    case 'EmployeeEnrolled':
      return enrolAgain(state, event);
    case 'EmployeeDetailsChanged':
      return changeWhose(state, event);
    case 'EmployeeLeft':
      return hasLeft ? state : leave(state, event);
    case 'EmployeeReturned':
      // [E9] What was issued meanwhile, by a tablet that had not heard of the leaving, opens nothing either.
      return hasLeft ? { ...state, employment: { status: 'employed' }, grantedSince: event.id } : state;
    case 'ActivationCodeIssued':
      return issue(state, event);
    case 'ActivationCodeRevoked':
      return revoke(state, event);
    case 'CodeHandedOver':
      return handOver(state, event);
    case 'VoucherAccepted':
      return acceptVoucher(state, event) as Employee;
    case 'ActivationCodeRedeemed':
      return redeem(state, event);
    case 'PasswordChanged':
      if (account.status !== 'active' || state.accountSince !== event.accountSince) return state;
      return {
        ...changeAccount(state, event, { ...account, password: event.password }),
        passwordSetAt: eventTime(event.id),
      };
    case 'AccountLocked':
      if (hasLeft || state.accountSince !== event.accountSince) return state;
      return {
        ...changeAccount(state, event, { status: 'locked' }),
        spentCodes: spend(state, 'ended', event),
      };
    case 'DayPassIssued': {
      // [D3] Of a redemption that does not count, or of somebody else under this ID.
      const isForOther =
        event.redemption !== undefined &&
        account.status === 'active' &&
        event.redemption !== account.redemption;
      if (account.status !== 'active' || isForOther) return state;
      const { passId, hash, expiresAt, id } = event;
      return { ...state, dayPass: { passId, hash, expiresAt, issue: id } };
    }
    case 'DayPassEnded': {
      const { dayPass, ...without } = state;
      return dayPass?.passId === event.passId ? without : state;
    }
    case 'AttentionSettled':
      // [A8] Settled on two tablets: the second finds nothing to settle.
      return {
        ...state,
        attention: state.attention.filter((entry) => !isSettledBy(entry, event)),
        // [A9] One person after all: what is recorded about either from then on is about them.
        otherPeople:
          event.how === 'merge' ? state.otherPeople.filter((id) => id !== event.caseId) : state.otherPeople,
      };
    default:
      return undefined;
  }
}

function followUnknown(state: UnknownEmployee, event: Recorded<EmployeeEvent>): EmployeeState {
  switch (event.type) {
    case 'EmployeeEnrolled': {
      const known = enrol(event, state.revokedCodes);
      // [V5] On a tablet that had heard of nothing but the leaving.
      if (state.left) return leave(known, { id: state.left, by: event.by, v: 1, type: 'EmployeeLeft' });
      return state.returned ? { ...known, grantedSince: state.returned } : known;
    }
    case 'VoucherAccepted':
      return acceptVoucher(state, event);
    case 'EmployeeLeft':
      return { ...state, left: event.id };
    case 'EmployeeReturned': {
      const { left, ...back } = state;
      return left ? { ...back, returned: event.id } : state;
    }
    case 'ActivationCodeRevoked':
      return { ...state, revokedCodes: keepNewest(state.revokedCodes ?? [], event.codeId) };
    default:
      return state;
  }
}

function evolve(state: EmployeeState, event: Recorded<EmployeeEvent>): EmployeeState {
  if (state.status === 'unknown') return followUnknown(state, event);
  const next = follow(state, event);
  return next ? { ...next, upTo: event.id } : state;
}

export const employeeFold: Fold<EmployeeState, EmployeeEvent> = {
  initial: initialStates.employee,
  evolve,
};
