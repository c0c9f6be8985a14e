// Where a list lies open while it is imported. It works in a worker, because a large list takes a second to read, and it
// keeps the table to itself: the page is handed the columns and the people, a portion at a time, and no secret column.

import { type ImportColumn, recogniseColumns } from '../../domain/importColumns';
import { decodeListFile, type ListFileRefusal } from '../../domain/importFile';
import type { ReadingOptions } from '../../domain/importReaders';
import { type ImportRow, placesById } from '../../domain/importRow';
import { readRows } from '../../domain/importRows';
import { findList, type ListRow } from '../../domain/importTable';
import { parseTable } from '../../kernel/csv';
import { err, ok, type Result } from '../../kernel/result';

export type OpenListRefusal = ListFileRefusal | { readonly type: 'listHasNoRows' };

export interface OpenedList {
  readonly columns: readonly ImportColumn[];
  readonly rowCount: number;
}

export interface ReadList {
  readonly rowCount: number;
  /** See `placesById`; sorting 100,000 people takes too long for the page's own thread. */
  readonly places: Uint32Array;
}

/** What the desk can be asked, each with its arguments and its answer. */
export interface ListDesk {
  open(bytes: Uint8Array): Result<OpenedList, OpenListRefusal>;
  /** Reads every row by these columns; `portion` hands them out. */
  read(columns: readonly ImportColumn[], options: ReadingOptions): ReadList;
  portion(from: number, to: number): readonly ImportRow[];
}

export function createListDesk(): ListDesk {
  let table: readonly ListRow[] = [];
  let rows: readonly ImportRow[] = [];
  return {
    open(bytes) {
      const text = decodeListFile(bytes);
      if (!text.ok) return text;
      const list = findList(parseTable(text.value));
      if (list.rows.length === 0) return err({ type: 'listHasNoRows' });
      table = list.rows;
      return ok({ columns: recogniseColumns(list.header, table), rowCount: table.length });
    },
    read(columns, options) {
      rows = readRows(table, columns, options);
      return { rowCount: rows.length, places: placesById(rows) };
    },
    portion: (from, to) => rows.slice(from, to),
  };
}

export type ListTask = {
  [Name in keyof ListDesk]: { readonly name: Name; readonly args: Parameters<ListDesk[Name]> };
}[keyof ListDesk];

export interface ListRequest {
  readonly id: number;
  readonly task: ListTask;
}
export type ListReply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: string };

/** Answers one request; what breaks is told to whoever asked. */
export function answerListRequest(desk: ListDesk, { id, task }: ListRequest): ListReply {
  try {
    const perform = desk[task.name] as (...args: readonly unknown[]) => unknown;
    return { id, answer: perform(...task.args) };
  } catch (failure) {
    return { id, failure: String(failure) };
  }
}
