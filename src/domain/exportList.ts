// The employee list on its way out: headings that our own import recognises, so that a list that comes back changes nothing.

import type { EmployeeDetails } from './employeeDetails';
import type { EmployeeId } from './ids';
import type { ImportField } from './importColumnNames';
import type { PlainDate } from './plainDate';

export interface ExportedEmployee {
  readonly employeeId: EmployeeId;
  readonly details: EmployeeDetails;
  readonly leftOn?: PlainDate | 'day unknown' | undefined;
}

/** English in every language of the app: a file format, not a sentence. */
const exportColumns: readonly (readonly [
  field: ImportField,
  heading: string,
  cell: (employee: ExportedEmployee) => string | undefined,
])[] = [
  ['employeeId', 'Employee ID', ({ employeeId }) => employeeId],
  ['firstName', 'First name', ({ details }) => details.firstName],
  ['lastName', 'Last name', ({ details }) => details.lastName],
  ['country', 'Country', ({ details }) => details.country],
  ['department', 'Department', ({ details }) => details.department],
  ['jobTitle', 'Job title', ({ details }) => details.jobTitle],
  ['email', 'Email', ({ details }) => details.email],
  ['phone', 'Phone', ({ details }) => details.phone],
  ['lineManager', 'Line manager ID', ({ details }) => details.lineManager],
  ['startDate', 'Start date', ({ details }) => details.startDate],
  ['employmentStatus', 'Employment status', ({ leftOn }) => (leftOn ? 'Left' : 'Active')],
  ['leftOn', 'Last day', ({ leftOn }) => (leftOn === 'day unknown' ? undefined : leftOn)],
];

/** [I19] The table of an exported list: the header, then one row per employee. */
export const employeesToTable = (employees: readonly ExportedEmployee[]): string[][] => [
  exportColumns.map(([, heading]) => heading),
  ...employees.map((employee) => exportColumns.map(([, , cell]) => cell(employee) ?? '')),
];

export interface ReportLine {
  readonly line: number;
  readonly employeeId: string;
  readonly name: string;
  readonly outcome: string;
  readonly reason: string;
}

/** The table of an import report; headings, outcomes and reasons come in the words of the person who reads it. */
export const reportToTable = (
  headings: { readonly [Column in keyof ReportLine]: string },
  lines: readonly ReportLine[],
): string[][] => [
  [headings.line, headings.employeeId, headings.name, headings.outcome, headings.reason],
  ...lines.map(({ line, employeeId, name, outcome, reason }) => [
    String(line),
    employeeId,
    name,
    outcome,
    reason,
  ]),
];
