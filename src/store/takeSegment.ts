// A segment is taken in: its events join the log and the views, what is known of it is kept, and what it says of a revoked
// tablet is heeded at once.

import { streamKind } from '../domain/folds';
import { deviceStream, type StreamName, streamId } from '../domain/streams';
import type { DeviceId } from '../kernel/hlc';
import { moveOut } from './carried';
import type { Arrival, LogEntry, SegmentId, SegmentRow } from './db';
import { foldEntries, moveClocks, putStreams } from './foldEntries';
import { type Desk, lastSequenceOf, leaveOut, leaveOutRevoked } from './leaveOut';
import { readStreams } from './readStreams';

export type SegmentArrival = Extract<Arrival, { kind: 'segment' }>;

/** The streams whose rows it needs on the desk. */
export const streamsOfSegment = ({ device, entries }: SegmentArrival): StreamName[] => [
  deviceStream(device),
  ...entries.map(({ stream }) => stream),
];

/** The server has it: the sealed bytes need not be kept any longer. */
export const storedRow = ({ document: _, ...row }: SegmentRow): SegmentRow => ({ ...row, state: 'stored' });

/** Gives the events that are new here. */
export async function takeSegment(desk: Desk, segment: SegmentArrival): Promise<readonly LogEntry[]> {
  const { db, rows, places, now } = desk;
  const { id, entries, device, sequence } = segment;
  const before = entries.filter((entry) => places.has(entry.id));
  if (sequence > lastSequenceOf(rows.get(deviceStream(device)))) {
    await db.aside.put({ id, reason: 'revoked tablet', at: now, entries });
    await leaveOut(desk, before);
    return [];
  }
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
  await heedRevocations(desk, touched.keys());
  return fresh;
}

/** A tablet was revoked, or once more: what does not count is left out, and what counts after all is taken in. */
export async function heedRevocations(desk: Desk, touched: Iterable<StreamName>): Promise<void> {
  for (const stream of touched) {
    if (streamKind(stream) !== 'device') continue;
    await leaveOutRevoked(desk, stream);
    for (const segment of await countingAfterAll(desk, stream)) await takeSegment(desk, segment);
  }
}

const inOrder = (entries: readonly LogEntry[], some: readonly LogEntry[]): readonly LogEntry[] => {
  const wanted = new Set(some);
  return entries.filter((entry) => wanted.has(entry));
};

/** [O5] The larger of two last sequences counts: segments that were set aside for the smaller one. */
async function countingAfterAll({ db, rows }: Desk, stream: StreamName): Promise<readonly SegmentArrival[]> {
  const device = streamId(stream) as DeviceId;
  const aside = await db.aside.where('id').startsWith(`${device}:`).toArray();
  const counting = aside.flatMap(({ id, reason, entries }): SegmentArrival[] => {
    const sequence = Number(id.split(':')[1]);
    if (reason !== 'revoked tablet' || !entries || sequence > lastSequenceOf(rows.get(stream))) return [];
    return [{ kind: 'segment', id: id as SegmentId, device, sequence, entries, state: 'waiting' }];
  });
  for (const [name, row] of await readStreams(db, counting.flatMap(streamsOfSegment))) rows.set(name, row);
  return counting;
}
