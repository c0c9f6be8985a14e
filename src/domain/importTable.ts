// Where the list begins and ends in a table of cells. Exports carry a version line, a title, a date of printing above the
// header, and totals below the last person; some have two header lines. Secrets are blanked here, before anything else looks.

import { foldText } from '../kernel/searchText';
import { headingToField } from './importColumnNames';
import { secretColumns } from './importSecrets';

export interface ListRow {
  /** The row as a spreadsheet counts it, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface ListTable {
  /** One heading per column; '' where there is none. */
  readonly header: readonly string[];
  /** 0 when the list has no header line. */
  readonly headerLine: number;
  readonly rows: readonly ListRow[];
}

/** A title page of this many lines is the longest we look through. */
const LINES_ABOVE_HEADER = 40;
const FOOT_WORDS =
  /^(grand )?(total|totals|subtotal|sum|count|number of|records?|rows?|employees|headcount|summe|gesamt|anzahl|totaux|nombre|effectif|suma|totaal|aantal|totale|razem|liczba|numero de|no of)\b/;

const REMARKS =
  /^(end of|printed|generated|created|exported|report|confidential|page|ende|gedruckt|erstellt|fin de|imprime)\b/;

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
const filled = (cells: readonly string[]): string[] =>
  cells.map((cell) => cell.trim()).filter((cell) => cell !== '');

function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) if (!isBlank(row)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

const looksLikeValue = (cell: string): boolean => /^\s*['+(]?\d[\d\s./()-]*$|@/.test(cell);

/** How many different fields a row names; numbers and addresses are what people have, not what headers say. */
function countFields(row: readonly string[]): number {
  const fields = new Set<string>();
  let values = 0;
  for (const cell of row) {
    if (looksLikeValue(cell)) values++;
    const field = cell.length <= 80 ? headingToField(cell)?.field : undefined;
    if (field) fields.add(field);
  }
  return fields.size - values;
}

interface HeaderPlace {
  readonly header: number;
  readonly firstRow: number;
}

function findHeader(table: readonly (readonly string[])[]): HeaderPlace | undefined {
  const beginning = table.slice(0, LINES_ABOVE_HEADER);
  const scores = beginning.map(countFields);
  const best = Math.max(0, ...scores);
  const named = scores.indexOf(best);
  if (best >= 2) {
    // SuccessFactors writes a line of technical names and then a line of labels.
    const hasSecond = (scores[named + 1] ?? 0) >= Math.max(2, best * 0.7);
    return { header: named, firstRow: named + (hasSecond ? 2 : 1) };
  }
  const width = usualWidth(table.slice(0, 500));
  const widest = beginning.findIndex((row) => row.length >= width && !isBlank(row));
  const header = best === 1 && (beginning[named]?.length ?? 0) >= width ? named : widest;
  if (header < 0 || (beginning[header] ?? []).some(looksLikeValue)) return undefined;
  return { header, firstRow: header + 1 };
}

/** Totals, the date of printing and other lines that are written small below a list. */
function isFoot(cells: readonly string[], width: number): boolean {
  const texts = filled(cells);
  const first = texts[0];
  if (first === undefined) return true;
  const words = foldText(first).replace(/^[^\p{L}]+/u, '');
  if (texts.length <= 3 && texts.length < width && FOOT_WORDS.test(words)) return true;
  // One sentence below a wide table; an ID or a name that stands alone is a row that somebody must look at.
  const isAlone = width > 2 && texts.length === 1 && (cells[0] ?? '').trim() === first;
  return (
    isAlone &&
    /\s/.test(first) &&
    !/^[\d\s]+$/.test(first) &&
    (REMARKS.test(words) || /\d|:|(\s\S+){4}/.test(first))
  );
}

/** [I4] The header is the first line that names the most fields; blank lines, repeated headers and the foot are no people. */
export function findList(table: readonly (readonly string[])[]): ListTable {
  const place = findHeader(table);
  const headerRow = place ? (table[place.header] ?? []) : [];
  const width = Math.max(headerRow.length, usualWidth(table.slice(0, 2000)));
  const header = Array.from({ length: width }, (_, index) => (headerRow[index] ?? '').trim());
  const secrets = secretColumns(header);
  const repeated = headerRow.join('\n');

  const rows: ListRow[] = [];
  for (let index = place?.firstRow ?? 0; index < table.length; index++) {
    const cells = table[index] ?? [];
    if (isBlank(cells) || (place && cells[0] === headerRow[0] && cells.join('\n') === repeated)) continue;
    const open = secrets.size > 0 ? cells.map((cell, column) => (secrets.has(column) ? '' : cell)) : cells;
    rows.push({ line: index + 1, cells: open });
  }
  while (rows.length > 0 && isFoot(rows.at(-1)?.cells ?? [], width)) rows.pop();
  return { header, headerLine: place ? place.header + 1 : 0, rows };
}
