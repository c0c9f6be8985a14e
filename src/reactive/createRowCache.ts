// Rows by their key, fetched together when they come into sight, and kept for a while so that scrolling back is quiet.
// An expired row stays readable until its successor has arrived.

import { createSignal } from 'solid-js';

export interface RowCache<Row, Key> {
  /** Follows the row; asks for it when it is missing or expired. */
  read(key: Key): Row | undefined;
  /** Takes rows that came along with something else. */
  keep(rows: readonly Row[]): void;
  /** Fetches these rows ahead of sight, as far as they are not there. */
  load(keys: readonly Key[]): Promise<void>;
  /** Something was written: every row is asked for anew when it is next read. */
  expire(): void;
}

interface Cell<Row> {
  readonly read: () => Row | undefined;
  readonly write: (row: Row | undefined) => void;
  isFresh: boolean;
}

/** Some screenfuls in every direction. */
const ROWS_KEPT = 1_000;

export function createRowCache<Row extends object, Key>(source: {
  readonly fetch: (keys: readonly Key[]) => Promise<readonly Row[]>;
  readonly keyOf: (row: Row) => Key;
  readonly onFailure: (thrown: unknown) => void;
}): RowCache<Row, Key> {
  const cells = new Map<Key, Cell<Row>>();
  let wanted = new Set<Key>();

  function cellOf(key: Key): Cell<Row> {
    const known = cells.get(key);
    if (known) return known;
    const [read, write] = createSignal<Row>();
    const cell: Cell<Row> = { read, write: (row) => write(() => row), isFresh: false };
    cells.set(key, cell);
    return cell;
  }

  function forgetOldest(): void {
    for (const key of cells.keys()) {
      if (cells.size <= ROWS_KEPT) return;
      cells.delete(key);
    }
  }

  async function load(keys: readonly Key[]): Promise<void> {
    const missing = keys.filter((key) => !cellOf(key).isFresh);
    for (const key of missing) cellOf(key).isFresh = true;
    if (missing.length === 0) return;
    for (const row of await source.fetch(missing)) cells.get(source.keyOf(row))?.write(row);
    forgetOldest();
  }

  function keep(rows: readonly Row[]): void {
    for (const row of rows) {
      const cell = cellOf(source.keyOf(row));
      cell.isFresh = true;
      cell.write(row);
    }
  }

  return {
    keep,
    read(key) {
      const cell = cellOf(key);
      // Read last, forgotten last.
      cells.delete(key);
      cells.set(key, cell);
      if (!cell.isFresh) {
        if (wanted.size === 0)
          queueMicrotask(() => {
            const keys = [...wanted];
            wanted = new Set();
            load(keys).catch(source.onFailure);
          });
        wanted.add(key);
      }
      return cell.read();
    },
    load,
    expire() {
      for (const cell of cells.values()) cell.isFresh = false;
    },
  };
}
