// What a row of a list turned out to be: a person, the same person once more, or wrong and why.

import type { EmployeeDetails, FieldProblem } from './employeeDetails';
import type { EmployeeId } from './ids';
import type { ImportField } from './importColumnNames';
import type { LineManagerNote } from './importLineManagers';
import type { PlainDate } from './plainDate';

export type RowNote = (FieldProblem & { readonly field: ImportField }) | LineManagerNote;
export type RowProblem =
  | (FieldProblem & { readonly field: ImportField })
  | { readonly type: 'idDestroyed'; readonly text: string }
  | { readonly type: 'sameIdTwice'; readonly line: number }
  /** More cells than the header has: a comma inside a name has moved everything behind it. */
  | { readonly type: 'tooManyCells' }
  | { readonly type: 'rowHasNoFields' };

export interface PersonRow {
  readonly line: number;
  readonly kind: 'person';
  readonly employeeId: EmployeeId;
  readonly details: EmployeeDetails;
  /** Only for somebody who has left. */
  readonly leftOn?: PlainDate | 'day unknown';
  readonly notes: readonly RowNote[];
}
export interface WrongRow {
  readonly line: number;
  readonly kind: 'wrong';
  /** As found, for a person to recognise the row by; '' where nothing was. */
  readonly employeeId: string;
  readonly name: string;
  readonly problems: readonly RowProblem[];
}
/** The same person once more: nothing is lost by leaving this row out. */
export interface RepeatRow {
  readonly line: number;
  readonly kind: 'repeat';
  readonly employeeId: EmployeeId;
  readonly name: string;
  readonly sameAs: number;
}
export type ImportRow = PersonRow | WrongRow | RepeatRow;

/**
 * Where the people stand in a list, in the order of their Employee IDs: neighbours here are neighbours in the store,
 * and are read and written together.
 */
export function placesById(rows: readonly ImportRow[]): Uint32Array {
  const people = rows.flatMap((row, place) => (row.kind === 'person' ? [{ id: row.employeeId, place }] : []));
  people.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return Uint32Array.from(people, ({ place }) => place);
}
