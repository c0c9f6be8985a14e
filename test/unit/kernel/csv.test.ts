import { describe, expect, test } from 'vitest';
import { parseTable, writeCsv } from '../../../src/kernel/csv';

describe('a table is read whatever separates its cells', () => {
  test.each([
    ['commas', 'a,b,c\n1,2,3\n'],
    ['semicolons', 'a;b;c\n1;2;3\n'],
    ['tabs', 'a\tb\tc\n1\t2\t3\n'],
    ['bars', 'a|b|c\n1|2|3\n'],
    ['CRLF', 'a,b,c\r\n1,2,3\r\n'],
    ['CR alone', 'a,b,c\r1,2,3\r'],
    ['no line break at the end', 'a,b,c\n1,2,3'],
    ['a mark at the beginning', '\ufeffa,b,c\n1,2,3\n'],
    ['quotes', '"a","b","c"\n"1","2","3"\n'],
    ["Excel's line about the separator", 'sep=;\r\na;b;c\r\n1;2;3\r\n'],
  ])('%s', (_, text) => {
    expect(parseTable(text)).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ]);
  });

  test('commas in every address do not beat the semicolon of the header', () => {
    const text = 'ID;Address\n1;"1 Main St, Leeds, UK"\n2;2 Low Rd, York, UK\n3;3 High St, Hull, UK\n';
    expect(parseTable(text).map((row) => row.length)).toEqual([2, 2, 2, 2]);
  });

  test('lists of roles with semicolons do not beat the comma of the header', () => {
    const text = 'ID,Roles\n1,a;b;c\n2,a;b;c\n3,d;e;f\n';
    expect(parseTable(text)[1]).toEqual(['1', 'a;b;c']);
  });

  test('a version line above the header does not decide', () => {
    expect(parseTable('Version 1.0; made today; by X\nID,Name,Job\n1,A,B\n2,C,D\n')[2]).toEqual([
      '1',
      'A',
      'B',
    ]);
  });
});

describe('rows stay where a spreadsheet shows them', () => {
  test('blank rows are kept', () => {
    expect(parseTable('a,b\n\n1,2\n')).toEqual([['a', 'b'], [''], ['1', '2']]);
  });

  test('a line break inside quotes stays in its cell', () => {
    expect(parseTable('a,b\r\n1,"x\r\ny"\r\n')).toEqual([
      ['a', 'b'],
      ['1', 'x\ny'],
    ]);
  });

  test('nothing is no row', () => {
    expect(parseTable('')).toEqual([]);
  });
});

test('a stray quote neither tears a cell of several lines apart nor moves a row', () => {
  expect(parseTable('ID,Name,Job\n1,"Al" Ro,x\n\n2,"Bo\nRay",x\n')).toEqual([
    ['ID', 'Name', 'Job'],
    ['1', '"Al" Ro', 'x'],
    [''],
    ['2', 'Bo\nRay', 'x'],
  ]);
});

test('a quote that never closes spoils its own line only', () => {
  expect(parseTable('ID,Name,Job\n1,"Al" Ro,x\n2,"Bo Ray,x\n3,"Cy, Jr",x\n')).toEqual([
    ['ID', 'Name', 'Job'],
    ['1', '"Al" Ro', 'x'],
    ['2', '"Bo Ray', 'x'],
    ['3', 'Cy, Jr', 'x'],
  ]);
});

describe('a written list follows RFC 4180', () => {
  test('lines end in CRLF, and only what needs quotes has them', () => {
    expect(
      writeCsv([
        ['a', 'b,c'],
        ['d"e', 'f\ng'],
      ]),
    ).toBe('a,"b,c"\r\n"d""e","f\ng"\r\n');
  });

  test('a mark at the beginning makes Excel read UTF-8', () => {
    expect(writeCsv([['ä']], { bom: true })).toBe('\ufeffä\r\n');
    expect(writeCsv([])).toBe('');
  });
});

describe('[I21] what a spreadsheet could run as a formula is defused, and comes back unchanged', () => {
  test.each(['=1+1', '+44 1632 960001', '-12', '@SUM(A1)', '\tx', '\nx', "'=1+1", '＝1+1'])('%j', (cell) => {
    const text = writeCsv([['a', cell]]);
    expect(text.replace(/^a,"?/, '')[0]).toBe("'");
    expect(parseTable(text, ',')).toEqual([['a', cell]]);
  });

  test.each([
    ["Hans;=cmd|' /C calc'!A0", "Hans;'=cmd|' /C calc'!A0"],
    ['Hans\t-1', "Hans\t'-1"],
    ['Hans; "=1', 'Hans;\' "=1'],
    ['Hans\n=1', "Hans\n'=1"],
    ["Hans;'=1", "Hans;''=1"],
    [' =1', "' =1"],
  ])('%j, where another spreadsheet begins a cell', (cell, guarded) => {
    const text = writeCsv([['a', cell]]);
    expect(text.replace(/^a,"?|"?\r\n$/g, '').replaceAll('""', '"')).toBe(guarded);
    expect(parseTable(text, ',')).toEqual([['a', cell]]);
  });

  test('a list that is separated by semicolons is read as it stands', () => {
    expect(parseTable('ID;Name;Roles\n1;-;"a;b"\n2;\'t Hart;"a; \'b\'"\n')).toEqual([
      ['ID', 'Name', 'Roles'],
      ['1', '-', 'a;b'],
      ['2', "'t Hart", "a; 'b'"],
    ]);
  });

  test.each(["'t Hart", 'a=b', '12-3', "O'Neil", 'a; b', "a;'b'"])('%s needs no guard', (cell) => {
    expect(writeCsv([[cell, 'x']])).toBe(`${cell},x\r\n`);
  });
});
