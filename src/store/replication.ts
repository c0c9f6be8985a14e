// What this tablet has to send and what it has received: the one door to it for whoever exchanges with a server, a file
// or a camera.

import { liveQuery } from 'dexie';
import { deviceStream } from '../domain/streams';
import type { TabletState } from '../domain/tablet';
import type { DeviceId } from '../kernel/hlc';
import type { LockedText } from '../platform/keyring';
import { apartIn, lastCountingHere, readCarried, readPlaces } from './carried';
import { cutSmaller, keepSealed, type SealedSegment, unsealed } from './cutting';
import type { Arrival, AsideRow, Database, LogEntry, SegmentId, SegmentRow } from './db';
import { createEventLog, type EventLog, readClock } from './eventLog';
import { entriesOf } from './logRows';
import { type ReceivedPage, receive, takeInReceived } from './received';
import { countWaiting, findGaps, lastSeen, lastSequences } from './standing';
import { knownToBeThere, meetDatabase, notePushed, noteSent, startOver } from './startOver';
import { tablesOfTakeIn, takeIn } from './takeIn';
import { storedRow } from './takeSegment';
import { findRevocations } from './toCarry';

export type Replication = ReturnType<typeof createReplication>;

export function createReplication(db: Database, device: DeviceId) {
  return {
    device,
    /** Own events that are in no segment yet, cut; see there. */
    unsealed: (options: { readonly onlyFull: boolean }) => unsealed(db, options),
    /** Keeps sealed segments until the server has them; nothing if they were kept before. */
    keepSealed: (segments: readonly SealedSegment[]) => keepSealed(db, device, segments),
    /** What the server does not have yet, the oldest first. */
    waiting: (): Promise<SegmentRow[]> => db.segments.where('state').equals('waiting').sortBy('sequence'),
    /** The server has them; it calls the last one so. */
    acknowledge: (ids: readonly SegmentId[], last: SegmentId | undefined): Promise<void> =>
      db.transaction('rw', db.segments, db.meta, async () => {
        const rows = await db.segments.bulkGet([...ids]);
        await db.segments.bulkPut(rows.flatMap((row) => (row ? [storedRow(row)] : [])));
        if (last) await noteSent(db, last);
      }),
    /** A server would not take one so large: what it held is cut anew. False when it held one event. */
    cutSmaller: (row: SegmentRow) => cutSmaller(db, device, row),
    startOver: () => startOver(db),
    /** [Y14] Which database is exchanged with now; gives whether it is another than before, and all begins anew. */
    meetDatabase: (born: string, isNew: boolean) => meetDatabase(db, born, isNew),
    /** The entries of a segment, from the log. */
    entriesOf: (row: SegmentRow) => entriesOf(db, device, row),
    /** Events that are here and count although their segments are not. */
    carried: () => readCarried(db),
    /** [Y6] Such events of a revoked tablet that do not count. */
    carriedApart: async () => apartIn(await readPlaces(db)),
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
    receive: (page: ReceivedPage) => receive(db, page),
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
    /** Everything was sent. */
    pushed: (at: number) => notePushed(db, at),
    /** [Y38] What the database has, unless it was set back. */
    knownToBeThere: () => knownToBeThere(db),
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
    /**
     * [O7] Keeps what a new tablet begins with; `isBegun`: it goes on from what is kept. False, and nothing is kept, where
     * it has been set up meanwhile, or has begun otherwise.
     */
    keepBeginning: (locked: LockedText, isBegun: boolean): Promise<boolean> =>
      db.transaction('rw', db.meta, db.streams, async () => {
        const isKept = (await db.meta.get('secrets')) !== undefined;
        // Founding adds the tablet, too.
        const tablet = (await db.streams.get(deviceStream(device)))?.view as TabletState | undefined;
        if (isKept !== isBegun || tablet?.status === 'added') return false;
        await db.meta.put({ key: 'secrets', locked });
        return true;
      }),
    /** Calls back after every write to the log, until the returned function is called. */
    onWrite(listener: () => void): () => void {
      // Every write moves the clock; a live query of the last row alone would not hear of the next one.
      const subscription = liveQuery(() => db.meta.get('clock')).subscribe(listener);
      return () => subscription.unsubscribe();
    },
    /** [O4] What is recorded of a tablet's revocation, given the last of its segments that counts here: nothing comes between. */
    revoke: <T>(
      revoked: DeviceId,
      now: number,
      record: (log: EventLog, lastSequence: number) => Promise<T>,
    ): Promise<T> => {
      const log = createEventLog({ db, device, clock: { now: () => now } });
      return db.transaction('rw', db.log, db.streams, db.segments, db.meta, async () =>
        record(log, await lastCountingHere(db, revoked)),
      );
    },
    /** Takes in what a file or a camera brought, with what is recorded about it in this log: whole or not at all. */
    takeIn: (
      arrivals: readonly Arrival[],
      now: number,
      record: (log: EventLog, fresh: readonly LogEntry[]) => Promise<unknown> = async () => {},
    ): Promise<readonly LogEntry[]> => {
      const log = createEventLog({ db, device, clock: { now: () => now } });
      return db.transaction('rw', tablesOfTakeIn(db), async () => {
        const fresh = await takeIn(db, device, arrivals, now);
        await record(log, fresh);
        return fresh;
      });
    },
  };
}
