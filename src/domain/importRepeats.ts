// One Employee ID on several rows: the same person twice is harmless, two people under one ID is not for us to settle.

import { foldText } from '../kernel/searchText';
import { detailFields, fullName } from './employeeDetails';
import type { EmployeeId } from './ids';
import type { ImportRow, PersonRow } from './importRow';

const isSame = (a: PersonRow, b: PersonRow): boolean =>
  a.leftOn === b.leftOn && detailFields.every((field) => a.details[field] === b.details[field]);

const isSameName = (a: PersonRow, b: PersonRow): boolean =>
  foldText(fullName(a.details)) === foldText(fullName(b.details));

/** The row that stands for all of them, if one can. */
function findStanding(rows: readonly PersonRow[]): PersonRow | undefined {
  const [first] = rows;
  if (!first || !rows.every((row) => isSameName(first, row))) return undefined;
  const employed = rows.filter((row) => row.leftOn === undefined);
  const [current] = employed;
  if (current) return employed.every((row) => isSame(current, row)) ? current : undefined;
  if (rows.every((row) => isSame(first, row))) return first;
  const dated = rows.filter((row) => row.leftOn !== 'day unknown');
  if (dated.length < rows.length) return undefined;
  return dated.reduce((latest, row) => ((row.leftOn ?? '') > (latest.leftOn ?? '') ? row : latest));
}

/**
 * [I17] Rows of one ID that say the same count once; of one person's several employments the present one counts, else
 * the one that ended last. [I18] Anything else is wrong on every row of that ID, and each names another.
 */
export function settleRepeats(rows: readonly ImportRow[]): ImportRow[] {
  const firstById = new Map<EmployeeId, PersonRow>();
  const rowsById = new Map<EmployeeId, PersonRow[]>();
  for (const row of rows) {
    if (row.kind !== 'person') continue;
    const first = firstById.get(row.employeeId);
    if (!first) firstById.set(row.employeeId, row);
    else rowsById.set(row.employeeId, [...(rowsById.get(row.employeeId) ?? [first]), row]);
  }
  if (rowsById.size === 0) return [...rows];
  const standing = new Map<EmployeeId, PersonRow | undefined>();
  for (const [id, same] of rowsById) standing.set(id, findStanding(same));
  return rows.map((row): ImportRow => {
    if (row.kind !== 'person' || !standing.has(row.employeeId)) return row;
    const { line, employeeId } = row;
    const name = fullName(row.details);
    const kept = standing.get(employeeId);
    if (kept) return kept === row ? row : { line, kind: 'repeat', employeeId, name, sameAs: kept.line };
    const other = rowsById.get(employeeId)?.find((each) => each !== row);
    const problems = other ? ([{ type: 'sameIdTwice', line: other.line }] as const) : [];
    return { line, kind: 'wrong', employeeId, name, problems };
  });
}
