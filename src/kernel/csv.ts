// Text to a table of cells and back. Lists come out of every HR system and every spreadsheet, so reading is forgiving
// (any usual delimiter, any line break, a stray quote); writing is strict (RFC 4180) and safe to open in a spreadsheet.

import Papa from 'papaparse';

type Delimiter = ',' | ';' | '\t' | '|';

const delimiters: readonly Delimiter[] = ['\t', ';', '|', ','];
/** Enough characters to tell the delimiter by. */
const BEGINNING = 32_000;
/** Addresses and remarks have a few lines; more is a quote gone astray. */
const LINES_IN_A_CELL = 8;
/** Excel reads this first line as an instruction and does not show it. */
const DELIMITER_LINE = /^sep=(.)\n/i;
const GUARD = "'";
/**
 * What a spreadsheet would run as a formula, after blanks and quotes that it may take away. Our own guard before it counts
 * too, so that reading is the exact reverse.
 */
const FORMULA = String.raw`(?:[^\S\t\n\r]|["'])*[=+\-@＝＋－＠]`;
const BEGINS_RISKY = new RegExp(String.raw`^(?:${FORMULA}|'*[\t\n\r])`);
/** Where a spreadsheet that separates by semicolons or tabs begins a cell: the quotes around ours are letters to it. */
const RISKY_WITHIN = new RegExp(String.raw`([;\t\n\r])(?=${FORMULA})`, 'g');
const GUARDED_WITHIN = new RegExp(String.raw`([;\t\n\r])${GUARD}(?=${FORMULA})`, 'g');

function guard(cell: string): string {
  const guarded = cell.replace(RISKY_WITHIN, `$1${GUARD}`);
  return BEGINS_RISKY.test(cell) ? GUARD + guarded : guarded;
}

function takeGuardsAway(cell: string): string {
  if (!cell.includes(GUARD)) return cell;
  const bare = cell.replace(GUARDED_WITHIN, '$1');
  return bare.startsWith(GUARD) && BEGINS_RISKY.test(bare.slice(1)) ? bare.slice(1) : bare;
}

const parseStrictly = (text: string, delimiter: Delimiter): string[][] | undefined => {
  const parsed = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  return parsed.errors.length === 0 ? parsed.data : undefined;
};

/**
 * A quote that never closes, or closes before the cell ends, would swallow what follows. Then each line is a row of its
 * own, or with the next few lines if they are needed to close its quotes; a line that stays broken is split as it is.
 */
function parseLineByLine(text: string, delimiter: Delimiter): string[][] {
  const lines = text.split('\n');
  const rows: string[][] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    let row = line === '' ? [''] : undefined;
    for (let more = 0; !row && more < LINES_IN_A_CELL; more++) {
      row = parseStrictly(lines.slice(index, index + more + 1).join('\n'), delimiter)?.[0];
      if (row) index += more;
    }
    rows.push(row ?? line.split(delimiter));
  }
  return rows;
}

const parseWith = (text: string, delimiter: Delimiter): string[][] =>
  parseStrictly(text, delimiter) ?? parseLineByLine(text, delimiter);

/** How wide the rows of the beginning are, blank rows and the one that is cut off left out. */
function rowWidths(text: string, delimiter: Delimiter): number[] {
  const beginning = text.slice(0, BEGINNING);
  const rows = Papa.parse<string[]>(beginning, { delimiter, newline: '\n' }).data;
  if (beginning.length < text.length && rows.length > 1) rows.pop();
  return rows.filter((row) => row.join('').trim() !== '').map((row) => row.length);
}

/** The width that most rows have, and how many do. */
function usualWidth(widths: readonly number[]): readonly [width: number, times: number] {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
}

/**
 * The delimiter that most rows have, and under which the table starts earliest. A title or version line above the header
 * has few cells and so does not count; commas inside addresses do not win, because the header has none.
 */
function detectDelimiter(text: string): Delimiter {
  const candidates = delimiters.flatMap((delimiter) => {
    const widths = text.includes(delimiter) ? rowWidths(text, delimiter) : [];
    const [usual, times] = usualWidth(widths);
    if (usual === 0) return [];
    const presence = widths.filter((width) => width > 1).length / widths.length;
    const start = widths.findIndex((width) => width >= usual);
    return [{ delimiter, presence, start, weight: (times / widths.length) * (usual - 1) }];
  });
  const most = Math.max(...candidates.map((candidate) => candidate.presence));
  const [best] = candidates
    .filter((candidate) => candidate.presence >= most / 2)
    .sort((a, b) => a.start - b.start || b.weight - a.weight);
  return best?.delimiter ?? ',';
}

/**
 * Every row of the text, blank ones too, so that a row's place is the one a spreadsheet shows.
 * A line break inside quotes stays, as `\n`. The delimiter is found out unless it is known.
 */
export function parseTable(text: string, known?: Delimiter): string[][] {
  const lines = (text.startsWith('\ufeff') ? text.slice(1) : text).replace(/\r\n?/g, '\n');
  const named = DELIMITER_LINE.exec(lines);
  const body = named ? lines.slice(named[0].length) : lines;
  if (body === '') return [];
  const delimiter = known ?? delimiters.find((each) => each === named?.[1]) ?? detectDelimiter(body);
  const rows = parseWith(body, delimiter);
  if (body.endsWith('\n') && rows.at(-1)?.join('') === '') rows.pop();
  for (const row of rows) {
    for (let index = 0; index < row.length; index++) {
      row[index] = takeGuardsAway(row[index] ?? '');
    }
  }
  return rows;
}

/** RFC 4180 with CRLF. What a spreadsheet could run gets a `'` before it, a phone number with + as well. */
export function writeCsv(
  rows: readonly (readonly string[])[],
  options: { readonly bom?: boolean } = {},
): string {
  const guarded = rows.map((row) => row.map(guard));
  const text = Papa.unparse(guarded, { newline: '\r\n', delimiter: ',' });
  return `${options.bom ? '\ufeff' : ''}${text}${rows.length > 0 ? '\r\n' : ''}`;
}
