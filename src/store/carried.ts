// Events that were carried here one by one, before the segments they belong to: a leaver, a revoked code. They lie in log
// rows of their own and count from then on. When the segment comes, they are moved into its row, so that whoever asks for
// the segment (a backup, another database) finds it whole.

import { type EventId, eventDevice } from '../kernel/hlc';
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
    seqs.add(place.seq);
    places.delete(id);
  }
  if (gone.size === 0) return;
  for (const seq of seqs) {
    const entries = (await db.log.get(seq))?.entries.filter(({ id }) => !gone.has(id)) ?? [];
    await (entries.length === 0 ? db.log.delete(seq) : db.log.update(seq, { entries }));
  }
  await keepPlaces(db, places);
}

/** All that are here, oldest first. */
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

/** Those of one tablet's segments behind the last that counts. */
export const placesBehind = (places: CarriedPlaces, device: string, lastSequence: number): CarriedPlace[] =>
  [...places.values()].filter(({ id, sequence }) => eventDevice(id) === device && sequence > lastSequence);

/** The entries at these places. */
export async function entriesAt(db: Database, places: readonly CarriedPlace[]): Promise<readonly LogEntry[]> {
  const ids = new Set(places.map(({ id }) => id));
  const rows = await db.log.bulkGet([...new Set(places.map(({ seq }) => seq))]);
  return rows.flatMap((row) => row?.entries ?? []).filter(({ id }) => ids.has(id));
}
