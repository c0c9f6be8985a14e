// What may be asked to happen to an employee, and the reasons for which it is refused.

import type { EventId } from '../kernel/hlc';
import type { Result } from '../kernel/result';
import type { Settlement } from './attention';
import type { CodeChannel } from './codeLifetimes';
import type { CodeHash, EmployeeEvent, HandOver, PasswordHash } from './employee';
import type { EmployeeDetails } from './employeeDetails';
import type { CodeId } from './ids';
import type { PlainDate } from './plainDate';
import type { Voucher } from './voucher';

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

export interface Redemption {
  readonly password: PasswordHash;
  readonly personalEmail?: string;
  readonly now: number;
}

/** A list says that someone has left; not every list says when. */
export interface LeftOnList {
  readonly lastDay?: PlainDate;
}

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

export type Decision = Result<readonly EmployeeEvent[], EmployeeRefusal>;
