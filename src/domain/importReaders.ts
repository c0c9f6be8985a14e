// What must be known about a whole column before one of its cells can be read: where it is, which of day and month comes
// first, how it says that somebody has left. A list repeats itself, so what was read once is remembered.

import type { CountryCode } from './employeeDetails';
import { type CellReader, cellReader } from './importCellReader';
import type { ImportField } from './importColumnNames';
import type { ImportColumn } from './importColumns';
import { readCountry } from './importCountries';
import { findDayOrder, type ListDate, readListDate } from './importDates';
import { statusReader } from './importStatus';
import type { ListRow } from './importTable';
import type { DayOrder, PlainDate } from './plainDate';

export interface ReadingOptions {
  readonly today: PlainDate;
  /** The organisation's country, for dates that do not tell whether the day or the month comes first. */
  readonly country?: string;
}

export interface RowReaders {
  readonly cell: { readonly [Field in ImportField]: CellReader };
  readonly country: (cell: string) => CountryCode | undefined;
  readonly startDate: (cell: string) => ListDate;
  readonly leaving: (row: ListRow) => PlainDate | 'day unknown' | 'unreadable' | undefined;
}

const MONTH_FIRST_COUNTRIES = new Set(['US', 'PH', 'FM', 'MH', 'PW']);

function remember<T>(read: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (cell) => {
    const before = known.get(cell);
    if (before) return before.value;
    const value = read(cell);
    known.set(cell, { value });
    return value;
  };
}

/** The different cells of a column. */
function distinctCells(rows: readonly ListRow[], cell: CellReader): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const row of rows) cells.add(cell(row));
  return cells;
}

export function makeReaders(
  rows: readonly ListRow[],
  columns: readonly ImportColumn[],
  { today, country = '' }: ReadingOptions,
): RowReaders {
  const reader = (field: ImportField): CellReader => cellReader(columns, rows, field);
  const cell: RowReaders['cell'] = {
    employeeId: reader('employeeId'),
    firstName: reader('firstName'),
    lastName: reader('lastName'),
    fullName: reader('fullName'),
    country: reader('country'),
    department: reader('department'),
    jobTitle: reader('jobTitle'),
    email: reader('email'),
    phone: reader('phone'),
    lineManager: reader('lineManager'),
    startDate: reader('startDate'),
    leftOn: reader('leftOn'),
    employmentStatus: reader('employmentStatus'),
  };
  const startOrder = findDayOrder(distinctCells(rows, cell.startDate));
  const leftOrder = findDayOrder(distinctCells(rows, cell.leftOn));
  const usual: DayOrder = MONTH_FIRST_COUNTRIES.has(country.toUpperCase()) ? 'month first' : 'day first';
  const dateReader = (order: DayOrder) => remember((text) => readListDate(text, order, today));
  const readLeft = dateReader(leftOrder ?? startOrder ?? usual);
  const statusHeader = columns.find((column) => column.field === 'employmentStatus')?.header ?? '';
  const statuses = distinctCells(rows, cell.employmentStatus);
  const readStatus = remember(statusReader(statusHeader, [...statuses]));

  return {
    cell,
    country: remember((text) => (text === '' ? undefined : readCountry(text))),
    startDate: dateReader(startOrder ?? leftOrder ?? usual),
    // [I16] The day says it; a status only where no day stands. The last day itself is still a working day.
    leaving: (row) => {
      const date = readLeft(cell.leftOn(row));
      if (date === 'unreadable') return date;
      if (date !== undefined && date !== 'never') return date < today ? date : undefined;
      return readStatus(cell.employmentStatus(row)) === 'left' ? 'day unknown' : undefined;
    },
  };
}
