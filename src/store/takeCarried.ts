// [M5] Events that came without their segments, from screen to camera or in a file, are taken in: they lie in a log row of
// their own until the segments come.

import { streamKind } from '../domain/folds';
import { deviceStream, type StreamName } from '../domain/streams';
import { eventDevice } from '../kernel/hlc';
import { keepPlaces } from './carried';
import type { Arrival, CarriedEvent, LogEntry } from './db';
import { foldEntries, moveClocks, putStreams } from './foldEntries';
import { type Desk, lastSequenceOf } from './leaveOut';
import { heedRevocations } from './takeSegment';

type CarriedArrival = Extract<Arrival, { kind: 'carried' }>;

/** The streams whose rows they need on the desk. */
export const streamsOfCarried = ({ events }: CarriedArrival): StreamName[] =>
  events.flatMap(({ entry }) => [deviceStream(eventDevice(entry.id)), entry.stream]);

/** Gives the events that are new here. First what they say of tablets: it decides which of the rest counts. */
export async function takeCarried(desk: Desk, { events }: CarriedArrival): Promise<readonly LogEntry[]> {
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
  const { fresh, touched, broken } = foldEntries(entries, rows);
  // Each is by itself: who may no longer sign in is not let in because of somebody else's event.
  if (broken.length > 0)
    await db.aside.put({
      id: `carried:${broken[0]?.id}`,
      reason: 'cannot be folded',
      at: now,
      entries: broken,
    });
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
