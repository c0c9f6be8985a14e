// What a list means for each of its people: the same question for the dry run and for the import itself, so that what
// was announced is what happens.

import type { Result } from '../kernel/result';
import type { ImportCounts } from './batch';
import type { EmployeeEvent, EmployeeState } from './employee';
import type { EmployeeRefusal } from './employeeCommands';
import { employeeDecider } from './employeeDecider';
import { type DetailField, detailFields } from './employeeDetails';
import type { ImportRow, PersonRow } from './importRow';

export type RowOutcome =
  | { readonly kind: 'new' }
  | { readonly kind: 'changed'; readonly fields: readonly DetailField[] }
  | { readonly kind: 'unchanged' }
  /** `not enrolled`: unknown here, stays so. `marked`: the account ends. `before`: was marked as left earlier. */
  | { readonly kind: 'left'; readonly how: 'not enrolled' | 'marked' | 'before' }
  | { readonly kind: 'wrong' }
  /** The import was stopped before it came to this row. */
  | { readonly kind: 'not reached' };

type Kind = RowOutcome['kind'];

// One object for all rows alike: a list may have 100,000 of them.
const isNew: RowOutcome = { kind: 'new' };
const isUnchanged: RowOutcome = { kind: 'unchanged' };
const isWrong: RowOutcome = { kind: 'wrong' };
export const notReached: RowOutcome = { kind: 'not reached' };
const notEnrolled: RowOutcome = { kind: 'left', how: 'not enrolled' };
const marked: RowOutcome = { kind: 'left', how: 'marked' };
const before: RowOutcome = { kind: 'left', how: 'before' };

export interface RowDecision {
  readonly decided: Result<readonly EmployeeEvent[], EmployeeRefusal>;
  readonly outcome: RowOutcome;
}

/** [L1] to [L4]: what is to happen to the person of a row, given what is known about them here. */
export function decideRow({ details, leftOn }: PersonRow, state: EmployeeState): RowDecision {
  const left = leftOn === undefined ? undefined : leftOn === 'day unknown' ? {} : { lastDay: leftOn };
  const decided = employeeDecider.decide(
    left ? { type: 'TakeOverFromList', details, left } : { type: 'TakeOverFromList', details },
    state,
  );
  if (!decided.ok) return { decided, outcome: state.status === 'unknown' ? notEnrolled : before };
  const [event] = decided.value;
  switch (event?.type) {
    case undefined:
      return { decided, outcome: isUnchanged };
    case 'EmployeeEnrolled':
      return { decided, outcome: isNew };
    case 'EmployeeDetailsChanged': {
      const { changes } = event;
      const fields = detailFields.filter((field) => changes[field] !== undefined);
      return { decided, outcome: { kind: 'changed', fields } };
    }
    default:
      return { decided, outcome: marked };
  }
}

/** The outcome of a row that is decided by itself; a person's is not, until their state is known. */
export function outcomeOfRow(row: ImportRow): RowOutcome | undefined {
  if (row.kind === 'wrong') return isWrong;
  return row.kind === 'repeat' ? isUnchanged : undefined;
}

export type OutcomeCounts = { readonly [K in Kind]: number };

export function countOutcomes(outcomes: readonly RowOutcome[]): OutcomeCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, left: 0, wrong: 0, 'not reached': 0 };
  for (const { kind } of outcomes) counts[kind] += 1;
  return counts;
}

/** The counts as the log keeps them. */
export const countsToRecord = (counts: OutcomeCounts): ImportCounts => ({
  enrolled: counts.new,
  changed: counts.changed,
  unchanged: counts.unchanged,
  left: counts.left,
  wrong: counts.wrong,
});

/** How many rows change something on this tablet. */
export const countEffective = (outcomes: readonly RowOutcome[]): number =>
  outcomes.filter(
    (outcome) =>
      outcome.kind === 'new' ||
      outcome.kind === 'changed' ||
      (outcome.kind === 'left' && outcome.how === 'marked'),
  ).length;

/** How many accounts end because the list says that their owner has left. */
export const countMarked = (outcomes: readonly RowOutcome[]): number =>
  outcomes.filter((outcome) => outcome === marked).length;
