// What managers read while they import or export a list, and the sample people of an empty one. Never loaded by the kiosk.

import type { ListFileTrouble } from '../app/manager/importPlan';
import type { DetailField } from '../domain/employeeDetails';
import type { ImportField } from '../domain/importColumnNames';
import type { OutcomeCounts, RowOutcome } from '../domain/importOutcome';
import type { ImportRow, RowNote, RowProblem } from '../domain/importRow';
import { showNumber } from './format';

const employees = (count: number): string => (count === 1 ? '1 employee' : `${showNumber(count)} employees`);
const rows = (count: number): string => (count === 1 ? '1 row' : `${showNumber(count)} rows`);

const fields: Readonly<Record<ImportField, string>> = {
  employeeId: 'Employee ID',
  firstName: 'First name',
  lastName: 'Last name',
  fullName: 'Full name, in one column',
  country: 'Country',
  department: 'Department',
  jobTitle: 'Job title',
  email: 'Email',
  phone: 'Phone',
  lineManager: 'Line manager',
  startDate: 'Start date',
  employmentStatus: 'Employed or left',
  leftOn: 'Last day',
};

const changedField: Readonly<Record<DetailField, string>> = {
  firstName: 'first name',
  lastName: 'last name',
  country: 'country',
  department: 'department',
  jobTitle: 'job title',
  email: 'email',
  phone: 'phone',
  lineManager: 'line manager',
  startDate: 'start date',
};

type Remark = RowProblem | RowNote;
type RemarkSentences = {
  readonly [Type in Remark['type']]: (remark: Extract<Remark, { type: Type }>) => string;
};

/** What is wrong with a row, or was left out of it; the row itself is a person or is not imported at all. */
const remarks: RemarkSentences = {
  employeeIdMissing: () => 'There is no Employee ID.',
  employeeIdTooLong: ({ limit }) => `The Employee ID is longer than ${showNumber(limit)} characters.`,
  employeeIdHasForeignSymbol: ({ symbol }) => `An Employee ID cannot contain “${symbol}”.`,
  idDestroyed: ({ text }) => `A spreadsheet has overwritten the Employee ID: “${text}”.`,
  sameIdTwice: ({ line }) => `Row ${showNumber(line)} has the same Employee ID and says something else.`,
  tooManyCells: () => 'The row has more cells than the header: perhaps there is a comma inside a name.',
  rowHasNoFields: () => 'None of the columns in use has anything in this row.',
  nameMissing: () => 'There is no name.',
  textTooLong: ({ field, limit }) =>
    field === 'firstName' || field === 'lastName'
      ? `The ${changedField[field]} is longer than ${showNumber(limit)} characters.`
      : `${fields[field]} left out: longer than ${showNumber(limit)} characters.`,
  dateUnreadable: ({ field, text }) =>
    field === 'leftOn'
      ? `The last day “${text}” cannot be read, so we cannot tell whether this person has left.`
      : `${fields[field]} left out: “${text}” cannot be read as a date.`,
  countryUnknown: ({ text }) => `Country left out: “${text}” is not one we know.`,
  emailUnreadable: () => 'Email left out: it does not look like an address.',
  phoneUnreadable: () => 'Phone left out: it does not look like a number.',
  lineManagerNotFound: ({ text }) => `Line manager left out: “${text}” is not on this list.`,
  lineManagerAmbiguous: ({ text }) => `Line manager left out: several people are called “${text}”.`,
};
const remarkSentence = (remark: Remark): string =>
  (remarks[remark.type] as (remark: Remark) => string)(remark);

const fileTroubles: {
  readonly [Type in ListFileTrouble['type']]: (trouble: Extract<ListFileTrouble, { type: Type }>) => string;
} = {
  listFileEmpty: () => 'There is nothing in this file. Export the list once more, then choose it here.',
  listHasNoRows: () => 'There is a header in this file, but nobody below it.',
  listFileIsSpreadsheet: () =>
    'This is a spreadsheet. Open it, choose “Save as”, take “CSV” as the file type, and choose the new file here.',
  listFileNotText: () =>
    'This file holds no table that we can read. Export the list as CSV and choose that file here.',
  listFileUnreadable: () =>
    'The browser could not read this file. Perhaps it was moved or is open elsewhere. Please choose it again.',
  listFileTooLarge: ({ limit }) =>
    `This file is larger than ${showNumber(Math.round(limit / 1_000_000))} MB, too large for a list of employees. Please check whether it is the right one.`,
};
export const fileTrouble = (trouble: ListFileTrouble): string =>
  (fileTroubles[trouble.type] as (trouble: ListFileTrouble) => string)(trouble);

const leftReason: Readonly<Record<Extract<RowOutcome, { kind: 'left' }>['how'], readonly [string, string]>> =
  {
    'not enrolled': ['Has left, so will not be enrolled.', 'Has left, so was not enrolled.'],
    marked: ['Will be marked as left; the account ends.', 'Marked as left; the account has ended.'],
    before: ['Is marked as left here and stays so.', 'Was marked as left before and stays so.'],
  };

/** Why a row has its outcome, and what was left out of it; '' when there is nothing to say. */
export function rowReason(row: ImportRow, outcome: RowOutcome, isDone: boolean): string {
  if (row.kind === 'wrong') return row.problems.map(remarkSentence).join(' ');
  if (row.kind === 'repeat') return `The same person as in row ${showNumber(row.sameAs)}.`;
  const notes = row.notes.map(remarkSentence);
  if (outcome.kind === 'left') return leftReason[outcome.how][isDone ? 1 : 0];
  if (outcome.kind === 'changed') {
    const changes = outcome.fields.map((field) => changedField[field]).join(', ');
    return [`New ${changes}.`, ...notes].join(' ');
  }
  return notes.join(' ');
}

export const outcomeWord: Readonly<Record<RowOutcome['kind'], readonly [planned: string, done: string]>> = {
  new: ['New', 'Enrolled'],
  changed: ['Changed', 'Changed'],
  unchanged: ['Unchanged', 'Unchanged'],
  left: ['Left', 'Left'],
  wrong: ['Wrong', 'Wrong'],
  'not reached': ['Not reached', 'Not reached'],
};

/** "802 new, 3 changed": whatever there is some of. */
const countsInWords = (counts: OutcomeCounts, tense: 0 | 1): string =>
  (Object.keys(outcomeWord) as RowOutcome['kind'][])
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${showNumber(counts[kind])} ${outcomeWord[kind][tense].toLowerCase()}`)
    .join(', ');

export const importText = {
  back: 'Employees',
  fields,
  title: 'Import a list',
  intro:
    'Take over everyone from your HR or payroll system in one go. Export the list there, then choose the file here.',
  choose: 'Choose a file',
  drop: 'or drop it here',
  reading: 'Reading the list',
  notTaken: 'This file does not work',
  facts: [
    'CSV, TSV or text, from any HR or payroll system. A spreadsheet must be saved as CSV first.',
    'One person a row, with an Employee ID and a name. Other columns are welcome, in any order.',
    'Columns with passwords are never read, and whoever has left is not enrolled.',
    'You see what would happen to each row before anything is written.',
  ],

  check: 'Check the list',
  file: (name: string, count: number) => `${name}, ${rows(count)}`,
  another: 'Take another file',
  checking: 'Checking the list',
  import: (count: number) => `Import ${employees(count)}`,
  importAgain: 'Import all the same',
  importNothing: 'Import',
  nothingToDo: 'Everyone on this list is here already, just as it says. Importing it changes nothing.',
  nobodyToImport: 'No row of this list can be imported. See below what is wrong with each.',
  needsColumns: 'First say which columns these are.',
  missing: {
    title: (missing: readonly ImportField[]) =>
      missing.length > 1
        ? 'Which column is the Employee ID, and which is the name?'
        : missing[0] === 'employeeId'
          ? 'Which column is the Employee ID?'
          : 'Which column is the name?',
    text: 'We could not tell from the headings. Please choose below.',
  },
  planned: (counts: OutcomeCounts) => countsInWords(counts, 0),
  marked: (count: number) =>
    count === 1
      ? 'According to the list, 1 person has left. Their account will end.'
      : `According to the list, ${showNumber(count)} people have left. Their accounts will end.`,
  seeMarked: 'Look for them below under “Left”.',
  wrong: (count: number) =>
    count === 1
      ? '1 row is wrong and will be left out'
      : `${showNumber(count)} rows are wrong and will be left out`,
  wrongText: 'Below you see why. Correct them in your HR system and import the list again at any time.',

  columns: 'Columns',
  columnsText: 'This is how we read the list. Correct what is not right.',
  unnamedColumn: (place: number) => `Column ${showNumber(place)}, without a heading`,
  emptyColumn: 'Empty',
  unused: 'Not used',
  unusedColumns: (count: number) =>
    count === 1 ? '1 more column, not used' : `${showNumber(count)} more columns, not used`,
  secretColumns: 'Never read, because they look like secrets:',

  rows: 'Rows',
  filter: 'Which rows',
  all: 'All',
  noted: 'With remarks',
  nobody: 'No row is like this.',
  row: 'Row',
  rowPlace: (line: number) => `Row ${showNumber(line)}`,
  name: 'Name',
  outcome: 'Outcome',
  reason: 'Remarks',
  noName: 'No name',
  employeeId: 'Employee ID',

  running: 'The list is being imported',
  runningText: 'Please stay on this page. Whatever is done is kept, also if you stop.',
  progress: 'Progress',
  howFar: (done: number, of: number) => `${showNumber(done)} of ${showNumber(of)}`,
  stop: 'Stop',
  stopping: 'Stopping',
  leave: {
    title: 'Stop the import?',
    text: 'The import stops when you leave this page. Whoever is imported already stays on the list, and you can import the same file again to go on.',
    stay: 'Stay here',
    leave: 'Stop and leave',
  },

  finished: 'The list is imported',
  stopped: 'The import was stopped',
  counted: (counts: OutcomeCounts) => countsInWords(counts, 1),
  resume: 'Go on',
  goOn: 'What is done is kept. Go on now, or import the same file again later: nobody is enrolled twice.',
  download: 'Download report',
  importAnother: 'Import another list',
  toEmployees: 'See all employees',
  reportFile: (fileName: string) => `${fileName.replace(/\.[^.]+$/, '')} import report.csv`,

  export: 'Export list',
  exportTitle: 'Export the list',
  exportText:
    'The file holds everyone with all details, also those who have left. Once saved, it is no longer protected by Gatehouse. That it was exported goes on the record.',
  exportNow: 'Export',
  exporting: 'Exporting',
  exported: (count: number) => `${employees(count)} exported`,
  exportedText: (fileName: string) => `Look in your downloads for ${fileName}.`,

  sample: 'Try it with sample people',
  addingSample: 'Adding sample people',
} as const;
