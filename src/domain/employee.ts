// One employee's whole life on the list: enrolled → code issued → activated → left.
//
// Ada, the site manager, enrols Mary and issues a code. Mary redeems it at the kiosk and sets a password of her own:
// only that uses the code up; looking at it, scanning it or opening its link does not. When she forgets the password,
// Ada issues a new code: it ends the old password, the old code and any open session. When Mary leaves, her account
// and any code end with her. At any time exactly one thing opens the account: nothing, a code, or a password.
//
// Here is what has happened and what follows from it, also when it happened on tablets that were apart (RULES.md,
// section A). What may happen is in employeeDecider.ts.

import type { Brand } from '../kernel/brand';
import type { Fold, Recorded } from '../kernel/decider';
import { type DeviceId, type EventId, eventDevice, eventTime } from '../kernel/hlc';
import { foldText } from '../kernel/searchText';
import {
  type AttentionCase,
  type AttentionSettled,
  keepNewest,
  type Side,
  withoutCodeCases,
} from './attention';
import {
  changeDetails,
  type DetailChanges,
  type EmployeeDetails,
  fullName,
  givenDetails,
} from './employeeDetails';
import type { CodeId } from './ids';
import { initialStates } from './initialStates';
import type { PlainDate } from './plainDate';

/** PHC strings: algorithm, parameters, salt and hash in one text. */
export type CodeHash = Brand<string, 'CodeHash'>;
export type PasswordHash = Brand<string, 'PasswordHash'>;

// --- state

export interface IssuedCode {
  readonly codeId: CodeId;
  readonly hash: CodeHash;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** [A1] The tablet that issued it. */
  readonly issuedOn: DeviceId;
}
export type CodeEnd = 'redeemed' | 'superseded' | 'ended';
export interface SpentCode extends IssuedCode {
  readonly end: CodeEnd;
  /** What ended it; of several redemptions the one that counts. */
  readonly endedBy: Side;
}

export type Account =
  | { readonly status: 'none' }
  | { readonly status: 'invited'; readonly code: IssuedCode }
  /** The password may have been changed since: it still rests on the redemption (its event) that made the account. */
  | { readonly status: 'active'; readonly password: PasswordHash; readonly redemption: EventId }
  | { readonly status: 'locked' };

export type Employment =
  | { readonly status: 'employed' }
  | { readonly status: 'left'; readonly lastDay?: PlainDate; readonly recordedAt: number };

export interface Employee {
  readonly status: 'enrolled';
  readonly details: EmployeeDetails;
  readonly personalEmail?: string;
  readonly employment: Employment;
  readonly account: Account;
  /** When a password was last set by its owner, kept when a new code ends it; ms since 1970. */
  readonly passwordSetAt?: number;
  /** [C8] The last codes that no longer open anything, newest first, so that their bearer can be told why. */
  readonly spentCodes: readonly SpentCode[];
  /** The event that last changed what opens the account, and who did it: a session begun on another one is over. */
  readonly accountSince: EventId;
  readonly accountBy: string;
  /** The last event in this state: what is younger is not in it yet. */
  readonly upTo: EventId;
  readonly enrolment: Side;
  /** [A3] Enrolments of somebody else under this ID: what was issued on the strength of them is not for this person. */
  readonly otherPeople: readonly EventId[];
  /** What only a person can settle, oldest first. */
  readonly attention: readonly AttentionCase[];
}
export type EmployeeState = { readonly status: 'unknown' } | Employee;

export const SPENT_CODES_KEPT = 2;

/** [S2] Does this state know the event a session rests on, and rest on another one itself? */
export const isSessionOverruled = (state: EmployeeState, accountSince: EventId): boolean =>
  state.status === 'unknown' || (state.accountSince !== accountSince && state.upTo >= accountSince);

// --- events: facts, in the past tense, with a version

export type EmployeeEvent =
  | { readonly type: 'EmployeeEnrolled'; readonly v: 1; readonly details: EmployeeDetails }
  | { readonly type: 'EmployeeDetailsChanged'; readonly v: 1; readonly changes: DetailChanges }
  | { readonly type: 'EmployeeLeft'; readonly v: 1; readonly lastDay?: PlainDate }
  | { readonly type: 'EmployeeReturned'; readonly v: 1 }
  | {
      readonly type: 'ActivationCodeIssued';
      readonly v: 1;
      readonly codeId: CodeId;
      readonly hash: CodeHash;
      readonly expiresAt: number;
      readonly channel: 'screen';
      /** [A3] For whom: the enrolment that stood on this tablet. Codes of old do not say. */
      readonly enrolment?: EventId;
    }
  | {
      readonly type: 'ActivationCodeRedeemed';
      readonly v: 1;
      readonly codeId: CodeId;
      readonly password: PasswordHash;
      readonly personalEmail?: string;
    }
  /** [S7] Both say what they were decided against: what has been replaced meanwhile is neither changed nor locked. */
  | {
      readonly type: 'PasswordChanged';
      readonly v: 1;
      readonly password: PasswordHash;
      readonly accountSince: EventId;
    }
  | { readonly type: 'AccountLocked'; readonly v: 1; readonly accountSince: EventId }
  | AttentionSettled;

type Happened<Type extends EmployeeEvent['type']> = Recorded<Extract<EmployeeEvent, { type: Type }>>;

// --- evolve

const toSide = ({ id, by }: Side): Side => ({ id, by });

/** What opens the account has changed by this event. */
const changed = ({ id, by }: Side) => ({ accountSince: id, accountBy: by });

const spend = (employee: Employee, end: CodeEnd, event: Side): readonly SpentCode[] =>
  employee.account.status === 'invited'
    ? [{ ...employee.account.code, end, endedBy: toSide(event) }, ...employee.spentCodes].slice(
        0,
        SPENT_CODES_KEPT,
      )
    : employee.spentCodes;

const enrol = (event: Happened<'EmployeeEnrolled'>): Employee => ({
  status: 'enrolled',
  details: event.details,
  employment: { status: 'employed' },
  account: { status: 'none' },
  spentCodes: [],
  ...changed(event),
  upTo: event.id,
  enrolment: toSide(event),
  otherPeople: [],
  attention: [],
});

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
  const asked: AttentionCase = {
    type: hasLeft ? 'leaverActivated' : isSecond ? 'codeRedeemedTwice' : 'spentCodeRedeemed',
    caseId: event.id,
    first: (!hasLeft && spent?.endedBy) || { id: state.accountSince, by: state.accountBy },
    second: toSide(event),
  };
  const after = { ...state, attention: keepNewest(state.attention, asked) };
  // [A1] Whoever redeemed it where it was issued wins, for as long as the account rests on the other redemption.
  if (
    !isSecond ||
    account.status !== 'active' ||
    account.redemption !== spent.endedBy.id ||
    eventDevice(event.id) !== spent.issuedOn ||
    eventDevice(account.redemption) === spent.issuedOn
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
  ...state,
  account: { status: 'active', password: event.password, redemption: event.id },
  passwordSetAt: eventTime(event.id),
  ...changed(event),
});

/** What follows from an event; `undefined` for one of a newer version, which is kept in the log and skipped here. */
function follow(state: Employee, event: Recorded<EmployeeEvent>): Employee | undefined {
  const hasLeft = state.employment.status === 'left';
  switch (event.type) {
    case 'EmployeeEnrolled':
      return enrolAgain(state, event);
    case 'EmployeeDetailsChanged':
      return { ...state, details: changeDetails(state.details, event.changes) };
    case 'EmployeeLeft':
      if (hasLeft) return state;
      return {
        ...state,
        employment: {
          status: 'left',
          recordedAt: eventTime(event.id),
          ...(event.lastDay ? { lastDay: event.lastDay } : {}),
        },
        account: { status: 'none' },
        spentCodes: spend(state, 'ended', event),
        ...changed(event),
      };
    case 'EmployeeReturned':
      return { ...state, employment: { status: 'employed' } };
    case 'ActivationCodeIssued': {
      // [A3] What was made for somebody else under this ID opens nothing here.
      const isForOther = event.enrolment !== undefined && state.otherPeople.includes(event.enrolment);
      if (hasLeft || isForOther) return state;
      const { id, codeId, hash, expiresAt } = event;
      const code: IssuedCode = {
        codeId,
        hash,
        issuedAt: eventTime(id),
        expiresAt,
        issuedOn: eventDevice(id),
      };
      return {
        ...state,
        account: { status: 'invited', code },
        spentCodes: spend(state, 'superseded', event),
        ...changed(event),
        attention: withoutCodeCases(state.attention),
      };
    }
    case 'ActivationCodeRedeemed':
      return redeem(state, event);
    case 'PasswordChanged':
      if (state.account.status !== 'active' || state.accountSince !== event.accountSince) return state;
      return {
        ...state,
        account: { ...state.account, password: event.password },
        passwordSetAt: eventTime(event.id),
        ...changed(event),
      };
    case 'AccountLocked':
      if (hasLeft || state.accountSince !== event.accountSince) return state;
      return {
        ...state,
        account: { status: 'locked' },
        spentCodes: spend(state, 'ended', event),
        ...changed(event),
      };
    case 'AttentionSettled':
      // [A8] Settled on two tablets: the second finds nothing to settle.
      return { ...state, attention: state.attention.filter(({ caseId }) => caseId !== event.caseId) };
    default:
      return undefined;
  }
}

function evolve(state: EmployeeState, event: Recorded<EmployeeEvent>): EmployeeState {
  if (state.status === 'unknown') return event.type === 'EmployeeEnrolled' ? enrol(event) : state;
  const next = follow(state, event);
  return next ? { ...next, upTo: event.id } : state;
}

export const employeeFold: Fold<EmployeeState, EmployeeEvent> = {
  initial: initialStates.employee,
  evolve,
};
