// What this tablet has to send and what it has received: its own events cut into segments behind a cursor (a table of
// events to send would cost more than the network does), and where the next pull goes on.

import { liveQuery } from 'dexie';
import type { DeviceId } from '../kernel/hlc';
import type { LockedText } from '../platform/keyring';
import { readCarried } from './carried';
import type {
  Arrival,
  AsideRow,
  Database,
  LogEntry,
  LogPlace,
  LogRow,
  SegmentDocument,
  SegmentId,
  SegmentRow,
} from './db';
import { readClock } from './eventLog';
import { receive, sendOnReceived, takeInReceived } from './received';
import { readSealed } from './sealed';
import { countWaiting, findGaps, lastSeen, lastSequences } from './standing';
import { takeIn } from './takeIn';
import { storedRow } from './takeSegment';
import { findRevocations } from './toCarry';

/** Own events that are in no segment yet, and what the next segment is called. */
export interface Unsealed {
  readonly entries: readonly LogEntry[];
  readonly from: LogPlace;
  readonly to: LogPlace;
  readonly sequence: number;
  /** How many events a segment may hold. */
  readonly limit: number;
  /** False when it holds as many as a segment may: then there may be more. */
  readonly isLast: boolean;
}

/** As it travels, with where its events are. */
export interface SealedSegment {
  readonly of: Unsealed;
  readonly document: SegmentDocument;
}

export type Replication = ReturnType<typeof createReplication>;

const MOST_ROWS_PER_READ = 256;

export function createReplication(db: Database, device: DeviceId) {
  /** Behind the place up to which all is sealed, or behind `before`, which is about to be. */
  async function unsealed(before?: Unsealed): Promise<Unsealed | undefined> {
    const { upTo, sequence, limit } = before ? { ...before, upTo: before.to } : await readSealed(db);
    const entries: LogEntry[] = [];
    let to = upTo;
    for await (const row of rowsFrom(db, upTo)) {
      const own = row.segment === undefined ? row.entries : [];
      const offset = row.seq === upTo.seq ? upTo.offset : 0;
      const taken = own.slice(offset, offset + limit - entries.length);
      entries.push(...taken);
      const isWhole = offset + taken.length >= own.length;
      to = isWhole ? { seq: row.seq + 1, offset: 0 } : { seq: row.seq, offset: offset + taken.length };
      if (entries.length >= limit) break;
    }
    if (entries.length > 0)
      return { entries, from: upTo, to, sequence: sequence + 1, limit, isLast: entries.length < limit };
    // Only what others recorded: next time the search begins behind it.
    if (!before && to.seq > upTo.seq) await moveCursor(upTo, to);
    return undefined;
  }

  const moveCursor = (from: LogPlace, to: LogPlace): Promise<void> =>
    db.transaction('rw', db.meta, async () => {
      const sealed = await readSealed(db);
      if (sealed.upTo.seq === from.seq && sealed.upTo.offset === from.offset)
        await db.meta.put({ ...sealed, key: 'sealed', upTo: to });
    });

  return {
    device,
    unsealed,
    /** Keeps sealed segments until the server has them, and moves the cursor behind them; nothing if they were kept before. */
    keepSealed: (segments: readonly SealedSegment[]): Promise<readonly SegmentRow[] | undefined> =>
      db.transaction('rw', db.segments, db.meta, async () => {
        const sealed = await readSealed(db);
        const last = segments.at(-1)?.of;
        if (!last || sealed.sequence + segments.length !== last.sequence) return undefined;
        const rows = segments.map(({ of: { from, to, sequence, entries }, document }): SegmentRow => {
          const count = entries.length;
          return { id: document._id, device, sequence, count, from, to, document, state: 'waiting' };
        });
        await Promise.all([
          db.segments.bulkAdd(rows),
          db.meta.put({ ...sealed, key: 'sealed', upTo: last.to, sequence: last.sequence }),
        ]);
        return rows;
      }),
    /** What the server does not have yet, the oldest first. */
    waiting: (): Promise<SegmentRow[]> => db.segments.where('state').equals('waiting').sortBy('sequence'),
    /** The server has them. */
    acknowledge: (ids: readonly SegmentId[]): Promise<void> =>
      db.transaction('rw', db.segments, async () => {
        const rows = await db.segments.bulkGet([...ids]);
        await db.segments.bulkPut(rows.flatMap((row) => (row ? [storedRow(row)] : [])));
      }),
    /** A server would not take one so large: what it held is cut anew into smaller ones. False when it held one event. */
    cutSmaller: (row: SegmentRow): Promise<boolean> =>
      db.transaction('rw', db.log, db.segments, db.meta, async () => {
        if (row.count === 1 || row.device !== device) return false;
        const sealed = await readSealed(db);
        const after = [device, row.sequence];
        const rest = db.segments.where('[device+sequence]').between(after, [device, Number.MAX_SAFE_INTEGER]);
        // What a backup gave back to its own tablet is not cut anew from what was recorded since.
        for (const { id, from } of await rest.toArray())
          if ((await db.log.get(from.seq))?.segment === id) return false;
        await rest.delete();
        const limit = Math.max(1, Math.floor(row.count / 2));
        await db.meta.put({ ...sealed, key: 'sealed', upTo: row.from, sequence: row.sequence - 1, limit });
        return true;
      }),
    /** [Y14] Another server has nothing yet: everything that is here is to be sent, and received from the beginning. */
    startOver: (): Promise<void> =>
      db.transaction('rw', db.segments, db.received, db.meta, async () => {
        await db.segments.toCollection().modify({ state: 'waiting' });
        await sendOnReceived(db);
        await db.meta.delete('checkpoint');
      }),
    /** The entries of a segment, from the log. */
    async entriesOf(row: SegmentRow): Promise<readonly LogEntry[]> {
      const entries: LogEntry[] = [];
      for await (const { seq, segment, entries: all } of rowsFrom(db, row.from)) {
        if (seq > row.to.seq || (seq === row.to.seq && row.to.offset === 0)) break;
        const isIts = segment === row.id || (segment === undefined && row.device === device);
        const from = seq === row.from.seq ? row.from.offset : 0;
        if (isIts) entries.push(...all.slice(from, seq === row.to.seq ? row.to.offset : undefined));
      }
      return entries;
    },
    /** Events that are here although their segments are not. */
    carried: () => readCarried(db),
    /** [M2] What a tablet that hears nothing must know, since then (ms since 1970). */
    revocations: (since: number) => findRevocations(db, device, since),
    /** Every segment that is known here, each tablet's in order. */
    segmentIds: (): Promise<SegmentId[]> => db.segments.orderBy('id').primaryKeys(),
    /** Those of them whose events are in the log under this segment, and not only under another. */
    async segments(ids: readonly SegmentId[]): Promise<SegmentRow[]> {
      const rows = await db.segments.bulkGet([...ids]);
      return rows.flatMap((row) => (row && row.to.seq + row.to.offset > 0 ? [row] : []));
    },
    async isStored(id: SegmentId): Promise<boolean> {
      return (await db.segments.get(id))?.state === 'stored';
    },
    async checkpoint(): Promise<string | undefined> {
      const row = await db.meta.get('checkpoint');
      return row?.key === 'checkpoint' ? row.since : undefined;
    },
    /** A page of the feed: kept to be taken in, group by group; the next pull goes on behind it. */
    receive: (groups: readonly (readonly Arrival[])[], since: string) => receive(db, groups, since),
    /** How many groups have been received and are not taken in yet. */
    countReceived: (): Promise<number> => db.received.count(),
    /** Takes in the group that came first; false when there is none. */
    takeInReceived: (now: number) => takeInReceived(db, device, now),
    /** All that there was is taken in. `now` in ms since 1970. */
    pulled: (now: number): Promise<void> =>
      db.transaction('rw', db.meta, async () => {
        const checkpoint = await db.meta.get('checkpoint');
        if (checkpoint?.key === 'checkpoint') await db.meta.put({ ...checkpoint, at: now });
      }),
    pushed: (at: number): Promise<void> =>
      db.transaction('rw', db.meta, async () => {
        await db.meta.put({ key: 'pushed', at });
      }),
    /** When something was last sent, in ms since 1970. */
    async pushedAt(): Promise<number | undefined> {
      const row = await db.meta.get('pushed');
      return row?.key === 'pushed' ? row.at : undefined;
    },
    /** Which of these documents are here and known to be on the server. */
    async stored(ids: readonly string[]): Promise<ReadonlySet<string>> {
      const rows = await db.segments.bulkGet(ids as SegmentId[]);
      return new Set(rows.flatMap((row) => (row?.state === 'stored' ? [row.id] : [])));
    },
    /** [Y7] What was set aside for being ahead of its time, and is not any more. */
    due: (now: number): Promise<AsideRow[]> =>
      db.aside.filter(({ until }) => until !== undefined && until <= now).toArray(),
    /** When all that there was had last been taken in, in ms since 1970. */
    async pulledAt(): Promise<number | undefined> {
      const row = await db.meta.get('checkpoint');
      return row?.key === 'checkpoint' ? row.at : undefined;
    },
    /** Where this tablet's own clock of events stands, in ms since 1970: it may have run ahead, and never goes back. */
    ownTime: async (): Promise<number> => (await readClock(db)).moment.time,
    countWaiting: () => countWaiting(db),
    lastSequences: () => lastSequences(db),
    lastSeen: () => lastSeen(db),
    gaps: () => findGaps(db),
    setAside: (): Promise<AsideRow[]> => db.aside.toArray(),
    /** What this tablet must know to exchange with the others, locked. */
    async secrets(): Promise<LockedText | undefined> {
      const row = await db.meta.get('secrets');
      return row?.key === 'secrets' ? row.locked : undefined;
    },
    keepSecrets: (locked: LockedText): Promise<void> =>
      db.transaction('rw', db.meta, async () => {
        await db.meta.put({ key: 'secrets', locked });
      }),
    /** Keeps them only where there are none yet. */
    keepFirstSecrets: (locked: LockedText): Promise<void> =>
      db.transaction('rw', db.meta, async () => {
        if (!(await db.meta.get('secrets'))) await db.meta.put({ key: 'secrets', locked });
      }),
    /** Calls back after every write to the log, until the returned function is called. */
    onWrite(listener: () => void): () => void {
      // Every write moves the clock; a live query of the last row alone would not hear of the next one.
      const subscription = liveQuery(() => db.meta.get('clock')).subscribe(listener);
      return () => subscription.unsubscribe();
    },
    /** Takes in what a file or a camera brought: whole or not at all. */
    takeIn: (arrivals: readonly Arrival[], now: number) => takeIn(db, device, arrivals, now),
  };
}

/** The rows of the log from a place on. A row holds one event or five hundred, so the reads begin small. */
async function* rowsFrom(db: Database, { seq }: LogPlace): AsyncGenerator<LogRow> {
  let next = seq;
  for (let limit = 1; ; limit = Math.min(2 * limit, MOST_ROWS_PER_READ)) {
    const rows = await db.log.where('seq').aboveOrEqual(next).limit(limit).toArray();
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    next = last.seq + 1;
  }
}
