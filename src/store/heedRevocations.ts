// A revocation has come to be known: what does not count any more is left out, and what counts after all is taken in. Both
// follow from the set of revocations that are known, so that it does not matter which came first.

import { type DeviceId, eventDevice } from '../kernel/hlc';
import { apartIn } from './carried';
import type { LogEntry, SegmentId } from './db';
import { type Desk, leaveOutBehind } from './leaveOut';
import { readStreams } from './readStreams';
import { isRevocation, readLastCounting, segmentName } from './revocations';
import { putCarried, streamsOfCarried } from './takeCarried';
import { putSegment, type SegmentArrival, streamsOfSegment } from './takeSegment';

/** Where one is among the entries that came. */
export async function heedRevocations(desk: Desk, entries: readonly LogEntry[]): Promise<void> {
  if (!entries.some(isRevocation)) return;
  const last = await readLastCounting(desk);
  desk.last = last;
  // What was recorded here stands here.
  for (const [device, sequence] of last)
    if (device !== desk.device) await leaveOutBehind(desk, device, sequence);
  await takeInAfterAll(desk, last);
}

async function takeInAfterAll(desk: Desk, last: ReadonlyMap<DeviceId, number>): Promise<void> {
  const { db, places, rows } = desk;
  const counts = (device: DeviceId, sequence: number) =>
    sequence <= (last.get(device) ?? Number.MAX_SAFE_INTEGER);
  const aside = await db.aside
    .filter(({ id, reason }) => reason === 'revoked tablet' && counts(...segmentName(id)))
    .toArray();
  const segments = aside.map(({ id, entries = [] }): SegmentArrival => {
    const [device, sequence] = segmentName(id);
    return { kind: 'segment', id: id as SegmentId, device, sequence, entries, state: 'waiting' };
  });
  for (const [name, row] of await readStreams(db, segments.flatMap(streamsOfSegment))) rows.set(name, row);
  for (const segment of segments) {
    await putSegment(desk, segment);
    desk.back.add(segment.id);
  }
  const carried = apartIn(places).filter(({ entry, sequence }) => counts(eventDevice(entry.id), sequence));
  for (const [name, row] of await readStreams(db, carried.flatMap(streamsOfCarried))) rows.set(name, row);
  await putCarried(desk, carried);
}
