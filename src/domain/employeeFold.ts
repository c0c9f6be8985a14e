// What follows from what happened to an employee, in the order of the event ids; also when it happened on tablets that
// were apart (RULES.md, section A) or stood in a voucher (section V). It never refuses and never throws.

import type { Fold, Recorded } from '../kernel/decider';
import { eventDevice, eventTime } from '../kernel/hlc';
import { foldText } from '../kernel/searchText';
import { type AttentionCase, askAbout, isCase, keepNewest, type Side, withoutCodeCases } from './attention';
import {
  type Account,
  type CodeEnd,
  type Employee,
  type EmployeeEvent,
  type EmployeeState,
  type IssuedCode,
  SPENT_CODES_KEPT,
  type UnknownEmployee,
} from './employee';
import { changeDetails, fullName, givenDetails } from './employeeDetails';
import type { CodeId } from './ids';
import { initialStates } from './initialStates';
import { isSameName, type Voucher } from './voucher';

type Happened<Type extends EmployeeEvent['type']> = Recorded<Extract<EmployeeEvent, { type: Type }>>;

const toSide = ({ id, by }: Side): Side => ({ id, by });

/** What opens the account has changed by this event. Whatever the change, a day pass ends with it. */
function changeAccount({ dayPass: _, ...state }: Employee, { id, by }: Side, account: Account): Employee {
  return { ...state, account, accountSince: id, accountBy: by };
}

const spend = ({ account, spentCodes }: Employee, end: CodeEnd, event: Side): Employee['spentCodes'] =>
  account.status === 'invited'
    ? [{ ...account.code, end, endedBy: toSide(event) }, ...spentCodes].slice(0, SPENT_CODES_KEPT)
    : spentCodes;

function enrol(event: Side & Pick<Employee, 'details'>, revokedCodes: readonly CodeId[] = []): Employee {
  const { id, by, details } = event;
  return {
    status: 'enrolled',
    details,
    employment: { status: 'employed' },
    account: { status: 'none' },
    spentCodes: [],
    accountSince: id,
    accountBy: by,
    grantedSince: id,
    revokedCodes,
    upTo: id,
    enrolment: { id, by },
    otherPeople: [],
    attention: [],
  };
}

/** Enrolled on two tablets that were apart. */
function enrolAgain(state: Employee, event: Happened<'EmployeeEnrolled'>): Employee {
  const { id, details } = event;
  // [A6] The same person is one employee.
  if (foldText(fullName(details)) === foldText(fullName(state.details)))
    return { ...state, details: { ...details, ...givenDetails(state.details) } };
  // [A3] Somebody else: who was first stands.
  const asked = {
    type: 'differentPeople',
    caseId: id,
    first: state.enrolment,
    second: toSide(event),
    details,
  } as const;
  return {
    ...state,
    otherPeople: keepNewest(state.otherPeople, id),
    attention: keepNewest(state.attention, asked),
  };
}

// --- codes

/** One live code at a time: this one, from the event on. */
function invite(state: Employee, event: Side, code: IssuedCode): Employee {
  return {
    ...changeAccount(state, event, { status: 'invited', code }),
    grantedSince: code.issue,
    spentCodes: spend(state, 'superseded', event),
    attention: withoutCodeCases(state.attention),
  };
}

function issue(state: Employee, event: Happened<'ActivationCodeIssued'>): Employee {
  // [A3] What was made for somebody else under this ID opens nothing here.
  const isForOther = event.enrolment !== undefined && state.otherPeople.includes(event.enrolment);
  if (state.employment.status === 'left' || isForOther) return state;
  const { id, codeId, hash, channel, startsAt, expiresAt } = event;
  return invite(state, event, { ...{ codeId, hash, issue: id, channel, expiresAt }, ...from(startsAt) });
}

const from = (startsAt: number | undefined) => (startsAt === undefined ? {} : { startsAt });

/**
 * How a code stands that a voucher speaks of: `live`, how it ended, or `news`, which this tablet learns from it.
 * [V4] It is news only where nothing younger gave or took the right to an account.
 */
export function standingOfVoucher(
  state: EmployeeState,
  voucher: Voucher,
): 'live' | 'news' | 'for another' | CodeEnd {
  const { codeId, issue, enrolment } = voucher;
  if (state.revokedCodes?.includes(codeId)) return 'revoked';
  if (state.status === 'unknown') return state.left && state.left > issue ? 'ended' : 'news';
  const { account, employment, spentCodes, otherPeople, grantedSince } = state;
  if (account.status === 'invited' && account.code.codeId === codeId) return 'live';
  const spent = spentCodes.find((code) => code.codeId === codeId);
  if (spent) return spent.end;
  if (employment.status === 'left') return 'ended';
  // [V8] Enrolled elsewhere too: by the name, one person or two.
  const isForOther =
    enrolment !== undefined &&
    enrolment !== state.enrolment.id &&
    (otherPeople.includes(enrolment) || !isSameName(voucher, state.details));
  if (isForOther) return 'for another';
  return issue <= grantedSince ? 'superseded' : 'news';
}

/** [V1] A code is known from its voucher as it would be from its issue; where the issue is known, nothing follows. */
function acceptVoucher(state: EmployeeState, event: Happened<'VoucherAccepted'>): EmployeeState {
  const { voucher, hash } = event;
  if (standingOfVoucher(state, voucher) !== 'news') return state;
  const { codeId, issue, startsAt, expiresAt, firstName, lastName, enrolment } = voucher;
  const code: IssuedCode = {
    ...{ codeId, hash, issue, channel: 'screen', expiresAt },
    ...from(startsAt),
  };
  if (state.status === 'enrolled') return invite(state, event, code);
  // [V3] Somebody this tablet had not heard of.
  const side = { id: enrolment ?? event.id, by: event.by, details: { firstName, lastName } };
  return {
    ...invite({ ...enrol(side, state.revokedCodes), isProvisional: true }, event, code),
    upTo: event.id,
  };
}

function revoke(state: Employee, event: Happened<'ActivationCodeRevoked'>): Employee {
  const { account, spentCodes } = state;
  if (account.status === 'invited' && account.code.codeId === event.codeId)
    return {
      ...changeAccount(state, event, { status: 'none' }),
      grantedSince: event.id,
      spentCodes: spend(state, 'revoked', event),
    };
  return spentCodes.some(({ codeId }) => codeId === event.codeId)
    ? state
    : { ...state, revokedCodes: keepNewest(state.revokedCodes, event.codeId) };
}

function handOver(state: Employee, { id, codeId, how }: Happened<'CodeHandedOver'>): Employee {
  const { account } = state;
  if (account.status !== 'invited' || account.code.codeId !== codeId) return state;
  return {
    ...state,
    account: { ...account, code: { ...account.code, handedOver: { how, at: eventTime(id) } } },
  };
}

function redeem(state: Employee, event: Happened<'ActivationCodeRedeemed'>): Employee {
  const { account } = state;
  if (account.status === 'invited' && account.code.codeId === event.codeId)
    return {
      ...open(state, event),
      ...(event.personalEmail === undefined ? {} : { personalEmail: event.personalEmail }),
      spentCodes: spend(state, 'redeemed', event),
    };
  // [C7] A code works once. On its own tablet this one was live: it was spent on another one meanwhile.
  const spent = state.spentCodes.find(({ codeId }) => codeId === event.codeId);
  const hasLeft = state.employment.status === 'left';
  const isSecond = !hasLeft && spent?.end === 'redeemed';
  const sides = {
    caseId: event.id,
    first: (!hasLeft && spent?.endedBy) || { id: state.accountSince, by: state.accountBy },
    second: toSide(event),
  };
  const asked: AttentionCase = hasLeft
    ? { type: 'leaverActivated', ...sides }
    : { type: isSecond ? 'codeRedeemedTwice' : 'spentCodeRedeemed', ...sides, codeId: event.codeId };
  const after = { ...state, attention: askAbout(state.attention, asked) };
  // [A1] Whoever redeemed it where it was issued wins, for as long as the account rests on the other redemption.
  if (
    !isSecond ||
    account.status !== 'active' ||
    account.redemption !== spent.endedBy.id ||
    eventDevice(event.id) !== eventDevice(spent.issue) ||
    eventDevice(account.redemption) === eventDevice(spent.issue)
  )
    return after;
  const { personalEmail: _, ...mine } = open(after, event);
  return {
    ...mine,
    ...(event.personalEmail === undefined ? {} : { personalEmail: event.personalEmail }),
    spentCodes: state.spentCodes.map((code) => (code === spent ? { ...code, endedBy: toSide(event) } : code)),
  };
}

const open = (state: Employee, event: Happened<'ActivationCodeRedeemed'>): Employee => ({
  ...changeAccount(state, event, { status: 'active', password: event.password, redemption: event.id }),
  passwordSetAt: eventTime(event.id),
  grantedSince: event.id,
});

// --- everything else

function leave(state: Employee, event: Happened<'EmployeeLeft'>): Employee {
  const recordedAt = eventTime(event.id);
  return {
    ...changeAccount(state, event, { status: 'none' }),
    employment: { status: 'left', recordedAt, ...(event.lastDay ? { lastDay: event.lastDay } : {}) },
    grantedSince: event.id,
    spentCodes: spend(state, 'ended', event),
  };
}

/** What follows from an event; `undefined` for one of a newer version, which is kept in the log and skipped here. */
function follow(state: Employee, event: Recorded<EmployeeEvent>): Employee | undefined {
  const { account } = state;
  const hasLeft = state.employment.status === 'left';
  switch (event.type) {
    case 'EmployeeEnrolled':
      return enrolAgain(state, event);
    case 'EmployeeDetailsChanged':
      return { ...state, details: changeDetails(state.details, event.changes) };
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
      if (account.status !== 'active') return state;
      const { passId, hash, expiresAt, id } = event;
      return { ...state, dayPass: { passId, hash, expiresAt, issue: id } };
    }
    case 'DayPassEnded': {
      const { dayPass, ...without } = state;
      return dayPass?.passId === event.passId ? without : state;
    }
    case 'AttentionSettled':
      // [A8] Settled on two tablets: the second finds nothing to settle.
      return { ...state, attention: state.attention.filter((entry) => !isCase(entry, event.caseId)) };
    default:
      return undefined;
  }
}

function followUnknown(state: UnknownEmployee, event: Recorded<EmployeeEvent>): EmployeeState {
  switch (event.type) {
    case 'EmployeeEnrolled':
      return enrol(event, state.revokedCodes);
    case 'VoucherAccepted':
      return acceptVoucher(state, event);
    case 'EmployeeLeft':
      return { ...state, left: event.id };
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
