// The tables of this tablet's database. The log is the truth; `streams` is folded from it and can be thrown away.
//
// log      a row per append: its events, in the order in which they came to this tablet
// streams  a row per stream: its events beside the folded view, and for an employee the keys it is found by
// tries    wrong tries per account on this tablet; never leaves it
// meta     what this tablet knows about itself: its id, its clock's high-water mark, the version of the views; and what
//          was chosen for it alone. Never leaves it
// segments what this tablet knows of each segment, its own and the others': a row per 500 events, not per event
// aside    segments that were not taken in, and why
// received what the server has sent and is not taken in yet, in the order in which it came; empty but for moments
//
// Measured: the count of writes is the cost (10,000 puts: 1.4 s without, 1.6-2.6 s with four indexes), hence few rows.

import { Dexie, type EntityTable, type Table } from 'dexie';
import type { AccountStatus } from '../domain/readiness';
import type { RecordedEvent, StateOf, StreamKind, StreamName } from '../domain/streams';
import type { Brand } from '../kernel/brand';
import type { DeviceId, EventId, Moment } from '../kernel/hlc';
import type { LockedText } from '../platform/keyring';

export type LogEntry = RecordedEvent & { readonly stream: StreamName };

export interface LogRow {
  /** Grows by one with every append and every segment taken in; the order of arrival on this tablet. */
  readonly seq: number;
  readonly entries: readonly LogEntry[];
  /** The segment they came in; none on what was recorded here. */
  readonly segment?: SegmentId | 'carried';
}

/** An event of a tablet's segment that came without the segment, carried from screen to camera. */
export interface CarriedEvent {
  readonly entry: LogEntry;
  /** The number of the segment, as far as whoever carried it knew. */
  readonly sequence: number;
}

/** Where such an event lies, for as long as its segment has not come: see `carried.ts`. */
export interface CarriedPlace {
  readonly id: EventId;
  readonly sequence: number;
  /** The log row; 0 for an event that does not count. */
  readonly seq: number;
  /** [Y6] The event itself, where it does not count: of a tablet that was revoked. It may count after all. */
  readonly entry?: LogEntry;
}

export type SegmentId = Brand<string, 'SegmentId'>;

export interface SegmentName {
  readonly device: DeviceId;
  /** Counts a tablet's segments from 1, without a gap. */
  readonly sequence: number;
}

/** A segment as it travels and as CouchDB keeps it. */
export interface SegmentDocument {
  readonly _id: SegmentId;
  readonly v: number;
  readonly count: number;
  readonly iv: string;
  readonly body: string;
}

/** A place in the log: the row, and how many of its entries lie before. */
export interface LogPlace {
  readonly seq: number;
  readonly offset: number;
}

export interface SegmentRow extends SegmentName {
  readonly id: SegmentId;
  readonly count: number;
  /** `waiting`: not known to be on the server. */
  readonly state: 'waiting' | 'stored';
  /** Its entries lie in the log from here up to there, between others perhaps; up to 0 when others brought them before. */
  readonly from: LogPlace;
  readonly to: LogPlace;
  /** Sealed once and kept while it waits, so that every retry sends the same bytes. */
  readonly document?: SegmentDocument;
}

export type AsideReason =
  | 'does not open'
  | 'newer format'
  | 'events of another tablet'
  | 'more than one leaf'
  | 'revoked tablet'
  | 'from the future'
  | 'cannot be folded';

export interface AsideRow {
  /** The document's id, which need not be that of a segment. */
  readonly id: string;
  readonly reason: AsideReason;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** [Y7] Events from the future are tried again from then on. */
  readonly until?: number;
  readonly document?: unknown;
  /** Its events, where they have been read: of a tablet that was revoked, or from the future in a backup. */
  readonly entries?: readonly LogEntry[];
}

/** What another tablet recorded, as it comes to be taken in. */
export type Arrival =
  /** An opened segment; `stored`: the server has it. */
  | ({
      readonly kind: 'segment';
      readonly id: SegmentId;
      readonly entries: readonly LogEntry[];
      readonly state: 'waiting' | 'stored';
      /** As its tablet sealed it, where the server may lack it: sent on as it is, it is there once. */
      readonly document?: SegmentDocument;
    } & SegmentName)
  /** [M5] Events that come before their segments. */
  | { readonly kind: 'carried'; readonly events: readonly CarriedEvent[] }
  | { readonly kind: 'aside'; readonly row: AsideRow };

/** What is taken in in one go. */
export interface ReceivedRow {
  readonly at: number;
  readonly arrivals: readonly Arrival[];
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
  /** How many questions there are to settle; there when there is one. */
  readonly attention?: number;
}
export type EmployeeRow = StreamRow<'employee'> & EmployeeKeys;

/** The account of everyone who opens the manager area: a passcode is typed without a name. */
export const PASSCODE_ACCOUNT = 'passcode';

export interface TriesRow {
  /** [T12] Hidden, but for the passcode's. */
  readonly account: string;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
  /** How many of them count against the tablet as a whole. */
  readonly onTablet: number;
  /** [T11] What was guessed at: the event that last gave a right to the account, if any had. */
  readonly against?: EventId;
}

export type MetaRow =
  | { readonly key: 'device'; readonly id: DeviceId }
  /** `wall`: the latest time the tablet's own clock has shown, ms since 1970, until a manager confirmed another. */
  | { readonly key: 'clock'; readonly moment: Moment; readonly wall?: number }
  /** `rebuiltUpTo` is there while the views are being rebuilt: the last log row that is in them. */
  | { readonly key: 'views'; readonly version: number; readonly rebuiltUpTo?: number }
  /** How far this tablet's own events are in segments, the number of its last one, and how many events one may hold. */
  | {
      readonly key: 'sealed';
      readonly upTo: LogPlace;
      readonly sequence: number;
      readonly limit: number;
    }
  /**
   * Where the next pull goes on; the server's own word, opaque. `at`: when all that there was had last been taken in, in ms
   * since 1970. `last`: the segment that came last.
   */
  | { readonly key: 'checkpoint'; readonly since: string; readonly at?: number; readonly last?: SegmentId }
  /** Which database was last exchanged with, by its site document. */
  | { readonly key: 'database'; readonly born: string }
  /** When all there was had last been sent, in ms since 1970, and what was sent last, as the server calls it. */
  | { readonly key: 'pushed'; readonly at?: number; readonly last?: SegmentId }
  | { readonly key: 'carried'; readonly places: readonly CarriedPlace[] }
  | { readonly key: 'secrets'; readonly locked: LockedText }
  /** [T12] Under which the accounts of wrong tries are kept. */
  | { readonly key: 'hiding'; readonly hidingKey: CryptoKey }
  /** Whether this tablet sounds and vibrates when a code is scanned; it does until somebody has chosen. */
  | { readonly key: 'cues'; readonly on: boolean };

export type Database = Dexie & {
  readonly log: Table<LogRow, number, Omit<LogRow, 'seq'>>;
  readonly streams: Table<StreamRow, StreamName>;
  readonly tries: EntityTable<TriesRow, 'account'>;
  readonly meta: Table<MetaRow, MetaRow['key']>;
  readonly segments: Table<SegmentRow, SegmentId>;
  readonly aside: Table<AsideRow, string>;
  readonly received: Table<ReceivedRow, number, Omit<ReceivedRow, 'at'>>;
};

/** The indexes of `streams`; the benches put the same rows with the same indexes into raw IndexedDB. */
export const STREAM_INDEXES =
  'stream, name, [account+name], [department+name], *words, lineManager, attention';
const STREAM_INDEXES_1 = 'stream, name, [account+name], [department+name], *words, lineManager';

/** `strict`: what was acknowledged is on the disk, also when the battery dies in the next moment. */
export function openDatabase(name = 'gatehouse'): Database {
  const db = new Dexie(name, { cache: 'disabled', chromeTransactionDurability: 'strict' }) as Database;
  db.version(1).stores({ log: '++seq', streams: STREAM_INDEXES_1, tries: 'account', meta: 'key' });
  db.version(2).stores({
    streams: STREAM_INDEXES,
    segments: 'id, [device+sequence], state',
    aside: 'id',
  });
  db.version(3).stores({ received: '++at' });
  // [T12] Until then, accounts were kept in a way in which they could be tried out.
  db.version(4).upgrade((transaction) =>
    transaction.table('tries').where('account').notEqual(PASSCODE_ACCOUNT).delete(),
  );
  return db;
}
