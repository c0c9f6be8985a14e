import { describe, expect, test } from 'vitest';
import { findList } from '../../../src/domain/importTable';
import { parseTable } from '../../../src/kernel/csv';

const find = (text: string) => findList(parseTable(text));
const linesOf = (text: string): number[] => find(text).rows.map((row) => row.line);

describe('[I4] the list is found among what stands around it', () => {
  test('a version line, a title and blank lines above the header are passed over', () => {
    const list = find('sfVersion 1.0\nStaff as of 1 Nov, all sites\n\nID,First name,Last name\n1,Ann,Lee\n');
    expect(list).toEqual({
      header: ['ID', 'First name', 'Last name'],
      headerLine: 4,
      rows: [{ line: 5, cells: ['1', 'Ann', 'Lee'] }],
    });
  });

  test('a second line of headings is part of the header', () => {
    const list = find('USERID,FIRSTNAME,LASTNAME\nUser ID,First Name,Last Name\n1,Ann,Lee\n');
    expect(list.headerLine).toBe(1);
    expect(list.rows.map((row) => row.line)).toEqual([3]);
  });

  test('people whose job and status are also names of columns are no second header', () => {
    expect(linesOf('Name,Job,Status\nLee Ann,Manager,Active\nRay Bo,Supervisor,Active\n')).toEqual([2, 3]);
  });

  test('blank rows and repeated headers are left out, and the lines are counted as a spreadsheet does', () => {
    expect(linesOf('ID,Name\n1,"Ann\nLee"\n\n;\n,\nID,Name\n2,Bo Ray\n')).toEqual([2, 4, 7]);
  });

  test.each([
    ['a total', 'Total,2,'],
    ['a total in words', 'Total employees: 2,,'],
    ['a count by a database', '(2 rows affected),,'],
    ['the day of printing', 'Printed on 22 November 2026,,'],
    ['a German total', 'Summe,,2'],
  ])('%s below the last person is no person', (_, foot) => {
    expect(linesOf(`ID,First name,Last name\n1,Ann,Lee\n2,Bo,Ray\n,,\n${foot}\n,,\n`)).toEqual([2, 3]);
  });

  test('a last row that lacks its name is not taken for a foot', () => {
    expect(linesOf('ID,First name,Last name\n1,Ann,Lee\n10002,,\n')).toEqual([2, 3]);
  });

  test('somebody called Count is not taken for a foot', () => {
    expect(linesOf('Last name,First name,ID\nLee,Ann,1\nCount,Bo,2\n')).toEqual([2, 3]);
  });

  test('a list without a header keeps its first person', () => {
    const list = find('10001,Ann Lee,ann@example.com\n10002,Bo Ray,\n');
    expect(list.headerLine).toBe(0);
    expect(list.header).toEqual(['', '', '']);
    expect(list.rows).toHaveLength(2);
  });

  test('headings nobody knows still make a header', () => {
    const list = find('Alpha,Beta\nx,y\nz,w\n');
    expect(list.header).toEqual(['Alpha', 'Beta']);
    expect(list.rows).toHaveLength(2);
  });

  test('an empty table is an empty list', () => {
    expect(findList([])).toEqual({ header: [], headerLine: 0, rows: [] });
  });
});

test('[I3] the cells of a secret column are blank in every row', () => {
  const list = find('ID,Name,Password\n1,Ann,hunter2\n2,Bo,letmein\n');
  expect(list.rows.map((row) => row.cells)).toEqual([
    ['1', 'Ann', ''],
    ['2', 'Bo', ''],
  ]);
});
