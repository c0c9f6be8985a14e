// What tablets did while they were apart and only a person can settle: the cases on an employee's card.
// Both sides happened and stay in the log. The fold decides which one counts (RULES.md, section A); a case asks a
// manager whether that was right.

import type { EventId } from '../kernel/hlc';
import type { EmployeeDetails } from './employeeDetails';
import type { CodeId } from './ids';

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

/** [A14] One code is one case: `also` are those who used it after the second. */
interface OfOneCode extends Sides {
  readonly codeId: CodeId;
  readonly also?: readonly Side[];
}

export type AttentionCase =
  /** [A1] One code, several activations. The account rests on one of them (its `redemption`), or on none any more. */
  | (OfOneCode & { readonly type: 'codeRedeemedTwice' })
  /** [A2] Activated with a code (`second`) after it had been replaced or ended (`first`). */
  | (OfOneCode & { readonly type: 'spentCodeRedeemed' })
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
  /** [A15] The activations that the case told of. Without them, as older versions recorded it, whatever the case tells of. */
  readonly seen?: readonly EventId[];
};

/** [A10] */
const CASES_KEPT = 20;

/** Of what piles up, the newest are kept. */
export const keepNewest = <T>(kept: readonly T[], next: T): readonly T[] =>
  [...kept, next].slice(-CASES_KEPT);

/** [A14] Asks anew, or adds to what is asked about the same code. */
export function askAbout(cases: readonly AttentionCase[], next: AttentionCase): readonly AttentionCase[] {
  const open = 'codeId' in next && cases.find((entry) => 'codeId' in entry && entry.codeId === next.codeId);
  if (!open) return keepNewest(cases, next);
  return cases.map((entry) =>
    entry === open ? { ...open, also: keepNewest(alsoOf(open), next.second) } : entry,
  );
}

/** Those who used the code after the second. */
export const alsoOf = (entry: AttentionCase): readonly Side[] => ('also' in entry && entry.also) || [];

/** Whether the case is the one that this event made, or had a part in: which of them comes first may turn out later. */
export const isCase = (entry: AttentionCase, caseId: EventId): boolean =>
  [entry.caseId, ...alsoOf(entry).map(({ id }) => id)].includes(caseId);

/** The activations that a case about a code tells of. */
export function activationsIn(entry: AttentionCase): readonly EventId[] {
  if (!('codeId' in entry)) return [];
  const sides = [entry.second, ...alsoOf(entry)];
  return (entry.type === 'codeRedeemedTwice' ? [entry.first, ...sides] : sides).map(({ id }) => id);
}

/** [A15] Whether this answers the case: not where the case tells of an activation that nobody knew of then. */
export const isSettledBy = (entry: AttentionCase, { caseId, seen }: AttentionSettled): boolean =>
  isCase(entry, caseId) && (!seen || activationsIn(entry).every((id) => seen.includes(id)));

/** [A7] A new code answers every question about codes. Who somebody is, it does not answer. */
export const withoutCodeCases = (cases: readonly AttentionCase[]): readonly AttentionCase[] =>
  cases.filter(({ type }) => type === 'differentPeople');
