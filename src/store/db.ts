// The tables of this tablet's database. The log is the truth; `streams` is folded from it and can be thrown away.
//
// log      a row per append: its events, in the order in which they came to this tablet
// streams  a row per stream: its events beside the folded view, and for an employee the keys it is found by
// tries    wrong tries per account on this tablet; never leaves it
// meta     what this tablet knows about itself: its id, its clock's high-water mark, the version of the views
//
// Measured: the count of writes is the cost (10,000 puts: 1.4 s without, 1.6-2.6 s with four indexes), hence few rows.

import { Dexie, type EntityTable, type Table } from 'dexie';
import type { AccountStatus } from '../domain/readiness';
import type { RecordedEvent, StateOf, StreamKind, StreamName } from '../domain/streams';
import type { DeviceId, Moment } from '../kernel/hlc';

export type LogEntry = RecordedEvent & { readonly stream: StreamName };

export interface LogRow {
  /** Grows by one with every append and every segment taken in; the order of arrival on this tablet. */
  readonly seq: number;
  readonly entries: readonly LogEntry[];
}

export interface StreamRow<Kind extends StreamKind = StreamKind> {
  readonly stream: StreamName<Kind>;
  readonly events: readonly RecordedEvent[];
  readonly view: StateOf<Kind>;
}

/** The keys an employee is found and sorted by; see `views.ts`. */
export interface EmployeeKeys {
  readonly name: string;
  readonly account: AccountStatus;
  readonly department: string;
  readonly words: readonly string[];
  readonly lineManager?: string;
  /** There when something is to be settled. */
  readonly attention?: 1;
}
export type EmployeeRow = StreamRow<'employee'> & EmployeeKeys;

export interface TriesRow {
  readonly account: string;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
  /** How many of them count against the tablet as a whole. */
  readonly onTablet: number;
}

export type MetaRow =
  | { readonly key: 'device'; readonly id: DeviceId }
  /** `wall`: the latest time the tablet's own clock has shown, ms since 1970, until a manager confirmed another. */
  | { readonly key: 'clock'; readonly moment: Moment; readonly wall?: number }
  /** `rebuiltUpTo` is there while the views are being rebuilt: the last log row that is in them. */
  | { readonly key: 'views'; readonly version: number; readonly rebuiltUpTo?: number };

export type Database = Dexie & {
  readonly log: Table<LogRow, number, Omit<LogRow, 'seq'>>;
  readonly streams: Table<StreamRow, StreamName>;
  readonly tries: EntityTable<TriesRow, 'account'>;
  readonly meta: Table<MetaRow, MetaRow['key']>;
};

/** The indexes of `streams`; the benches put the same rows with the same indexes into raw IndexedDB. */
export const STREAM_INDEXES =
  'stream, name, [account+name], [department+name], *words, lineManager, attention';
const STREAM_INDEXES_1 = 'stream, name, [account+name], [department+name], *words, lineManager';

/** `strict`: what was acknowledged is on the disk, also when the battery dies in the next moment. */
export function openDatabase(name = 'gatehouse'): Database {
  const db = new Dexie(name, { cache: 'disabled', chromeTransactionDurability: 'strict' }) as Database;
  db.version(1).stores({ log: '++seq', streams: STREAM_INDEXES_1, tries: 'account', meta: 'key' });
  db.version(2).stores({ streams: STREAM_INDEXES });
  return db;
}
