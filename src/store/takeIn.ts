// Taking in what other tablets recorded: the second way into the log. Events, views, what is known of the segments and the
// clock are written in one transaction; what is there already counts once.

import type { Table } from 'dexie';
import { streamKind } from '../domain/folds';
import { deviceStream, type RecordedEvent, type StreamName, streamId } from '../domain/streams';
import { type DeviceId, type EventId, eventDevice, eventIdToMoment, observe } from '../kernel/hlc';
import { keepPlaces, moveOut, readPlaces } from './carried';
import type {
  Arrival,
  AsideRow,
  CarriedEvent,
  Database,
  LogEntry,
  SegmentId,
  SegmentRow,
  StreamRow,
} from './db';
import { moveMoment } from './eventLog';
import { type Desk, lastSequenceOf, leaveOut, leaveOutRevoked } from './leaveOut';
import { readStreams } from './readStreams';
import { readSealed } from './sealed';
import { emptyRow, mergeIntoRow } from './views';

/** Handing over 500 rows in one go takes longer than a frame. */
const ROWS_AT_ONCE = 125;

type SegmentArrival = Extract<Arrival, { kind: 'segment' }>;
type CarriedArrival = Extract<Arrival, { kind: 'carried' }>;

/** What taking in writes. */
export const tablesOfTakeIn = (db: Database): Table[] => [db.log, db.streams, db.segments, db.aside, db.meta];

/** Gives the events that are new here. `now` in ms since 1970. */
export async function takeIn(
  db: Database,
  device: DeviceId,
  arrivals: readonly Arrival[],
  now: number,
): Promise<readonly LogEntry[]> {
  return db.transaction('rw', tablesOfTakeIn(db), async () => {
    let taken: readonly LogEntry[] = [];
    const fresh = await unknownOf(
      db,
      arrivals.filter((arrival) => arrival.kind === 'segment'),
    );
    const carried = arrivals.filter((arrival) => arrival.kind === 'carried');
    const rows = await readStreams(db, [...fresh.flatMap(streamsOf), ...carried.flatMap(streamsOfCarried)]);
    const desk: Desk = { db, device, rows, places: await readPlaces(db), now };
    for (const arrival of arrivals)
      if (arrival.kind === 'aside') await setAside(db, arrival.row);
      else if (arrival.kind === 'carried') taken = taken.concat(await takeCarried(desk, arrival));
      else if (fresh.includes(arrival)) taken = taken.concat(await takeSegment(desk, arrival));
    return taken;
  });
}

const streamsOf = ({ device, entries }: SegmentArrival): StreamName[] => [
  deviceStream(device),
  ...entries.map(({ stream }) => stream),
];
const streamsOfCarried = ({ events }: CarriedArrival): StreamName[] =>
  events.flatMap(({ entry }) => [deviceStream(eventDevice(entry.id)), entry.stream]);

/** [Y7] What is here already need not wait: this tablet's own clock may be the one that is ahead. */
async function setAside(db: Database, row: AsideRow): Promise<void> {
  if (row.reason === 'from the future' && (await db.segments.get(row.id as SegmentId))) return;
  await db.aside.put(row);
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

async function takeSegment(desk: Desk, segment: SegmentArrival): Promise<readonly LogEntry[]> {
  const { db, rows, places, now } = desk;
  const { id, entries, device, sequence } = segment;
  const before = entries.filter((entry) => places.has(entry.id));
  if (sequence > lastSequenceOf(rows.get(deviceStream(device)))) {
    await db.aside.put({ id, reason: 'revoked tablet', at: now, entries });
    await leaveOut(desk, before);
    return [];
  }
  const folded = fold(entries, rows);
  if (!folded) {
    await db.aside.put({ id, reason: 'cannot be folded', at: now, entries });
    return [];
  }
  const { fresh, touched } = folded;
  // [M6] What was carried here before lies under its segment from now on.
  const logged = before.length === 0 ? fresh : inOrder(entries, [...fresh, ...before]);
  await moveOut(
    db,
    places,
    before.map((entry) => entry.id),
  );
  const seq = logged.length > 0 ? await db.log.add({ entries: logged, segment: id }) : undefined;
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
  if (seq !== undefined) await moveClocks(desk, device === desk.device ? sequence : 0, logged, seq);
  await heedRevocations(desk, touched.keys());
  return fresh;
}

/** A tablet was revoked, or once more: what does not count is left out, and what counts after all is taken in. */
async function heedRevocations(desk: Desk, touched: Iterable<StreamName>): Promise<void> {
  for (const stream of touched) {
    if (streamKind(stream) !== 'device') continue;
    await leaveOutRevoked(desk, stream);
    for (const segment of await countingAfterAll(desk, stream)) await takeSegment(desk, segment);
  }
}

const inOrder = (entries: readonly LogEntry[], some: readonly LogEntry[]): readonly LogEntry[] => {
  const wanted = new Set(some);
  return entries.filter((entry) => wanted.has(entry));
};

/** [O5] The larger of two last sequences counts: segments that were set aside for the smaller one. */
async function countingAfterAll({ db, rows }: Desk, stream: StreamName): Promise<readonly SegmentArrival[]> {
  const device = streamId(stream) as DeviceId;
  const aside = await db.aside.where('id').startsWith(`${device}:`).toArray();
  const counting = aside.flatMap(({ id, reason, entries }): SegmentArrival[] => {
    const sequence = Number(id.split(':')[1]);
    if (reason !== 'revoked tablet' || !entries || sequence > lastSequenceOf(rows.get(stream))) return [];
    return [{ kind: 'segment', id: id as SegmentId, device, sequence, entries, state: 'waiting' }];
  });
  for (const [name, row] of await readStreams(db, counting.flatMap(streamsOf))) rows.set(name, row);
  return counting;
}

/** [M5] They count from now on. First what they say of tablets: it decides which of the rest counts. */
async function takeCarried(desk: Desk, { events }: CarriedArrival): Promise<readonly LogEntry[]> {
  const isOfTablet = ({ entry }: CarriedEvent) => streamKind(entry.stream) === 'device';
  const ofTablets = await takeCounting(desk, events.filter(isOfTablet));
  return ofTablets.concat(
    await takeCounting(
      desk,
      events.filter((event) => !isOfTablet(event)),
    ),
  );
}

/** Those that count, in a log row of their own until their segments come. */
async function takeCounting(desk: Desk, events: readonly CarriedEvent[]): Promise<readonly LogEntry[]> {
  const { db, rows, places, now } = desk;
  // [Y6] As of a segment that comes by itself.
  const counting = events.filter(
    ({ entry, sequence }) => sequence <= lastSequenceOf(rows.get(deviceStream(eventDevice(entry.id)))),
  );
  const sequences = new Map(counting.map(({ entry, sequence }) => [entry.id, sequence]));
  const entries = counting.map(({ entry }) => entry);
  const folded = fold(entries, rows);
  if (!folded) {
    await db.aside.put({ id: `carried:${entries[0]?.id}`, reason: 'cannot be folded', at: now, entries });
    return [];
  }
  const { fresh, touched } = folded;
  if (fresh.length === 0) return [];
  const seq = await db.log.add({ entries: fresh, segment: 'carried' });
  for (const { id } of fresh) places.set(id, { id, sequence: sequences.get(id) ?? 0, seq });
  await Promise.all([keepPlaces(db, places), putStreams(db, [...touched.values()])]);
  for (const [stream, row] of touched) rows.set(stream, row);
  const own = fresh.filter(({ id }) => eventDevice(id) === desk.device);
  await moveClocks(desk, Math.max(0, ...own.map(({ id }) => sequences.get(id) ?? 0)), fresh, seq);
  await heedRevocations(desk, touched.keys());
  return fresh;
}

/** One after the other, so that the page can draw in between. */
async function putStreams(db: Database, rows: readonly StreamRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db.streams.bulkPut(rows.slice(from, from + ROWS_AT_ONCE));
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

/**
 * The clock goes on from the newest event seen; the search for own events goes on behind this row, if it was there.
 * `ownSequence`: the last of this tablet's own segments that came back to it.
 */
async function moveClocks(
  { db }: Desk,
  ownSequence: number,
  logged: readonly LogEntry[],
  seq: number,
): Promise<void> {
  const newest = logged.reduce((last, { id }) => (id > last ? id : last), '' as EventId);
  await moveMoment(db, (moment) => observe(moment, eventIdToMoment(newest)));
  const sealed = await readSealed(db);
  const between = db.log.where('seq').between(sealed.upTo.seq, seq).limit(1).primaryKeys();
  const isNext = sealed.upTo.offset === 0 && (await between).length === 0;
  // A tablet that was set back to an older state of its disk meets its own later segments, and counts on behind them.
  const sequence = Math.max(sealed.sequence, ownSequence);
  if (isNext || sequence !== sealed.sequence)
    await db.meta.put({
      ...sealed,
      key: 'sealed',
      sequence,
      upTo: isNext ? { seq: seq + 1, offset: 0 } : sealed.upTo,
    });
}
