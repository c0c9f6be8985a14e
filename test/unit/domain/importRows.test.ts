import { describe, expect, test } from 'vitest';
import { recogniseColumns } from '../../../src/domain/importColumns';
import { readRows } from '../../../src/domain/importRows';
import { findList } from '../../../src/domain/importTable';
import type { PlainDate } from '../../../src/domain/plainDate';
import { parseTable } from '../../../src/kernel/csv';

const today = '2026-11-22' as PlainDate;

function read(text: string, country?: string) {
  const list = findList(parseTable(text));
  return readRows(list.rows, recogniseColumns(list.header, list.rows), {
    today,
    ...(country && { country }),
  });
}
const people = (text: string, country?: string) =>
  read(text, country).flatMap((row) => (row.kind === 'person' ? [row] : []));
const problems = (text: string) => read(text).map((row) => (row.kind === 'wrong' ? row.problems : row.kind));

describe('[I5] what spreadsheets do to a number is undone', () => {
  test.each([
    ['"=""00123"""', '00123'],
    ['="00123"', '00123'],
    ["'00123", '00123'],
    ['00123', '00123'],
    [' 00123 ', '00123'],
  ])('%s', (cell, id) => {
    expect(people(`ID,Name\n${cell},Ann Lee\n`).map((row) => row.employeeId)).toEqual([id]);
  });

  test('a column in which every number became decimal loses the decimals, a single one keeps them', () => {
    expect(people('ID,Name\n10001.0,A B\n10002.0,C D\n').map((row) => row.employeeId)).toEqual([
      '10001',
      '10002',
    ]);
    expect(people('ID,Name\n1.0,A B\n1.1,C D\n').map((row) => row.employeeId)).toEqual(['1.0', '1.1']);
  });
});

describe('a row is wrong only by its ID, its name, its leaving day or its shape', () => {
  test.each([
    ['no ID', ',Ann Lee,', [{ type: 'employeeIdMissing', field: 'employeeId' }]],
    ['no name', '7,,Sales', [{ type: 'nameMissing', field: 'firstName' }]],
    [
      'a foreign symbol',
      'a*b,Ann Lee,',
      [{ type: 'employeeIdHasForeignSymbol', symbol: '*', field: 'employeeId' }],
    ],
    ['a comma without quotes', '7,Lee, Ann,Sales', [{ type: 'tooManyCells' }]],
  ])('%s', (_, row, expected) => {
    expect(problems(`ID,Name,Department\n1,Bo Ray,Sales\n${row}\n`)[1]).toEqual(expected);
  });

  test.each(['1.0E+05', '#####', '#REF!'])(
    '[I9] an ID that a spreadsheet has overwritten is never guessed: %s',
    (text) => {
      expect(problems(`ID,Name\n1,Bo Ray\n${text},Ann Lee\n`)[1]).toEqual([{ type: 'idDestroyed', text }]);
    },
  );

  test('nothing in any column that is read', () => {
    expect(problems('ID,Name,Shoe size\n1,Bo Ray,44\n,,43\n2,Al Ro,42\n')[1]).toEqual([
      { type: 'rowHasNoFields' },
    ]);
  });

  test('a wrong row still tells ID and name as they were found', () => {
    const long = 'x'.repeat(101);
    const rows = read(`ID,First name,Last name\n,Ann,Lee\nx*,Bo,Ray\n7,,\n8,Cy,${long}\n`);
    expect(rows).toMatchObject([
      { kind: 'wrong', employeeId: '', name: 'Ann Lee' },
      { kind: 'wrong', employeeId: 'x*', name: 'Bo Ray' },
      { kind: 'wrong', employeeId: '7', name: '' },
      {
        kind: 'wrong',
        employeeId: '8',
        name: `Cy ${long}`,
        problems: [{ type: 'textTooLong', limit: 100, field: 'lastName' }],
      },
    ]);
  });

  test('a row that repeats an ID, wrong or not, still tells the name', () => {
    const rows = read('ID,Name\n1,Ann Lee\n1,Bo Ray\n2,Al Ro\n2,Al Ro\n');
    expect(rows).toMatchObject([
      { kind: 'wrong', employeeId: '1', name: 'Ann Lee' },
      { kind: 'wrong', employeeId: '1', name: 'Bo Ray' },
      { kind: 'person', employeeId: '2' },
      { kind: 'repeat', employeeId: '2', name: 'Al Ro' },
    ]);
  });
});

describe('[I8] an optional cell that cannot be read is noted, and the person is kept', () => {
  test.each([
    ['Email', 'not an address', { type: 'emailUnreadable', field: 'email' }, 'ok@example.com'],
    ['Phone', 'call 123 Mum', { type: 'phoneUnreadable', field: 'phone' }, '+44 1632 960001'],
    ['Country', 'Atlantis', { type: 'countryUnknown', text: 'Atlantis', field: 'country' }, 'DE'],
    ['Hire date', 'soon', { type: 'dateUnreadable', text: 'soon', field: 'startDate' }, '2020-01-01'],
    ['Department', 'x'.repeat(101), { type: 'textTooLong', limit: 100, field: 'department' }, 'Sales'],
    ['Manager', 'Nobody Known', { type: 'lineManagerNotFound', text: 'Nobody Known' }, 'Ann Lee'],
  ])('%s', (heading, cell, note, good) => {
    const rows = people(`ID,Name,${heading}\n1,Ann Lee,${good}\n2,Bo Ray,${cell}\n3,Al Ro,${good}\n`);
    expect(rows.map((row) => row.notes)).toEqual([[], [note], []]);
    expect(rows[1]?.details).toEqual({ firstName: 'Bo', lastName: 'Ray' });
  });

  test('[I6] a word that stands for nothing is nothing, but Null is a name', () => {
    const [row] = people(
      'ID,First name,Last name,Email,Phone,Country,Department\n1,Ann,Null,N/A,-,null,--\n',
    );
    expect(row).toMatchObject({ details: { firstName: 'Ann', lastName: 'Null' }, notes: [] });
    expect(Object.keys(row?.details ?? {})).toEqual(['firstName', 'lastName']);
  });
});

describe('[I7] which of day and month comes first is decided for the whole column', () => {
  const starts = (cells: string[], country?: string) =>
    people(`ID,Name,Hire date\n${cells.map((cell, i) => `${i},A B,${cell}`).join('\n')}\n`, country).map(
      (row) => row.details.startDate,
    );

  test('by a day after the 12th, wherever it stands', () => {
    expect(starts(['03/04/2020', '25/12/2021'])).toEqual(['2020-04-03', '2021-12-25']);
    expect(starts(['03/04/2020', '12/25/2021'])).toEqual(['2020-03-04', '2021-12-25']);
  });

  test('else by the country, else the day comes first', () => {
    expect(starts(['03/04/2020'], 'US')).toEqual(['2020-03-04']);
    expect(starts(['03/04/2020'], 'GB')).toEqual(['2020-04-03']);
    expect(starts(['03/04/2020'])).toEqual(['2020-04-03']);
  });

  test('a column that does not tell follows the other column of dates', () => {
    const rows = people('ID,Name,Hire date,Termination date\n1,A B,03/04/2020,12/31/2030\n');
    expect(rows[0]?.details.startDate).toBe('2020-03-04');
  });
});

describe('[I16] whoever has left is known by the day, and by a status only where no day stands', () => {
  const left = (date: string, status = '', statusName = 'Status') =>
    people(`ID,Name,Termination date,${statusName}\n1,A B,${date},${status}\n2,C D,,\n`)[0]?.leftOn;

  test('the last day is still a working day', () => {
    expect(left('2026-11-21')).toBe('2026-11-21');
    expect(left('2026-11-22')).toBeUndefined();
    expect(left('2026-11-23')).toBeUndefined();
  });

  test('the day goes before the status', () => {
    expect(left('2026-12-31', 'Terminated')).toBeUndefined();
    expect(left('2020-01-31', 'Active')).toBe('2020-01-31');
  });

  test('9999-12-31 is no day, so the status counts', () => {
    expect(left('9999-12-31', 'Active')).toBeUndefined();
    expect(left('31.12.9999', 'Terminated')).toBe('day unknown');
  });

  test.each([
    'Terminated',
    'LEFT',
    'Leaver',
    'Inactive',
    'T',
    'Ausgeschieden',
    'Inactif',
    'Uit dienst',
    'Retired',
  ])('[I12] %s has left', (status) => {
    expect(left('', status)).toBe('day unknown');
  });

  test.each(['Active', 'A', 'On leave', 'Full-Time', 'Probation', 'Elternzeit', 'Suspended', 'L', ''])(
    '[I12] %j is employed',
    (status) => {
      expect(left('', status)).toBeUndefined();
    },
  );

  test.each([
    ['Active', 'No', 'day unknown'],
    ['Active', 'TRUE', undefined],
    ['Active', 't', undefined],
    ['Terminated', 'Yes', 'day unknown'],
    ['Terminated', 'no', undefined],
    ['Inactive', '1', 'day unknown'],
  ])('[I12] a column %s with %s', (heading, cell, expected) => {
    expect(left('', cell, heading)).toBe(expected);
  });

  test('[I12] SAP counts: 3 is employed, 0 to 2 are not', () => {
    const rows = people('ID,Name,Status\n1,A B,3\n2,C D,0\n3,E F,1\n');
    expect(rows.map((row) => row.leftOn)).toEqual([undefined, 'day unknown', 'day unknown']);
  });

  test('[I8] a leaving day that cannot be read makes the row wrong: somebody must look', () => {
    expect(problems('ID,Name,Termination date\n1,A B,in May\n2,C D,2020-01-01\n3,E F,\n')).toEqual([
      [{ type: 'dateUnreadable', text: 'in May', field: 'leftOn' }],
      'person',
      'person',
    ]);
  });
});

describe('[I15] a line manager is found by ID, name or address among the people of the list', () => {
  const manager = (cell: string, heading = 'Manager') =>
    people(
      `ID,First name,Last name,Email,${heading}\n00017,Ann,Lee,ann@example.com,\n18,Bo,Ray,,\n19,Bo,Ray,,\n2,Al,Ro,,${cell}\n`,
    ).at(-1);

  test.each([
    '00017',
    "'00017",
    'Ann Lee',
    '"Lee, Ann"',
    'LEE Ann',
    'Ann Lee (00017)',
    'Ann Lee (On Leave)',
    'ANN@example.com',
  ])('%s', (cell) => {
    expect(manager(cell)).toMatchObject({ details: { lineManager: '00017' }, notes: [] });
  });

  test('somebody of another list by ID', () => {
    expect(manager('X-99')?.details.lineManager).toBe('X-99');
    expect(manager('Jo Fox (X-99)')?.details.lineManager).toBe('X-99');
    expect(manager('BOSS', 'Manager ID')?.details.lineManager).toBe('BOSS');
  });

  test('two people of one name are not guessed between', () => {
    expect(manager('Bo Ray')).toMatchObject({ notes: [{ type: 'lineManagerAmbiguous', text: 'Bo Ray' }] });
    expect(manager('Bo Ray')?.details.lineManager).toBeUndefined();
  });

  test('nobody leads themselves', () => {
    expect(manager('2')).toMatchObject({ notes: [] });
    expect(manager('2')?.details.lineManager).toBeUndefined();
  });
});

describe('one Employee ID on several rows', () => {
  test('[I17] the same row again counts once', () => {
    const rows = read('ID,Name\n1,Ann Lee\n2,Bo Ray\n1,Ann Lee\n');
    expect(rows.map((row) => row.kind)).toEqual(['person', 'person', 'repeat']);
    expect(rows[2]).toMatchObject({ line: 4, sameAs: 2 });
  });

  test('[I17] of several employments of one person the present one counts, else the last', () => {
    const header = 'ID,Name,Hire date,Termination date\n';
    const present = read(`${header}1,Ann Lee,2015-01-01,2019-01-01\n1,Ann Lee,2022-01-01,\n`);
    expect(present.map((row) => row.kind)).toEqual(['repeat', 'person']);
    const past = read(`${header}1,Ann Lee,2022-01-01,2023-01-01\n1,Ann Lee,2015-01-01,2019-01-01\n`);
    expect(past.map((row) => row.kind)).toEqual(['person', 'repeat']);
  });

  test('[I18] two people under one ID are both wrong, and each names the other', () => {
    expect(problems('ID,Name\n1,Ann Lee\n2,Bo Ray\n01,Al Ro\n1,Cy Fox\n')).toEqual([
      [{ type: 'sameIdTwice', line: 5 }],
      'person',
      'person',
      [{ type: 'sameIdTwice', line: 2 }],
    ]);
  });

  test('[I18] an ID that was given to somebody else is wrong on both rows', () => {
    expect(problems('ID,Name,Termination date\n1,Ann Lee,2019-01-01\n1,Bo Ray,\n')).toEqual([
      [{ type: 'sameIdTwice', line: 3 }],
      [{ type: 'sameIdTwice', line: 2 }],
    ]);
  });

  test('[I18] one person in two places at once is wrong too', () => {
    expect(problems('ID,Name,Department\n1,Ann Lee,North\n1,Ann Lee,South\n')).toEqual([
      [{ type: 'sameIdTwice', line: 3 }],
      [{ type: 'sameIdTwice', line: 2 }],
    ]);
  });
});
