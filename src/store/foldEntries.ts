// What taking in does to the views and to the clock: entries are folded into the rows of their streams, and the tablet's own
// clock goes on from the newest of them.

import type { RecordedEvent, StreamName } from '../domain/streams';
import { type EventId, eventIdToMoment, observe } from '../kernel/hlc';
import type { Database, LogEntry, StreamRow } from './db';
import { moveMoment } from './eventLog';
import type { Desk } from './leaveOut';
import { readSealed } from './sealed';
import { emptyRow, mergeIntoRow } from './views';

/** Handing over 500 rows in one go takes longer than a frame. */
const ROWS_AT_ONCE = 125;

/** One after the other, so that the page can draw in between. */
export async function putStreams(db: Database, rows: readonly StreamRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db.streams.bulkPut(rows.slice(from, from + ROWS_AT_ONCE));
}

interface Folded {
  readonly fresh: readonly LogEntry[];
  readonly touched: ReadonlyMap<StreamName, StreamRow>;
  /** [Y4] What is of a stream whose fold breaks; it is not among the others. */
  readonly broken: readonly LogEntry[];
}

/** The entries that are new, and the rows they change. */
export function foldEntries(entries: readonly LogEntry[], rows: ReadonlyMap<StreamName, StreamRow>): Folded {
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
  const touched = new Map<StreamName, StreamRow>();
  const broken = new Set<StreamName>();
  for (const [stream, events] of byStream)
    try {
      touched.set(stream, mergeIntoRow(rows.get(stream) ?? emptyRow(stream), events));
    } catch {
      broken.add(stream);
    }
  return {
    fresh: fresh.filter(({ stream }) => !broken.has(stream)),
    touched,
    broken: entries.filter(({ stream }) => broken.has(stream)),
  };
}

/**
 * The clock goes on from the newest event seen; the search for own events goes on behind this row, if it was there.
 * `ownSequence`: the last of this tablet's own segments that came back to it.
 */
export async function moveClocks(
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
