// What spreadsheets and databases do to a cell on its way into a file, undone; and what they write where they mean nothing.

const PLACEHOLDERS = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  'n/a',
  '#n/a',
  'null',
  '(null)',
  '\\n',
  'none',
  'nil',
  '(blank)',
  '(none)',
  'no_manager',
]);

const MAY_BE_PLACEHOLDER = /^\s*[-–—.n#(\\]/i;

/** [I6] An empty cell, or a word that stands for one. */
export const isPlaceholder = (text: string): boolean =>
  text === '' || (MAY_BE_PLACEHOLDER.test(text) && PLACEHOLDERS.has(text.trim().toLowerCase()));

/** [I5] `="00123"` is how lists make a spreadsheet keep leading zeros. */
export function unwrapCell(cell: string): string {
  const text = cell.trim();
  if (!text.startsWith('="') || !text.endsWith('"') || text.length < 3) return text;
  return text.slice(2, -1).replaceAll('""', '"').trim();
}

/** [I5] `'00123` is the same in a cell that holds a number. */
export const unwrapNumber = (cell: string): string => unwrapCell(cell).replace(/^['’`](?=[\d+])/, '');

/** [I9] `1.0E+05`, `#####`, `#REF!`: a spreadsheet has written over what stood here. */
export const isDestroyed = (text: string): boolean =>
  /^\d([.,]\d+)?E\+\d+$/i.test(text) || /^#(#+|REF!|NAME\?|VALUE!|N\/A|NUM!|DIV\/0!|NULL!)$/i.test(text);

/** [I5] Numbers that a program has made decimal: true if every one of them ends in `.0`. */
export function areAllDecimal(cells: Iterable<string>): boolean {
  let some = false;
  for (const cell of cells) {
    if (cell === '') continue;
    if (!/^\d+\.0$/.test(cell)) return false;
    some = true;
  }
  return some;
}
