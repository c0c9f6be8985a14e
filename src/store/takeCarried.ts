// [M5] Events that came without their segments, from screen to camera or in a file, are taken in: they lie in a log row of
// their own until the segments come.

import { deviceStream, type StreamName } from '../domain/streams';
import { type EventId, eventDevice } from '../kernel/hlc';
import { keepApart, keepPlaces, moveOut } from './carried';
import type { CarriedEvent, LogEntry } from './db';
import { foldEntries, moveClocks, putStreams } from './foldEntries';
import type { Desk } from './leaveOut';
import { doesCount } from './revocations';

/** The streams whose rows it needs on the desk. */
export const streamsOfCarried = ({ entry }: CarriedEvent): StreamName[] => [
  deviceStream(eventDevice(entry.id)),
  entry.stream,
];

/** Gives the events that are new here and count. */
export async function takeCarried(desk: Desk, events: readonly CarriedEvent[]): Promise<readonly LogEntry[]> {
  const counting: CarriedEvent[] = [];
  const revoked: CarriedEvent[] = [];
  // [Y6] As of a segment that comes by itself.
  for (const event of events)
    if (await doesCount(desk, eventDevice(event.entry.id), event.sequence)) counting.push(event);
    else revoked.push(event);
  if (revoked.length > 0) await keepApart(desk.db, desk.places, await unknownOf(desk, revoked));
  return putCarried(desk, counting);
}

/** Those that are not here, neither by themselves nor under a segment, whether that counts or not. */
async function unknownOf(
  { db, rows, places }: Desk,
  events: readonly CarriedEvent[],
): Promise<readonly CarriedEvent[]> {
  const aside = new Set<EventId>();
  for (const device of new Set(events.map(({ entry }) => eventDevice(entry.id))))
    await db.aside
      .where('id')
      .startsWith(`${device}:`)
      .each(({ reason, entries = [] }) => {
        if (reason === 'revoked tablet') for (const { id } of entries) aside.add(id);
      });
  const isLogged = ({ stream, id }: LogEntry) => rows.get(stream)?.events.some((event) => event.id === id);
  return events.filter(({ entry }) => !places.has(entry.id) && !aside.has(entry.id) && !isLogged(entry));
}

/** Those that count, in a log row of their own until their segments come. */
export async function putCarried(
  desk: Desk,
  counting: readonly CarriedEvent[],
): Promise<readonly LogEntry[]> {
  const { db, rows, places, now } = desk;
  if (counting.length === 0) return [];
  const sequences = new Map(counting.map(({ entry, sequence }) => [entry.id, sequence]));
  const entries = counting.map(({ entry }) => entry);
  const { fresh, touched, broken } = foldEntries(entries, rows);
  // Each is by itself: who may no longer sign in is not let in because of somebody else's event.
  if (broken.length > 0)
    await db.aside.put({
      id: `carried:${broken[0]?.id}`,
      reason: 'cannot be folded',
      at: now,
      entries: broken,
    });
  const apart = entries.filter(({ id }) => places.get(id)?.entry);
  await moveOut(
    db,
    places,
    apart.map(({ id }) => id),
  );
  if (fresh.length === 0) return [];
  const seq = await db.log.add({ entries: fresh, segment: 'carried' });
  for (const { id } of fresh) places.set(id, { id, sequence: sequences.get(id) ?? 0, seq });
  await Promise.all([keepPlaces(db, places), putStreams(db, [...touched.values()])]);
  for (const [stream, row] of touched) rows.set(stream, row);
  const own = fresh.filter(({ id }) => eventDevice(id) === desk.device);
  await moveClocks(desk, Math.max(0, ...own.map(({ id }) => sequences.get(id) ?? 0)), fresh, seq);
  return fresh;
}
