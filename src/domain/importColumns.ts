// Which column holds what. Headings propose, the cells below them agree or object, and the person corrects by hand.

import { parseEmail } from './employeeDetails';
import { isPlaceholder, unwrapCell, unwrapNumber } from './importCells';
import { headingToField, headingWords, type ImportField } from './importColumnNames';
import { readListDate } from './importDates';
import { secretColumns } from './importSecrets';
import type { ListRow } from './importTable';
import type { PlainDate } from './plainDate';

export interface ImportColumn {
  readonly index: number;
  readonly header: string;
  readonly field: ImportField | null;
  /** Holds passwords or the like: it cannot be assigned, and its cells are not there. */
  readonly isSecret: boolean;
  /** Up to three different cells, to recognise the column by. */
  readonly sample: readonly string[];
}

const ROWS_LOOKED_AT = 300;
const SAMPLE_SIZE = 3;
/** Only tells dates from other text, so any day serves. */
const SOME_DAY = '2026-01-01' as PlainDate;
const SALUTATIONS =
  /^(mr|mrs|ms|miss|mx|dr|prof|sir|herr|frau|m|mme|mlle|sr|sra|srta|dhr|mevr|sig|pan|pani)\.?$/i;
const AMBIGUOUS_NAMES = new Set('name names nom naam nombre nome'.split(' '));

const isDate = (cell: string): boolean => {
  const orders = ['day first', 'month first'] as const;
  return orders.some((order) => readListDate(cell, order, SOME_DAY) !== 'unreadable');
};
const isIdShaped = (cell: string): boolean =>
  /^[\p{L}\d][\p{L}\d\-_./#]{0,31}$/u.test(cell) && /\d/.test(cell);

/** The share of cells for which it holds; a column without cells says nothing against anything. */
const share = (cells: readonly string[], holds: (cell: string) => boolean): number =>
  cells.length === 0 ? 1 : cells.filter(holds).length / cells.length;

interface Column extends ImportColumn {
  /** The cells of the first rows that are not empty. */
  readonly cells: readonly string[];
  readonly looked: number;
}

interface Candidate {
  readonly column: Column;
  readonly field: ImportField;
  readonly rank: number;
}

const EMPTY_PENALTY = 1000;

/** What the cells say to the field that the heading names: another field, a worse rank, or nothing at all. */
function weigh(column: Column, field: ImportField, rank: number): Candidate | undefined {
  const { cells } = column;
  const candidate = (asField: ImportField, penalty = 0): Candidate => ({
    column,
    field: asField,
    rank: rank + penalty,
  });
  // Nobody has left, nobody has an entry: an empty column of leaving days is a good one.
  const emptiness = cells.length === 0 && field !== 'leftOn' ? EMPTY_PENALTY : 0;
  switch (field) {
    case 'email':
      return share(cells, (cell) => cell.includes('@')) < 0.5 ? undefined : candidate(field, emptiness);
    case 'phone':
      return share(cells, (cell) => /\d{3}/.test(cell.replace(/\D/g, ''))) < 0.5
        ? undefined
        : candidate(field, emptiness);
    case 'startDate':
      return share(cells, isDate) < 0.5 ? undefined : candidate(field, emptiness);
    case 'leftOn':
      return share(cells, isDate) < 0.5 ? candidate('employmentStatus', 100) : candidate(field);
    case 'employmentStatus':
      return cells.length > 0 && share(cells, (cell) => cell.length >= 6 && isDate(cell)) >= 0.5
        ? candidate('leftOn', 100)
        : candidate(field, emptiness);
    case 'jobTitle':
      return cells.length > 0 && share(cells, (cell) => SALUTATIONS.test(cell)) >= 0.8
        ? undefined
        : candidate(field, emptiness);
    case 'employeeId': {
      if (cells.length > 0 && share(cells, (cell) => parseEmail(cell).ok) >= 0.5) return undefined;
      const isKey = new Set(cells).size === column.looked;
      return candidate(field, isKey ? emptiness : EMPTY_PENALTY / 2);
    }
    case 'fullName':
      // "Medewerker", "Employee": the number as often as the name.
      return cells.length > 0 && share(cells, (cell) => isIdShaped(unwrapNumber(cell))) >= 0.8
        ? candidate('employeeId', 100)
        : candidate(field, emptiness);
    default:
      return candidate(field, emptiness);
  }
}

/** Columns whose heading says nothing: addresses speak for themselves, and the first column of a list is often its key. */
function proposeByCells(column: Column): ImportField | undefined {
  const { cells } = column;
  if (cells.length === 0) return undefined;
  if (share(cells, (cell) => parseEmail(cell).ok) >= 0.8) return 'email';
  const isKey = new Set(cells).size === column.looked && column.looked > 1;
  const isFirst = column.index === 0;
  return isKey &&
    isFirst &&
    share(cells, (cell) => isIdShaped(unwrapNumber(cell)) && !/[./]/.test(cell)) >= 0.9
    ? 'employeeId'
    : undefined;
}

function lookAt(header: readonly string[], rows: readonly ListRow[]): Column[] {
  const secrets = secretColumns(header);
  const looked = rows.slice(0, ROWS_LOOKED_AT);
  return header.map((heading, index) => {
    const isSecret = secrets.has(index);
    const all = isSecret ? [] : looked.map((row) => unwrapCell(row.cells[index] ?? ''));
    const cells = all.filter((cell) => !isPlaceholder(cell));
    const sample = [...new Set(cells)].slice(0, SAMPLE_SIZE);
    return { index, header: heading, field: null, isSecret, sample, cells, looked: looked.length };
  });
}

/** "Name" beside "Vorname" is the last name, "Nombre" beside "Apellidos" the first. */
function settleNames(assigned: Map<ImportField, Column>): void {
  const name = assigned.get('fullName');
  if (!name || !AMBIGUOUS_NAMES.has(headingWords(name.header).join(''))) return;
  const missing = (['firstName', 'lastName'] as const).filter((field) => !assigned.has(field));
  const [only] = missing;
  if (missing.length !== 1 || !only) return;
  assigned.delete('fullName');
  assigned.set(only, name);
}

/**
 * [I10] A column is recognised by its heading, and its cells must not contradict; each field is found at most once, and
 * the best known name wins. Secret columns are named but never assigned.
 */
export function recogniseColumns(header: readonly string[], rows: readonly ListRow[]): ImportColumn[] {
  const columns = lookAt(header, rows);
  const candidates = columns.flatMap((column) => {
    const named = column.isSecret ? undefined : headingToField(column.header);
    return (named && weigh(column, named.field, named.rank)) || [];
  });
  const assigned = new Map<ImportField, Column>();
  const give = (field: ImportField, column: Column): void => {
    if (!assigned.has(field)) assigned.set(field, column);
  };
  for (const { field, column } of candidates.sort((a, b) => a.rank - b.rank)) give(field, column);
  settleNames(assigned);
  for (const column of columns) {
    if (column.isSecret || headingToField(column.header)) continue;
    const proposed = proposeByCells(column);
    if (proposed) give(proposed, column);
  }
  const fieldByIndex = new Map([...assigned].map(([field, column]) => [column.index, field]));
  return columns.map(({ index, header: heading, isSecret, sample }) => ({
    index,
    header: heading,
    field: fieldByIndex.get(index) ?? null,
    isSecret,
    sample,
  }));
}

/** [I10] The person's word: the column takes the field, and whichever column had it before gives it up. */
export function assignColumn(
  columns: readonly ImportColumn[],
  index: number,
  field: ImportField | null,
): ImportColumn[] {
  const target = columns.find((column) => column.index === index);
  if (!target || target.isSecret) return [...columns];
  return columns.map((column) => {
    if (column.index === index) return { ...column, field };
    return field !== null && column.field === field ? { ...column, field: null } : column;
  });
}

/** [I11] A list needs the Employee ID and a name, in one column or in two. */
export function missingFields(columns: readonly ImportColumn[]): ImportField[] {
  const found = new Set(columns.map((column) => column.field));
  const hasName = found.has('fullName') || found.has('firstName') || found.has('lastName');
  return [
    ...(found.has('employeeId') ? [] : (['employeeId'] as const)),
    ...(hasName ? [] : (['fullName'] as const)),
  ];
}
