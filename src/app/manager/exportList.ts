// The whole list leaves the tablet as a file: so the passcode is asked for again, and it is on the record.

import { type ExportedEmployee, employeesToTable } from '../../domain/exportList';
import type { EmployeeId } from '../../domain/ids';
import { streamId } from '../../domain/streams';
import { ok, type Result } from '../../kernel/result';
import type { EmployeeRow } from '../../store/db';
import { today } from '../today';
import type { UnlockRefusal } from '../unlock';
import { tableToCsvFile } from './csvFile';
import type { ManagerDeps, SessionOver } from './managerDeps';
import { confirmPasscode } from './passcode';
import { recordBatch } from './recordBatch';

export interface ExportedList {
  readonly fileName: string;
  readonly csv: string;
  readonly count: number;
}

/** Everyone, by name, those who have left too. The passcode must be this manager's own. */
export async function exportList(
  deps: ManagerDeps,
  passcode: string,
): Promise<Result<ExportedList, UnlockRefusal | SessionOver>> {
  const proven = await confirmPasscode(deps, passcode);
  if (!proven.ok) return proven;
  const employees: ExportedEmployee[] = [];
  for await (const rows of deps.queries.employeesByName())
    for (const row of rows) employees.push(...rowToEmployee(row));
  const csv = await tableToCsvFile(employeesToTable(employees));
  const count = employees.length;
  const recorded = await recordBatch(deps, { type: 'ListExported', v: 1, count });
  return recorded.ok ? ok({ fileName: `gatehouse-employees-${today(deps)}.csv`, csv, count }) : recorded;
}

function rowToEmployee({ stream, view }: EmployeeRow): ExportedEmployee[] {
  if (view.status === 'unknown') return [];
  const { details, employment } = view;
  const employeeId = streamId(stream) as EmployeeId;
  if (employment.status === 'employed') return [{ employeeId, details }];
  return [{ employeeId, details, leftOn: employment.lastDay ?? 'day unknown' }];
}
