// Events that were carried here one by one, before the segments they belong to: a leaver, a revoked code. They lie in log
// rows of their own and count from then on. When the segment comes, they are moved into its row, so that whoever asks for
// the segment (a backup, another database) finds it whole. Those of a revoked tablet that do not count lie with the places
// themselves: a revocation that comes later may let them count after all.

import { type DeviceId, type EventId, eventDevice } from '../kernel/hlc';
import type { CarriedEvent, CarriedPlace, Database, LogEntry } from './db';

/** Where they lie, by their ids. */
export type CarriedPlaces = Map<EventId, CarriedPlace>;

export async function readPlaces(db: Database): Promise<CarriedPlaces> {
  const row = await db.meta.get('carried');
  return new Map(row?.key === 'carried' ? row.places.map((place) => [place.id, place]) : []);
}

export async function keepPlaces(db: Database, places: CarriedPlaces): Promise<void> {
  await (places.size === 0
    ? db.meta.delete('carried')
    : db.meta.put({ key: 'carried', places: [...places.values()] }));
}

/** Takes events out of the rows they were carried in. */
export async function moveOut(db: Database, places: CarriedPlaces, ids: Iterable<EventId>): Promise<void> {
  const gone = new Set<EventId>();
  const seqs = new Set<number>();
  for (const id of ids) {
    const place = places.get(id);
    if (!place) continue;
    gone.add(id);
    if (!place.entry) seqs.add(place.seq);
    places.delete(id);
  }
  if (gone.size === 0) return;
  for (const seq of seqs) {
    const entries = (await db.log.get(seq))?.entries.filter(({ id }) => !gone.has(id)) ?? [];
    await (entries.length === 0 ? db.log.delete(seq) : db.log.update(seq, { entries }));
  }
  await keepPlaces(db, places);
}

/** [Y6] Keeps events that do not count apart. */
export async function keepApart(
  db: Database,
  places: CarriedPlaces,
  events: readonly CarriedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  for (const { entry, sequence } of events) places.set(entry.id, { id: entry.id, sequence, seq: 0, entry });
  await keepPlaces(db, places);
}

/** [Y6] Those that are kept apart, oldest first. */
export const apartIn = (places: CarriedPlaces): readonly CarriedEvent[] =>
  [...places.values()]
    .flatMap(({ entry, sequence }) => (entry ? [{ entry, sequence }] : []))
    .sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));

/** All that are here and count, oldest first. */
export async function readCarried(db: Database): Promise<readonly CarriedEvent[]> {
  const places = await readPlaces(db);
  const rows = await db.log.bulkGet([...new Set([...places.values()].map(({ seq }) => seq))]);
  return rows
    .flatMap((row) => row?.entries ?? [])
    .flatMap((entry) => {
      const place = places.get(entry.id);
      return place ? [{ entry, sequence: place.sequence }] : [];
    })
    .sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
}

/** [O4] The last of a tablet's segments of which anything counts here. */
export async function lastCountingHere(db: Database, device: DeviceId): Promise<number> {
  const row = await db.segments
    .where('[device+sequence]')
    .between([device, 0], [device, Number.MAX_SAFE_INTEGER])
    .last();
  const last = row?.sequence ?? 0;
  return Math.max(last, ...placesBehind(await readPlaces(db), device, last).map(({ sequence }) => sequence));
}

/** Those that count so far, of one tablet's segments behind the last that does. */
export const placesBehind = (places: CarriedPlaces, device: string, lastSequence: number): CarriedPlace[] =>
  [...places.values()].filter(
    ({ id, sequence, entry }) => !entry && eventDevice(id) === device && sequence > lastSequence,
  );

/** The entries at these places. */
export async function entriesAt(db: Database, places: readonly CarriedPlace[]): Promise<readonly LogEntry[]> {
  const ids = new Set(places.map(({ id }) => id));
  const rows = await db.log.bulkGet([...new Set(places.map(({ seq }) => seq))]);
  return rows.flatMap((row) => row?.entries ?? []).filter(({ id }) => ids.has(id));
}
