// This tablet's own events are cut into segments behind a cursor: a table of events to send would cost more than the
// network does.

import type { DeviceId } from '../kernel/hlc';
import type { Database, LogEntry, LogPlace, SegmentDocument, SegmentRow } from './db';
import { rowsFrom } from './logRows';
import { readSealed } from './sealed';

/** Own events that are in no segment yet, and what their segment is called. */
export interface Unsealed {
  readonly entries: readonly LogEntry[];
  readonly from: LogPlace;
  readonly to: LogPlace;
  readonly sequence: number;
}

/** As it travels, with where its events are. */
export interface SealedSegment {
  readonly of: Unsealed;
  readonly document: SegmentDocument;
}

/** Behind the cursor, as many events at a time as a segment may hold; with `onlyFull` the rest is left. */
export async function* unsealed(
  db: Database,
  { onlyFull }: { readonly onlyFull: boolean },
): AsyncGenerator<Unsealed, void, undefined> {
  const { upTo, sequence: last, limit } = await readSealed(db);
  let [from, to, sequence] = [upTo, upTo, last + 1];
  let entries: LogEntry[] = [];
  for await (const { seq, segment, entries: all } of rowsFrom(db, upTo)) {
    const own = segment === undefined ? all : [];
    let offset = seq === upTo.seq ? upTo.offset : 0;
    do {
      const taken = own.slice(offset, offset + limit - entries.length);
      entries.push(...taken);
      offset += taken.length;
      to = offset >= own.length ? { seq: seq + 1, offset: 0 } : { seq, offset };
      if (entries.length === limit) {
        yield { entries, from, to, sequence };
        [from, sequence, entries] = [to, sequence + 1, []];
      }
    } while (to.seq === seq);
  }
  if (entries.length > 0 && !onlyFull) yield { entries, from, to, sequence };
  // Only what others recorded: next time the search begins behind it.
  if (entries.length === 0 && from === upTo && to.seq > upTo.seq) await moveCursor(db, upTo, to);
}

const moveCursor = (db: Database, from: LogPlace, to: LogPlace): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const sealed = await readSealed(db);
    if (sealed.upTo.seq === from.seq && sealed.upTo.offset === from.offset)
      await db.meta.put({ ...sealed, key: 'sealed', upTo: to });
  });

/** Keeps sealed segments until the server has them, and moves the cursor behind them; nothing if they were kept before. */
export const keepSealed = (
  db: Database,
  device: DeviceId,
  segments: readonly SealedSegment[],
): Promise<readonly SegmentRow[] | undefined> =>
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
  });

/** A server would not take one so large: what it held is cut anew into smaller ones. False when it held one event. */
export const cutSmaller = (db: Database, device: DeviceId, row: SegmentRow): Promise<boolean> =>
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
  });
