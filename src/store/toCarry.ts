// What is carried to a tablet that hears nothing: single events, each with the number of the segment it belongs to.

import { sinceAccountEnded } from '../domain/endedAccount';
import type { RecordedEvent } from '../domain/streams';
import { type DeviceId, type EventId, eventTime } from '../kernel/hlc';
import { breathe } from '../platform/breathe';
import { readPlaces } from './carried';
import type {
  CarriedEvent,
  Database,
  LogEntry,
  LogPlace,
  LogRow,
  SegmentId,
  SegmentRow,
  StreamRow,
} from './db';
import { readSealed } from './sealed';

const STREAMS_PER_READ = 500;
const ROWS_PER_READ = 100;
const SEQUENCE_IN_ID = 1;

/** [M2] Who may no longer sign in, and which tablets no longer count, by what has happened since (ms since 1970). */
export async function findRevocations(
  db: Database,
  device: DeviceId,
  since: number,
): Promise<readonly CarriedEvent[]> {
  const wanted = new Map<EventId, LogEntry>();
  for await (const { stream, events } of rowsOf(db, 'device'))
    for (const event of events)
      if (event.type === 'TabletRevoked' && eventTime(event.id) >= since)
        wanted.set(event.id, { stream, ...event });
  for await (const { stream, events } of rowsOf(db, 'employee')) {
    if (!isSince(events, since)) continue;
    for (const event of sinceAccountEnded(events, since)) wanted.set(event.id, { stream, ...event });
  }
  return withSequences(db, device, wanted);
}

/** The events of a stream lie in order. */
function isSince(events: readonly RecordedEvent[], since: number): boolean {
  const last = events.at(-1);
  return last !== undefined && eventTime(last.id) >= since;
}

async function* rowsOf(db: Database, kind: 'device' | 'employee'): AsyncGenerator<StreamRow> {
  for (let after = `${kind}:`; ; ) {
    const range = db.streams.where('stream').between(after, `${kind}:\uffff`, false, true);
    const rows = await range.limit(STREAMS_PER_READ).toArray();
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < STREAMS_PER_READ) return;
    after = last.stream;
    await breathe();
  }
}

/** Looks for them from the end of the log, where what is recent lies. `rest`: between two reads. */
export async function withSequences(
  db: Database,
  device: DeviceId,
  wanted: Map<EventId, LogEntry>,
  rest: () => Promise<void> = breathe,
): Promise<readonly CarriedEvent[]> {
  const found: CarriedEvent[] = [];
  const places = await readPlaces(db);
  const ofOwn = await ownSequences(db, device);
  let before = Number.MAX_SAFE_INTEGER;
  while (wanted.size > 0) {
    const rows = await db.log.where('seq').below(before).reverse().limit(ROWS_PER_READ).toArray();
    for (const row of rows)
      for (const [offset, { id }] of row.entries.entries()) {
        const entry = wanted.get(id);
        if (!entry) continue;
        wanted.delete(id);
        const sequence = places.get(id)?.sequence ?? sequenceOf(row, offset, ofOwn);
        found.push({ entry, sequence });
      }
    const last = rows.at(-1);
    if (!last) break;
    before = last.seq;
    await rest();
  }
  return found.sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
}

function sequenceOf(row: LogRow, offset: number, ofOwn: (place: LogPlace) => number): number {
  return row.segment === undefined
    ? ofOwn({ seq: row.seq, offset })
    : Number((row.segment as SegmentId).split(':')[SEQUENCE_IN_ID]);
}

/** The segment that a place in the log of what was recorded here is in; or the next one, for what has just been recorded. */
async function ownSequences(db: Database, device: DeviceId): Promise<(place: LogPlace) => number> {
  const own: SegmentRow[] = await db.segments
    .where('[device+sequence]')
    .between([device, 0], [device, Number.MAX_SAFE_INTEGER])
    .toArray();
  const { sequence } = await readSealed(db);
  return (place) =>
    own.find(({ from, to }) => !isBefore(place, from) && isBefore(place, to))?.sequence ?? sequence + 1;
}

const isBefore = (a: LogPlace, b: LogPlace): boolean =>
  a.seq < b.seq || (a.seq === b.seq && a.offset < b.offset);
