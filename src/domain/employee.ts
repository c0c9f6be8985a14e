// One employee's whole life on the list: enrolled → code issued → activated → left.
//
// Ada, the site manager, enrols Mary and issues a code. Mary redeems it at the kiosk and sets a password of her own:
// only that uses the code up; looking at it, scanning it or opening its link does not. When she forgets the password,
// Ada issues a new code: it ends the old password, the old code and any open session. When Mary leaves, her account
// and any code end with her. At any time exactly one thing opens the account: nothing, a code, or a password.
//
// For somebody who forgot it and needs to get in now, Ada can give a day pass instead: it opens the account for some
// hours beside the password, and leaves that alone.
//
// Here is what can have happened, and how the employee stands. What follows from it is in employeeFold.ts, also when it
// happened on tablets that were apart; what may happen is in employeeDecider.ts.

import type { Brand } from '../kernel/brand';
import type { EventId } from '../kernel/hlc';
import type { AttentionCase, AttentionSettled, Side } from './attention';
import type { CodeChannel } from './codeLifetimes';
import type { DetailChanges, EmployeeDetails } from './employeeDetails';
import type { CodeId } from './ids';
import type { PlainDate } from './plainDate';
import type { Voucher } from './voucher';

/** PHC strings: algorithm, parameters, salt and hash in one text. */
export type CodeHash = Brand<string, 'CodeHash'>;
export type PasswordHash = Brand<string, 'PasswordHash'>;

// --- state

/** How a code was given away: on record as handed over, never as delivered. */
export type HandOver = 'share' | 'copy' | 'email' | 'draft' | 'print';

export interface IssuedCode {
  readonly codeId: CodeId;
  readonly hash: CodeHash;
  /** The event that issued it: says when, and on which tablet. */
  readonly issue: EventId;
  readonly channel: CodeChannel;
  /** [C14] Good from then on, where that is later than its issue; ms since 1970. */
  readonly startsAt?: number;
  readonly expiresAt: number;
  /** The last time. */
  readonly handedOver?: { readonly how: HandOver; readonly at: number };
  /** [B5] Whatever else was done with it. */
  readonly isPrinted?: true;
}
export type CodeEnd = 'redeemed' | 'superseded' | 'ended' | 'revoked';
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

/** [D1] Opens the account beside the password, as often as needed until it ends. */
export interface DayPass {
  readonly passId: CodeId;
  readonly hash: CodeHash;
  /** Its event: a session begun with the pass rests on it. */
  readonly issue: EventId;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export type Employment =
  | { readonly status: 'employed' }
  | { readonly status: 'left'; readonly lastDay?: PlainDate; readonly recordedAt: number };

export interface Employee {
  readonly status: 'enrolled';
  readonly details: EmployeeDetails;
  readonly personalEmail?: string;
  readonly employment: Employment;
  readonly account: Account;
  readonly dayPass?: DayPass;
  /** When a password was last set by its owner, kept when a new code ends it; ms since 1970. */
  readonly passwordSetAt?: number;
  /** [C8] The last codes that no longer open anything, newest first, so that their bearer can be told why. */
  readonly spentCodes: readonly SpentCode[];
  /** The event that last changed what opens the account, and who did it: a session begun on another one is over. */
  readonly accountSince: EventId;
  readonly accountBy: string;
  /** [V4] What last gave or took the right to an account: enrolling, a code, an activation, leaving. No code older than this opens it. */
  readonly grantedSince: EventId;
  /** [V5] Revoked before this tablet heard of them. */
  readonly revokedCodes: readonly CodeId[];
  /** [V3] Known by a voucher alone so far. */
  readonly isProvisional?: true;
  /** The last event in this state: what is younger is not in it yet. */
  readonly upTo: EventId;
  readonly enrolment: Side;
  /** [A3] Enrolments of somebody else under this ID: what was issued on the strength of them is not for this person. */
  readonly otherPeople: readonly EventId[];
  /** What only a person can settle, oldest first. */
  readonly attention: readonly AttentionCase[];
}
/** [V5] Of someone whose enrolment has not arrived, what ends a code may have. */
export interface UnknownEmployee {
  readonly status: 'unknown';
  readonly left?: EventId;
  /** [E9] Came back after leaving: no code older than this opens anything. */
  readonly returned?: EventId;
  readonly revokedCodes?: readonly CodeId[];
}
export type EmployeeState = UnknownEmployee | Employee;

export const SPENT_CODES_KEPT = 2;

/** [T11] The event that last gave a right to the account: what was guessed at before it is gone. */
export const lastGrant = ({ grantedSince, dayPass }: Employee): EventId =>
  dayPass && dayPass.issue > grantedSince ? dayPass.issue : grantedSince;

export interface SessionStanding {
  /** An event of the account, or of a day pass. */
  readonly restsOn: EventId;
  readonly is: 'held' | 'overruled' | 'not known yet';
}

/**
 * [S2] Held by this state, overruled by another one, or not known yet: the state is older than the event. What was known
 * `before` and is not any more has been taken out again, which overrules too.
 */
export function standingOfSession(
  state: EmployeeState,
  restsOn: EventId,
  before?: SessionStanding,
): SessionStanding {
  const wasKnown = before?.restsOn === restsOn && before.is !== 'not known yet';
  const isHeld =
    state.status === 'enrolled' && (restsOn === state.accountSince || restsOn === state.dayPass?.issue);
  const isOlder = state.status === 'enrolled' && state.upTo < restsOn;
  if (isHeld) return { restsOn, is: 'held' };
  return { restsOn, is: isOlder && !wasKnown ? 'not known yet' : 'overruled' };
}

// --- events: facts, in the past tense, with a version

export type EmployeeEvent =
  | { readonly type: 'EmployeeEnrolled'; readonly v: 1; readonly details: EmployeeDetails }
  | {
      readonly type: 'EmployeeDetailsChanged';
      readonly v: 1;
      readonly changes: DetailChanges;
      /** [A3] Of whom: the enrolment that stood on this tablet. Changes of old do not say. */
      readonly enrolment?: EventId;
    }
  | { readonly type: 'EmployeeLeft'; readonly v: 1; readonly lastDay?: PlainDate }
  | { readonly type: 'EmployeeReturned'; readonly v: 1 }
  | {
      readonly type: 'ActivationCodeIssued';
      readonly v: 1;
      readonly codeId: CodeId;
      readonly hash: CodeHash;
      readonly expiresAt: number;
      readonly channel: CodeChannel;
      readonly startsAt?: number;
      /** [A3] For whom: the enrolment that stood on this tablet. Codes of old do not say. */
      readonly enrolment?: EventId;
    }
  | { readonly type: 'ActivationCodeRevoked'; readonly v: 1; readonly codeId: CodeId }
  | { readonly type: 'CodeHandedOver'; readonly v: 1; readonly codeId: CodeId; readonly how: HandOver }
  /** [V1] A tablet took a code that it had not heard of, on the strength of the voucher in its link. */
  | {
      readonly type: 'VoucherAccepted';
      readonly v: 1;
      readonly voucher: Voucher;
      readonly hash: CodeHash;
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
  | {
      readonly type: 'DayPassIssued';
      readonly v: 1;
      readonly passId: CodeId;
      readonly hash: CodeHash;
      readonly expiresAt: number;
      /** [D3] For whose account: the redemption it rests on. Passes of old do not say. */
      readonly redemption?: EventId;
    }
  | { readonly type: 'DayPassEnded'; readonly v: 1; readonly passId: CodeId }
  | AttentionSettled;
