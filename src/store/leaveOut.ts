// [Y6] What a revoked tablet sent after its revocation does not count, also where it had been taken in before.

import type { StateOf, StreamName } from '../domain/streams';
import { streamId } from '../domain/streams';
import type { DeviceId } from '../kernel/hlc';
import { type CarriedPlaces, entriesAt, moveOut, placesBehind } from './carried';
import type { Database, LogEntry, StreamRow } from './db';
import { readStreams } from './readStreams';
import { emptyRow, refoldRow } from './views';

/** What taking in works on, within one transaction. */
export interface Desk {
  readonly db: Database;
  readonly device: DeviceId;
  readonly rows: Map<StreamName, StreamRow>;
  readonly places: CarriedPlaces;
  readonly now: number;
}

/** [Y6] The last segment of a tablet that counts. */
export function lastSequenceOf(row: StreamRow | undefined): number {
  const tablet = row?.view as StateOf<'device'> | undefined;
  return tablet?.revoked?.lastSequence ?? Number.MAX_SAFE_INTEGER;
}

/** [Y6] A tablet was revoked: what it sent after that is taken out again, and kept aside. */
export async function leaveOutRevoked(desk: Desk, stream: StreamName): Promise<void> {
  const { db, device: own, rows, places, now } = desk;
  const device = streamId(stream) as DeviceId;
  const lastSequence = lastSequenceOf(rows.get(stream));
  if (device === own || lastSequence === Number.MAX_SAFE_INTEGER) return;
  await leaveOut(desk, await entriesAt(db, placesBehind(places, device, lastSequence)));
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
