// Taking in what other tablets recorded: the second way into the log. Events, views, what is known of the segments and the
// clock are written in one transaction; what is there already counts once.

import type { Table } from 'dexie';
import { streamKind } from '../domain/folds';
import type { DeviceId } from '../kernel/hlc';
import { readPlaces } from './carried';
import type { Arrival, AsideRow, CarriedEvent, Database, LogEntry, SegmentId } from './db';
import { heedRevocations } from './heedRevocations';
import type { Desk } from './leaveOut';
import { readStreams } from './readStreams';
import { streamsOfCarried, takeCarried } from './takeCarried';
import { type SegmentArrival, storedRow, streamsOfSegment, takeSegment } from './takeSegment';

/** What taking in writes. */
export const tablesOfTakeIn = (db: Database): Table[] => [db.log, db.streams, db.segments, db.aside, db.meta];

/** Gives the events that are new here. `now` in ms since 1970. */
export async function takeIn(
  db: Database,
  device: DeviceId,
  arrivals: readonly Arrival[],
  now: number,
): Promise<readonly LogEntry[]> {
  return db.transaction('rw', tablesOfTakeIn(db), async () => {
    let taken: readonly LogEntry[] = [];
    const fresh = await unknownOf(
      db,
      arrivals.filter((arrival) => arrival.kind === 'segment'),
    );
    const carried = arrivals.flatMap((arrival) => (arrival.kind === 'carried' ? arrival.events : []));
    const rows = await readStreams(db, [
      ...fresh.flatMap(streamsOfSegment),
      ...carried.flatMap(streamsOfCarried),
    ]);
    const desk: Desk = { db, device, rows, places: await readPlaces(db), now, back: new Set() };
    const heed = async (entries: readonly LogEntry[], counting: readonly LogEntry[]) => {
      taken = taken.concat(counting);
      await heedRevocations(desk, entries);
    };
    for (const arrival of arrivals)
      if (arrival.kind === 'aside') await setAside(db, arrival.row);
      else if (arrival.kind === 'carried')
        for (const events of tabletsFirst(arrival.events))
          await heed(
            events.map(({ entry }) => entry),
            await takeCarried(desk, events),
          );
      else if (fresh.includes(arrival) && !desk.back.has(arrival.id))
        await heed(arrival.entries, await takeSegment(desk, arrival));
    return taken;
  });
}

/** [M5] What they say of tablets decides which of the rest counts. */
function tabletsFirst(events: readonly CarriedEvent[]): readonly (readonly CarriedEvent[])[] {
  const isOfTablet = ({ entry }: CarriedEvent) => streamKind(entry.stream) === 'device';
  return [events.filter(isOfTablet), events.filter((event) => !isOfTablet(event))];
}

/** [Y7] What is here already need not wait: this tablet's own clock may be the one that is ahead. */
async function setAside(db: Database, row: AsideRow): Promise<void> {
  if (row.reason === 'from the future' && (await db.segments.get(row.id as SegmentId))) return;
  await db.aside.put(row);
}

/** Those whose events are not here; of the others it is noted when the server turns out to have them. */
async function unknownOf(db: Database, segments: readonly SegmentArrival[]): Promise<SegmentArrival[]> {
  const known = await db.segments.bulkGet(segments.map(({ id }) => id));
  const sent = known.filter((row, at) => row?.state === 'waiting' && segments[at]?.state === 'stored');
  for (const row of sent) if (row) await db.segments.put(storedRow(row));
  const seen = new Set<SegmentId>();
  return segments.filter(({ id }, at) => !known[at] && !seen.has(id) && seen.add(id));
}
