// One employee's whole life on the list: enrolled → code issued → activated → left.
//
// Ada, the site manager, enrols Mary and issues a code. Mary redeems it at the kiosk and sets a password of her own:
// only that uses the code up; looking at it, scanning it or opening its link does not. When she forgets the password,
// Ada issues a new code: it ends the old password, the old code and any open session. When Mary leaves, her account
// and any code end with her. At any time exactly one thing opens the account: nothing, a code, or a password.

import type { Brand } from '../kernel/brand';
import { assertNever } from '../kernel/brand';
import type { Decider, Recorded } from '../kernel/decider';
import { type EventId, eventTime } from '../kernel/hlc';
import { err, ok, type Result } from '../kernel/result';
import { changeDetails, type DetailChanges, detailsToChanges, type EmployeeDetails } from './employeeDetails';
import type { CodeId } from './ids';
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
}
export type CodeEnd = 'redeemed' | 'superseded' | 'ended';
export interface SpentCode extends IssuedCode {
  readonly end: CodeEnd;
}

export type Account =
  | { readonly status: 'none' }
  | { readonly status: 'invited'; readonly code: IssuedCode }
  | { readonly status: 'active'; readonly password: PasswordHash }
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
  /** The event that last changed what opens the account: a session begun before it is over. */
  readonly accountSince: EventId;
}
export type EmployeeState = { readonly status: 'unknown' } | Employee;

export const SPENT_CODES_KEPT = 2;

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
  | { readonly type: 'AccountLocked'; readonly v: 1; readonly accountSince: EventId };

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
  | { readonly type: 'LockAccount'; readonly accountSince: EventId };

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
  const said = Object.entries(details).filter(([, value]) => value !== '');
  return decideDetails(employee, { ...employee.details, ...Object.fromEntries(said) });
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
      return ok([{ type: 'ActivationCodeIssued', v: 1, codeId, hash, expiresAt, channel: 'screen' }]);
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
    default:
      return assertNever(command);
  }
}

// --- evolve

function spend(employee: Employee, end: CodeEnd): readonly SpentCode[] {
  if (employee.account.status !== 'invited') return employee.spentCodes;
  return [{ ...employee.account.code, end }, ...employee.spentCodes].slice(0, SPENT_CODES_KEPT);
}

function evolve(state: EmployeeState, event: Recorded<EmployeeEvent>): EmployeeState {
  const at = eventTime(event.id);
  if (state.status === 'unknown') {
    if (event.type !== 'EmployeeEnrolled') return state;
    return {
      status: 'enrolled',
      details: event.details,
      employment: { status: 'employed' },
      account: { status: 'none' },
      spentCodes: [],
      accountSince: event.id,
    };
  }
  switch (event.type) {
    case 'EmployeeDetailsChanged':
      return { ...state, details: changeDetails(state.details, event.changes) };
    case 'EmployeeLeft':
      if (state.employment.status === 'left') return state;
      return {
        ...state,
        employment: { status: 'left', recordedAt: at, ...lastDayOf(event) },
        account: { status: 'none' },
        spentCodes: spend(state, 'ended'),
        accountSince: event.id,
      };
    case 'EmployeeReturned':
      return { ...state, employment: { status: 'employed' } };
    case 'ActivationCodeIssued': {
      if (state.employment.status === 'left') return state;
      const { codeId, hash, expiresAt } = event;
      const code: IssuedCode = { codeId, hash, issuedAt: at, expiresAt };
      return {
        ...state,
        account: { status: 'invited', code },
        spentCodes: spend(state, 'superseded'),
        accountSince: event.id,
      };
    }
    case 'ActivationCodeRedeemed':
      // [C7] A code works once: only the redemption of the live code counts.
      if (state.account.status !== 'invited' || state.account.code.codeId !== event.codeId) return state;
      return {
        ...state,
        ...(event.personalEmail === undefined ? {} : { personalEmail: event.personalEmail }),
        account: { status: 'active', password: event.password },
        spentCodes: spend(state, 'redeemed'),
        passwordSetAt: at,
        accountSince: event.id,
      };
    case 'PasswordChanged':
      if (state.account.status !== 'active' || state.accountSince !== event.accountSince) return state;
      return {
        ...state,
        account: { status: 'active', password: event.password },
        passwordSetAt: at,
        accountSince: event.id,
      };
    case 'AccountLocked':
      if (state.employment.status === 'left' || state.accountSince !== event.accountSince) return state;
      return {
        ...state,
        account: { status: 'locked' },
        spentCodes: spend(state, 'ended'),
        accountSince: event.id,
      };
    default:
      // Enrolled a second time, or an event of a newer version: kept in the log, skipped here.
      return state;
  }
}

export const employeeDecider: Decider<EmployeeState, EmployeeCommand, EmployeeEvent, EmployeeRefusal> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
