import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EmployeeDetails, parseDetails, type RawDetails } from '../../src/domain/employeeDetails';
import { type ExportedEmployee, employeesToTable } from '../../src/domain/exportList';
import { parseEmployeeId } from '../../src/domain/ids';
import { missingFields, recogniseColumns } from '../../src/domain/importColumns';
import { decodeListFile } from '../../src/domain/importFile';
import { readRows } from '../../src/domain/importRows';
import { findList } from '../../src/domain/importTable';
import type { PlainDate } from '../../src/domain/plainDate';
import { parseTable, writeCsv } from '../../src/kernel/csv';

const today = '2026-11-22' as PlainDate;

const word = fc.string({
  unit: fc.constantFrom(...'abcXYZéñß,;"\'=+-@ .()0123'),
  minLength: 1,
  maxLength: 12,
});
const name = fc
  .string({ unit: fc.constantFrom(..."abcdeXYZéñßł'- "), minLength: 1, maxLength: 12 })
  .map((text) => `A${text}`);
const id = fc
  .string({ unit: fc.constantFrom(...'0123456789ABC-_'), minLength: 1, maxLength: 8 })
  .map((text) => `0${text}`);
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10) as PlainDate);
const absent = fc.constant('');

const rawDetails: fc.Arbitrary<RawDetails> = fc.record({
  firstName: name,
  lastName: name,
  country: fc.oneof(absent, fc.constantFrom('DE', 'GB', 'US', 'NA')),
  department: fc.oneof(
    absent,
    word.map((text) => `D${text}`),
  ),
  jobTitle: fc.oneof(
    absent,
    word.map((text) => `J${text}`),
    fc.constant('=cmd()'),
  ),
  email: fc.oneof(absent, fc.constant('a.b+c@example.com')),
  phone: fc.oneof(absent, fc.constantFrom('+44 1632 960001', '(030) 12-34', '0044-1')),
  lineManager: fc.oneof(absent, id),
  startDate: fc.oneof(absent, day),
});

/** People as the log could hold them: everything has been through `parseDetails`. */
const employees: fc.Arbitrary<ExportedEmployee[]> = fc
  .uniqueArray(
    fc.record({
      id,
      raw: rawDetails,
      leftOn: fc.oneof(
        fc.constant(undefined),
        fc.constant('day unknown' as const),
        day.filter((each) => each < today),
      ),
    }),
    { selector: (each) => each.id, maxLength: 12 },
  )
  .map((all) =>
    all.flatMap((each) => {
      const employeeId = parseEmployeeId(each.id);
      const details = parseDetails(
        each.raw.lineManager === each.id ? { ...each.raw, lineManager: '' } : each.raw,
      );
      return employeeId.ok && details.ok
        ? [{ employeeId: employeeId.value, details: details.value, leftOn: each.leftOn }]
        : [];
    }),
  );

function importAgain(people: readonly ExportedEmployee[]) {
  const bytes = new TextEncoder().encode(writeCsv(employeesToTable(people), { bom: true }));
  const text = decodeListFile(bytes);
  if (!text.ok) throw new Error(text.error.type);
  const list = findList(parseTable(text.value));
  const columns = recogniseColumns(list.header, list.rows);
  return { columns, rows: readRows(list.rows, columns, { today }) };
}

test('[I19] an exported list that is imported again changes nothing', () => {
  fc.assert(
    fc.property(employees, (people) => {
      const { columns, rows } = importAgain(people);
      expect(missingFields(columns)).toEqual([]);
      const again = rows.map((row) =>
        row.kind === 'person'
          ? { employeeId: row.employeeId, details: row.details as EmployeeDetails, leftOn: row.leftOn }
          : row,
      );
      expect(again).toEqual(people);
    }),
    { numRuns: 300 },
  );
});

test('whatever stands in a file, every row becomes a person, a repeat or a wrong row with a reason', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('1', '007', '="1"', 'Doe, Jane', '31/12/9999', 'Terminated', '1.0E+05'),
  );
  const table = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 });
  const header = ['ID', 'Name', 'Start date', 'Status', 'Manager', 'Country'];
  fc.assert(
    fc.property(table, (body) => {
      const list = findList([header, ...body]);
      const rows = readRows(list.rows, recogniseColumns(list.header, list.rows), { today });
      expect(rows.map((row) => row.line)).toEqual(list.rows.map((row) => row.line));
      for (const row of rows) if (row.kind === 'wrong') expect(row.problems).not.toEqual([]);
      const ids = rows.flatMap((row) => (row.kind === 'person' ? [row.employeeId] : []));
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 500 },
  );
});
