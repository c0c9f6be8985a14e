// What tablets did while they were apart and only a person can settle: the cases on an employee's card.
// Both sides happened and stay in the log. The fold decides which one counts (RULES.md, section A); a case asks a
// manager whether that was right.

import type { EventId } from '../kernel/hlc';
import type { EmployeeDetails } from './employeeDetails';

/** One of the two sides: what happened, by its event (whose id says when and on which tablet), and who did it. */
export interface Side {
  readonly id: EventId;
  readonly by: string;
}

interface Sides {
  /** The event that made the case. */
  readonly caseId: EventId;
  readonly first: Side;
  readonly second: Side;
}

export type AttentionCase =
  /** [A1] One code, two activations. The account rests on one of them (its `redemption`), or on neither any more. */
  | (Sides & { readonly type: 'codeRedeemedTwice' })
  /** [A2] Activated with a code (`second`) after it had been replaced or ended (`first`). */
  | (Sides & { readonly type: 'spentCodeRedeemed' })
  /** [A3] Two people under one Employee ID: `first` stands on the list, these are the details of the other. */
  | (Sides & { readonly type: 'differentPeople'; readonly details: EmployeeDetails })
  /** [A4] Activated (`second`) after they had left (`first`). */
  | (Sides & { readonly type: 'leaverActivated' });

/** What a manager did about it: on record. */
export type Settlement = 'new code' | 'keep' | 'merge' | 'new id' | 'dismiss';

export type AttentionSettled = {
  readonly type: 'AttentionSettled';
  readonly v: 1;
  readonly caseId: EventId;
  readonly how: Settlement;
};

/** [A10] */
const CASES_KEPT = 20;

/** Of what piles up, the newest are kept. */
export const keepNewest = <T>(kept: readonly T[], next: T): readonly T[] =>
  [...kept, next].slice(-CASES_KEPT);

/** [A7] A new code answers every question about codes. Who somebody is, it does not answer. */
export const withoutCodeCases = (cases: readonly AttentionCase[]): readonly AttentionCase[] =>
  cases.filter(({ type }) => type === 'differentPeople');
