// Rows of a list to people, or to the reason why a row is none. Only the Employee ID, a name and whether somebody has left
// can make a row wrong; anything else that cannot be read is left out and noted, and the person is kept.

import {
  detailFields,
  type EmployeeDetails,
  fullName,
  parseDetails,
  type RawDetails,
} from './employeeDetails';
import { type EmployeeId, parseEmployeeId } from './ids';
import { isDestroyed } from './importCells';
import { headingWords } from './importColumnNames';
import type { ImportColumn } from './importColumns';
import { lineManagerReader } from './importLineManagers';
import { splitFullName } from './importNames';
import { makeReaders, type ReadingOptions, type RowReaders } from './importReaders';
import { settleRepeats } from './importRepeats';
import type { ImportRow, PersonRow, RowNote, RowProblem } from './importRow';
import type { ListRow } from './importTable';

/** Most rows have nothing to remark; they share this. */
const NO_NOTES: readonly RowNote[] = [];

interface Remarks {
  notes: RowNote[];
  problems: RowProblem[];
}

function readId(text: string, remarks: Remarks): EmployeeId | undefined {
  const id = parseEmployeeId(text);
  if (isDestroyed(text)) remarks.problems.push({ type: 'idDestroyed', text });
  else if (!id.ok) remarks.problems.push({ ...id.error, field: 'employeeId' });
  return id.ok ? id.value : undefined;
}

/** [E2] Two columns or one: the one counts where the two are empty. */
function readName(row: ListRow, { cell }: RowReaders): { firstName: string; lastName: string } {
  const [firstName, lastName] = [cell.firstName(row), cell.lastName(row)];
  return firstName || lastName ? { firstName, lastName } : splitFullName(cell.fullName(row));
}

/** Keeps what can be read; a name is the only text a row fails by. */
function readTexts(raw: RawDetails, remarks: Remarks): EmployeeDetails | undefined {
  const details = parseDetails(raw);
  if (details.ok) return details.value;
  const readable: { -readonly [Field in keyof RawDetails]: RawDetails[Field] } = { ...raw };
  let hasName = true;
  for (const field of detailFields) {
    const problem = details.error[field];
    if (!problem) continue;
    const isName = field === 'firstName' || field === 'lastName';
    if (isName) hasName = false;
    (isName ? remarks.problems : remarks.notes).push({ ...problem, field });
    delete readable[field];
  }
  return hasName ? readTexts(readable, remarks) : undefined;
}

function readDetails(row: ListRow, readers: RowReaders, remarks: Remarks): EmployeeDetails | undefined {
  const { cell } = readers;
  const { firstName, lastName } = readName(row, readers);
  const email = cell.email(row);
  const raw = {
    firstName,
    lastName,
    department: cell.department(row),
    jobTitle: cell.jobTitle(row),
    email: email.startsWith('mailto:') ? email.slice(7) : email,
    phone: cell.phone(row),
  };
  const texts = readTexts(raw, remarks);
  const countryText = cell.country(row);
  const country = readers.country(countryText);
  if (countryText !== '' && !country)
    remarks.notes.push({ type: 'countryUnknown', text: countryText, field: 'country' });
  const startText = cell.startDate(row);
  const start = readers.startDate(startText);
  if (start === 'unreadable')
    remarks.notes.push({ type: 'dateUnreadable', text: startText, field: 'startDate' });
  if (!texts) return undefined;
  // Nobody else has it yet: to write on it spares one copy per row.
  const details: { -readonly [Field in keyof EmployeeDetails]: EmployeeDetails[Field] } = texts;
  if (country) details.country = country;
  if (start !== undefined && start !== 'unreadable' && start !== 'never') details.startDate = start;
  return details;
}

function readRow(row: ListRow, readers: RowReaders, width: number): ImportRow {
  const { line, cells } = row;
  const remarks: Remarks = { notes: [], problems: [] };
  const { notes, problems } = remarks;
  if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== ''))
    problems.push({ type: 'tooManyCells' });
  const idText = readers.cell.employeeId(row);
  const employeeId = readId(idText, remarks);
  const details = readDetails(row, readers, remarks);
  const leaving = readers.leaving(row);
  if (leaving === 'unreadable')
    problems.push({ type: 'dateUnreadable', text: readers.cell.leftOn(row), field: 'leftOn' });

  if (!employeeId || !details || leaving === 'unreadable' || problems.length > 0) {
    const isEmpty = Object.values(readers.cell).every((cell) => cell(row) === '');
    return {
      line,
      kind: 'wrong',
      employeeId: idText,
      name: fullName(readName(row, readers)),
      problems: isEmpty ? [{ type: 'rowHasNoFields' }] : problems,
    };
  }
  const person = {
    line,
    kind: 'person',
    employeeId,
    details,
    notes: notes.length > 0 ? notes : NO_NOTES,
  } as const;
  return leaving ? { ...person, leftOn: leaving } : person;
}

const ID_WORDS = /^(id|no|nr|num|number|code|nummer|matricule|personalnummer|numero)$/;

function addLineManager(
  row: PersonRow,
  manager: ReturnType<ReturnType<typeof lineManagerReader>>,
): PersonRow {
  if (!manager.ok) return { ...row, notes: [...row.notes, manager.error] };
  // Whoever has nobody above them is often listed as their own manager.
  if (manager.value === row.employeeId) return row;
  return { ...row, details: { ...row.details, lineManager: manager.value } };
}

/** Reads every row of `findList`; the rows come back in the order of the file. */
export function readRows(
  rows: readonly ListRow[],
  columns: readonly ImportColumn[],
  options: ReadingOptions,
): ImportRow[] {
  const readers = makeReaders(rows, columns, options);
  const read = rows.map((row) => readRow(row, readers, columns.length));
  const managers = columns.find((column) => column.field === 'lineManager');
  if (!managers) return settleRepeats(read);
  const people = read.filter((row) => row.kind === 'person');
  const readLineManager = lineManagerReader(
    people,
    headingWords(managers.header).some((word) => ID_WORDS.test(word)),
  );
  const complete = read.map((row, index) => {
    const source = rows[index];
    const text = source ? readers.cell.lineManager(source) : '';
    return row.kind === 'person' && text !== '' ? addLineManager(row, readLineManager(text)) : row;
  });
  return settleRepeats(complete);
}
