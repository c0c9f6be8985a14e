import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTable, writeCsv } from '../../src/kernel/csv';

/** Cells full of what CSV is about. */
const cell = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...'ab ,;|"\'=+-@\t\n'), maxLength: 6 }),
  fc.string({ unit: fc.constantFrom(...'a,;;"" \'\'=－\t\n\r'), maxLength: 9 }),
);
const table = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 8 }))
  .chain(([width, height]) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );
const tidyLineBreaks = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((each) => each.replace(/\r\n?/g, '\n')));

test('[I21] any table that is written is read back the same, line breaks inside cells as \\n', () => {
  fc.assert(
    fc.property(table, fc.boolean(), (rows, bom) => {
      expect(parseTable(writeCsv(rows, { bom }), ',')).toEqual(tidyLineBreaks(rows));
    }),
    { numRuns: 2_000 },
  );
});

test('[I21] no cell of a written list begins with what a spreadsheet runs', () => {
  fc.assert(
    fc.property(cell, (text) => {
      expect(writeCsv([[text, 'x']])).not.toMatch(/^"?[=+\-@\t\n\r]/);
    }),
    { numRuns: 500 },
  );
});

/**
 * As a spreadsheet reads: a cell that begins with a quote goes on to the one that closes it, and whatever stands behind
 * that belongs to it too; anywhere else a quote is a letter like any other.
 */
function cellsOfSpreadsheet(text: string, separator: string): string[] {
  const cells: string[] = [];
  let rest = text;
  while (rest !== '') {
    const [all = '', quoted = '', plain = ''] =
      new RegExp(`^(?:"((?:[^"]|"")*)"?)?([^${separator}\n\r]*)[${separator}\n\r]?`).exec(rest) ?? [];
    cells.push(quoted.replaceAll('""', '"') + plain);
    rest = rest.slice(all.length);
  }
  return cells;
}

test.each([',', ';', '\t'])(
  '[I21] no cell of a written table begins with what is run, also where a spreadsheet separates by %j',
  (separator) => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const each of cellsOfSpreadsheet(writeCsv(rows), separator))
          expect(each).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
      { numRuns: 2_000 },
    );
  },
);

test('the separator is found out for any list with plain headings', () => {
  const value = fc.string({ unit: fc.constantFrom(...'abc 12.-'), maxLength: 6 });
  const rows = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      (people, separator, newline) => {
        const all = [['ID', 'First', 'Last'], ...people];
        const text = all.map((row) => row.join(separator)).join(newline) + newline;
        expect(parseTable(text)).toEqual(all);
      },
    ),
    { numRuns: 300 },
  );
});
