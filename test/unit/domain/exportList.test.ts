import { expect, test } from 'vitest';
import type { EmployeeDetails } from '../../../src/domain/employeeDetails';
import { employeesToTable, reportToTable } from '../../../src/domain/exportList';
import type { EmployeeId } from '../../../src/domain/ids';
import type { PlainDate } from '../../../src/domain/plainDate';

const details: EmployeeDetails = { firstName: 'Ann', lastName: 'Lee', phone: '+44 1632 960001' };

test('[I19] an exported list says who has left, and the day where it is known', () => {
  const table = employeesToTable([
    { employeeId: '001' as EmployeeId, details },
    { employeeId: '002' as EmployeeId, details, leftOn: '2020-01-31' as PlainDate },
    { employeeId: '003' as EmployeeId, details, leftOn: 'day unknown' },
  ]);
  expect(table.map((row) => [row[0], row[10], row[11]])).toEqual([
    ['Employee ID', 'Employment status', 'Last day'],
    ['001', 'Active', ''],
    ['002', 'Left', '2020-01-31'],
    ['003', 'Left', ''],
  ]);
});

test('a report has the words it is given, one line per row', () => {
  const headings = { line: 'Row', employeeId: 'ID', name: 'Name', outcome: 'What happened', reason: 'Why' };
  const line = { line: 7, employeeId: '001', name: 'Ann Lee', outcome: 'left out', reason: 'Has left' };
  expect(reportToTable(headings, [line])).toEqual([
    ['Row', 'ID', 'Name', 'What happened', 'Why'],
    ['7', '001', 'Ann Lee', 'left out', 'Has left'],
  ]);
});
