// A segment is taken in: its events join the log and the views, and what is known of it is kept.

import { deviceStream, type StreamName } from '../domain/streams';
import { moveOut } from './carried';
import type { Arrival, LogEntry, SegmentRow } from './db';
import { foldEntries, moveClocks, putStreams } from './foldEntries';
import { type Desk, leaveOut } from './leaveOut';
import { doesCount } from './revocations';

export type SegmentArrival = Extract<Arrival, { kind: 'segment' }>;

/** The streams whose rows it needs on the desk. */
export const streamsOfSegment = ({ device, entries }: SegmentArrival): StreamName[] => [
  deviceStream(device),
  ...entries.map(({ stream }) => stream),
];

/** The server has it: the sealed bytes need not be kept any longer. */
export const storedRow = ({ document: _, ...row }: SegmentRow): SegmentRow => ({ ...row, state: 'stored' });

/** Gives the events that are new here and count. */
export async function takeSegment(desk: Desk, segment: SegmentArrival): Promise<readonly LogEntry[]> {
  const { db, places, now } = desk;
  const { id, entries, device, sequence } = segment;
  if (await doesCount(desk, device, sequence)) return putSegment(desk, segment);
  await db.aside.put({ id, reason: 'revoked tablet', at: now, entries });
  await leaveOut(
    desk,
    entries.filter((entry) => places.has(entry.id)),
  );
  return [];
}

/** One that counts. */
export async function putSegment(desk: Desk, segment: SegmentArrival): Promise<readonly LogEntry[]> {
  const { db, rows, places, now } = desk;
  const { id, entries, device, sequence } = segment;
  const before = entries.filter((entry) => places.has(entry.id));
  const { fresh, touched, broken } = foldEntries(entries, rows);
  if (broken.length > 0) {
    await db.aside.put({ id, reason: 'cannot be folded', at: now, entries });
    return [];
  }
  // [M6] What was carried here before lies under its segment from now on.
  const logged = before.length === 0 ? fresh : inOrder(entries, [...fresh, ...before]);
  await moveOut(
    db,
    places,
    before.map((entry) => entry.id),
  );
  const seq = logged.length > 0 ? await db.log.add({ entries: logged, segment: id }) : undefined;
  const known: SegmentRow = {
    id,
    device,
    sequence,
    count: entries.length,
    state: seq === undefined ? 'stored' : segment.state,
    from: { seq: seq ?? 0, offset: 0 },
    to: { seq: seq === undefined ? 0 : seq + 1, offset: 0 },
    ...(segment.document && seq !== undefined ? { document: segment.document } : {}),
  };
  // Asked for together: what waits is the tablet's disk, not the answer to the one before.
  await Promise.all([db.segments.add(known), db.aside.delete(id), putStreams(db, [...touched.values()])]);
  for (const [stream, row] of touched) rows.set(stream, row);
  if (seq !== undefined) await moveClocks(desk, device === desk.device ? sequence : 0, logged, seq);
  return fresh;
}

const inOrder = (entries: readonly LogEntry[], some: readonly LogEntry[]): readonly LogEntry[] => {
  const wanted = new Set(some);
  return entries.filter((entry) => wanted.has(entry));
};
