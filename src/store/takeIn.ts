// Taking in what other tablets recorded: the second way into the log. Events, views, what is known of the segments, the
// clock and the place where the next pull goes on are written in one transaction; a pull that was cut off is done again,
// and what is there already counts once.

import { streamKind } from '../domain/folds';
import { deviceStream, type RecordedEvent, type StateOf, type StreamName, streamId } from '../domain/streams';
import { type DeviceId, type EventId, eventIdToMoment, observe } from '../kernel/hlc';
import type {
  AsideRow,
  Database,
  LogEntry,
  SegmentDocument,
  SegmentId,
  SegmentName,
  SegmentRow,
  StreamRow,
} from './db';
import { moveMoment } from './eventLog';
import { readStreams } from './readStreams';
import { readSealed } from './sealed';
import { emptyRow, mergeIntoRow, refoldRow } from './views';

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
  | { readonly kind: 'aside'; readonly row: AsideRow };

/** Handing over 500 rows in one go takes longer than a frame. */
const ROWS_AT_ONCE = 125;

type SegmentArrival = Extract<Arrival, { kind: 'segment' }>;

export interface TakeInOptions {
  /** Where the next pull goes on, when all of this is there. */
  readonly checkpoint?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Gives how many events are new here. */
export async function takeIn(
  db: Database,
  device: DeviceId,
  arrivals: readonly Arrival[],
  { checkpoint, now }: TakeInOptions,
): Promise<number> {
  const tables = [db.log, db.streams, db.segments, db.aside, db.meta];
  return db.transaction('rw', tables, async () => {
    let taken = 0;
    const fresh = await unknownOf(
      db,
      arrivals.filter((arrival) => arrival.kind === 'segment'),
    );
    const rows = await readStreams(
      db,
      fresh.flatMap((segment) => [
        deviceStream(segment.device),
        ...segment.entries.map(({ stream }) => stream),
      ]),
    );
    for (const arrival of arrivals)
      if (arrival.kind === 'aside') await db.aside.put(arrival.row);
      else if (fresh.includes(arrival)) taken += await takeSegment({ db, device, rows, now }, arrival);
    if (checkpoint !== undefined) await db.meta.put({ key: 'checkpoint', since: checkpoint, at: now });
    return taken;
  });
}

/** Those whose events are not here; of the others it is noted when the server turns out to have them. */
async function unknownOf(db: Database, segments: readonly SegmentArrival[]): Promise<SegmentArrival[]> {
  const known = await db.segments.bulkGet(segments.map(({ id }) => id));
  const sent = known.filter((row, at) => row?.state === 'waiting' && segments[at]?.state === 'stored');
  for (const row of sent) if (row) await db.segments.put(storedRow(row));
  const seen = new Set<SegmentId>();
  return segments.filter(({ id }, at) => !known[at] && !seen.has(id) && seen.add(id));
}

/** The server has it: the sealed bytes need not be kept any longer. */
export const storedRow = ({ document: _, ...row }: SegmentRow): SegmentRow => ({ ...row, state: 'stored' });

interface Desk {
  readonly db: Database;
  readonly device: DeviceId;
  readonly rows: Map<StreamName, StreamRow>;
  readonly now: number;
}

async function takeSegment(desk: Desk, segment: SegmentArrival): Promise<number> {
  const { db, rows, now } = desk;
  const { id, entries, device, sequence } = segment;
  if (sequence > lastSequenceOf(rows.get(deviceStream(device)))) {
    await db.aside.put({ id, reason: 'revoked tablet', at: now, entries });
    return 0;
  }
  const folded = fold(entries, rows);
  if (!folded) {
    await db.aside.put({ id, reason: 'cannot be folded', at: now, entries });
    return 0;
  }
  const { fresh, touched } = folded;
  const seq = fresh.length > 0 ? await db.log.add({ entries: fresh, segment: id }) : undefined;
  const known: SegmentRow = {
    id,
    device,
    sequence,
    count: entries.length,
    state: seq === undefined ? 'stored' : segment.state,
    from: { seq: seq ?? 0, offset: 0 },
    to: { seq: seq === undefined ? 0 : seq + 1, offset: 0 },
    ...(segment.document && seq !== undefined ? { document: segment.document } : {}),
  };
  // Asked for together: what waits is the tablet's disk, not the answer to the one before.
  await Promise.all([db.segments.add(known), db.aside.delete(id), putStreams(db, [...touched.values()])]);
  for (const [stream, row] of touched) rows.set(stream, row);
  if (seq !== undefined) await moveClocks(desk, segment, fresh, seq);
  for (const stream of touched.keys())
    if (streamKind(stream) === 'device') await leaveOutRevoked(desk, stream);
  return fresh.length;
}

/** One after the other, so that the page can draw in between. */
async function putStreams(db: Database, rows: readonly StreamRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db.streams.bulkPut(rows.slice(from, from + ROWS_AT_ONCE));
}

/** [Y6] The last segment of a tablet that counts. */
function lastSequenceOf(row: StreamRow | undefined): number {
  const tablet = row?.view as StateOf<'device'> | undefined;
  return tablet?.status === 'added' && tablet.revoked ? tablet.revoked.lastSequence : Number.MAX_SAFE_INTEGER;
}

/** The entries that are new, and the rows they change; `undefined` when one of them breaks the fold ([Y4]). */
function fold(
  entries: readonly LogEntry[],
  rows: ReadonlyMap<StreamName, StreamRow>,
): { readonly fresh: readonly LogEntry[]; readonly touched: Map<StreamName, StreamRow> } | undefined {
  const byStream = new Map<StreamName, RecordedEvent[]>();
  const known = new Map<StreamName, Set<EventId>>();
  const fresh = entries.filter(({ stream, ...event }) => {
    let ids = known.get(stream);
    if (!ids) {
      ids = new Set(rows.get(stream)?.events.map(({ id }) => id));
      known.set(stream, ids);
    }
    if (ids.has(event.id)) return false;
    ids.add(event.id);
    const events = byStream.get(stream);
    if (events) events.push(event);
    else byStream.set(stream, [event]);
    return true;
  });
  try {
    const touched = new Map<StreamName, StreamRow>();
    for (const [stream, events] of byStream)
      touched.set(stream, mergeIntoRow(rows.get(stream) ?? emptyRow(stream), events));
    return { fresh, touched };
  } catch {
    return undefined;
  }
}

/** The clock goes on from the newest event seen; the search for own events goes on behind this row, if it was there. */
async function moveClocks(
  { db, device }: Desk,
  segment: SegmentArrival,
  fresh: readonly LogEntry[],
  seq: number,
): Promise<void> {
  const newest = fresh.reduce((last, { id }) => (id > last ? id : last), '' as EventId);
  await moveMoment(db, (moment) => observe(moment, eventIdToMoment(newest)));
  const sealed = await readSealed(db);
  const between = db.log.where('seq').between(sealed.upTo.seq, seq).limit(1).primaryKeys();
  const isNext = sealed.upTo.offset === 0 && (await between).length === 0;
  // A tablet that was set back to an older state of its disk meets its own later segments, and counts on behind them.
  const sequence = segment.device === device ? Math.max(sealed.sequence, segment.sequence) : sealed.sequence;
  if (isNext || sequence !== sealed.sequence)
    await db.meta.put({
      ...sealed,
      key: 'sealed',
      sequence,
      upTo: isNext ? { seq: seq + 1, offset: 0 } : sealed.upTo,
    });
}

/** [Y6] A tablet was revoked: what it sent after that is taken out again, and kept aside. */
async function leaveOutRevoked({ db, device: own, rows, now }: Desk, stream: StreamName): Promise<void> {
  const device = streamId(stream) as DeviceId;
  const lastSequence = lastSequenceOf(rows.get(stream));
  if (device === own || lastSequence === Number.MAX_SAFE_INTEGER) return;
  const later = await db.segments
    .where('[device+sequence]')
    .between([device, lastSequence], [device, Number.MAX_SAFE_INTEGER], false)
    .toArray();
  for (const { id, from } of later) {
    const logRow = await db.log.get(from.seq);
    const entries = logRow?.segment === id ? logRow.entries : [];
    const gone = new Set(entries.map((entry) => entry.id));
    const touched = await readStreams(
      db,
      entries.map((entry) => entry.stream),
    );
    for (const row of touched.values()) {
      const rest = row.events.filter((event) => !gone.has(event.id));
      if (rest.length === row.events.length) continue;
      const without = refoldRow(emptyRow(row.stream), rest);
      rows.set(row.stream, without);
      await (rest.length === 0 ? db.streams.delete(row.stream) : db.streams.put(without));
    }
    if (logRow?.segment === id) await db.log.delete(from.seq);
    await db.segments.delete(id);
    await db.aside.put({ id, reason: 'revoked tablet', at: now, entries });
  }
}
