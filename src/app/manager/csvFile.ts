// A table to the text of a file that a spreadsheet opens, made in portions so that the screen stays alive.

import { writeCsv } from '../../kernel/csv';
import { breathe } from '../../platform/breathe';

const ROWS_PER_PORTION = 1_000;

/** With a mark at the beginning, by which Excel knows that it is UTF-8. */
export async function tableToCsvFile(table: readonly (readonly string[])[]): Promise<string> {
  const parts: string[] = [];
  for (let from = 0; from < table.length; from += ROWS_PER_PORTION) {
    parts.push(writeCsv(table.slice(from, from + ROWS_PER_PORTION), { bom: from === 0 }));
    await breathe();
  }
  return parts.join('');
}
