// [Y6] What a revoked tablet sent after its revocation does not count, also where it had been taken in before.

import type { StreamName } from '../domain/streams';
import type { DeviceId } from '../kernel/hlc';
import { type CarriedPlaces, entriesAt, keepApart, moveOut, placesBehind } from './carried';
import type { Database, LogEntry, SegmentId, StreamRow } from './db';
import { readStreams } from './readStreams';
import { emptyRow, refoldRow } from './views';

/** What taking in works on, within one transaction. */
export interface Desk {
  readonly db: Database;
  readonly device: DeviceId;
  readonly rows: Map<StreamName, StreamRow>;
  readonly places: CarriedPlaces;
  readonly now: number;
  /** Segments that had been set aside and were taken in after all. */
  readonly back: Set<SegmentId>;
  /** [Y6] The last segment that counts of each revoked tablet, once that was asked. */
  last?: ReadonlyMap<DeviceId, number>;
}

/** [Y6] What a tablet sent behind the last of its segments that counts is taken out again, and kept. */
export async function leaveOutBehind(desk: Desk, device: DeviceId, lastSequence: number): Promise<void> {
  const { db, places, now } = desk;
  const behind = placesBehind(places, device, lastSequence);
  const sequences = new Map(behind.map(({ id, sequence }) => [id, sequence]));
  const carried = await entriesAt(db, behind);
  await leaveOut(desk, carried);
  await keepApart(
    db,
    places,
    carried.map((entry) => ({ entry, sequence: sequences.get(entry.id) ?? 0 })),
  );
  const later = await db.segments
    .where('[device+sequence]')
    .between([device, lastSequence], [device, Number.MAX_SAFE_INTEGER], false)
    .toArray();
  for (const { id, from } of later) {
    const logRow = await db.log.get(from.seq);
    const entries = logRow?.segment === id ? logRow.entries : [];
    await unfold(desk, entries);
    if (logRow?.segment === id) await db.log.delete(from.seq);
    await db.segments.delete(id);
    await db.aside.put({ id, reason: 'revoked tablet', at: now, entries });
  }
}

/** What was carried here does not count after all. */
export async function leaveOut(desk: Desk, entries: readonly LogEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await unfold(desk, entries);
  await moveOut(
    desk.db,
    desk.places,
    entries.map(({ id }) => id),
  );
}

/** Folds the streams anew without these events. */
async function unfold({ db, rows }: Desk, entries: readonly LogEntry[]): Promise<void> {
  const gone = new Set(entries.map(({ id }) => id));
  const touched = await readStreams(
    db,
    entries.map(({ stream }) => stream),
  );
  for (const row of touched.values()) {
    const rest = row.events.filter((event) => !gone.has(event.id));
    if (rest.length === row.events.length) continue;
    const without = refoldRow(emptyRow(row.stream), rest);
    rows.set(row.stream, without);
    await (rest.length === 0 ? db.streams.delete(row.stream) : db.streams.put(without));
  }
}
