// Reading the log from a place on, without ever holding all of it.

import type { DeviceId } from '../kernel/hlc';
import type { Database, LogEntry, LogPlace, LogRow, SegmentRow } from './db';

/** A row holds one event or five hundred. A read takes as many rows as should hold so many, by what the one before held. */
const EVENTS_PER_READ = 5000;
/** Where single events are followed by long rows, a read is not to grow beyond measure. */
const MOST_ROWS_PER_READ = 256;
const FIRST_ROWS = 4;
const GROWTH = 4;

/** The rows from a place on, in order; the first whole, even if the place is inside it. */
export async function* rowsFrom(db: Database, { seq }: LogPlace): AsyncGenerator<LogRow, void, undefined> {
  let next = seq;
  let limit = FIRST_ROWS;
  for (;;) {
    const rows = await db.log.where('seq').aboveOrEqual(next).limit(limit).toArray();
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    next = last.seq + 1;
    const events = rows.reduce((sum, { entries }) => sum + entries.length, 0);
    const fitting = Math.ceil((limit * EVENTS_PER_READ) / events);
    limit = Math.min(fitting, limit * GROWTH, MOST_ROWS_PER_READ);
  }
}

/** The entries of a segment that is kept here, whichever tablet's it is; `own` is this one. */
export async function entriesOf(db: Database, own: DeviceId, row: SegmentRow): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = [];
  for await (const { seq, segment, entries: all } of rowsFrom(db, row.from)) {
    if (seq > row.to.seq || (seq === row.to.seq && row.to.offset === 0)) break;
    const isIts = segment === row.id || (segment === undefined && row.device === own);
    const from = seq === row.from.seq ? row.from.offset : 0;
    if (isIts) entries.push(...all.slice(from, seq === row.to.seq ? row.to.offset : undefined));
  }
  return entries;
}
