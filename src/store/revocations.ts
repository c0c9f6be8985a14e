// [Y6] Which tablets' segments count: by every revocation that is known here, also by those that do not count themselves.

import { isReadable } from '../domain/folds';
import { lastCounting, type Revocation } from '../domain/revocations';
import { deviceStream, type StateOf, streamId } from '../domain/streams';
import { type DeviceId, type EventId, eventDevice } from '../kernel/hlc';
import { apartIn } from './carried';
import type { LogEntry } from './db';
import type { Desk } from './leaveOut';
import { withSequences } from './toCarry';

type RevocationEntry = LogEntry & { readonly type: 'TabletRevoked' };

export const isRevocation = (entry: LogEntry): entry is RevocationEntry =>
  entry.type === 'TabletRevoked' && isReadable(entry);

/** The tablet and the number in the id of a segment. */
export function segmentName(id: string): readonly [DeviceId, number] {
  const [device, sequence] = id.split(':');
  return [device as DeviceId, Number(sequence)];
}

/** Whether a segment counts, or an event of it; of a tablet whose row is on the desk. */
export async function doesCount(desk: Desk, device: DeviceId, sequence: number): Promise<boolean> {
  const tablet = desk.rows.get(deviceStream(device))?.view as StateOf<'device'> | undefined;
  if (!tablet?.revoked) return true;
  desk.last ??= await readLastCounting(desk);
  return sequence <= (desk.last.get(device) ?? Number.MAX_SAFE_INTEGER);
}

/** The last segment that counts of each tablet that is revoked. */
export async function readLastCounting(desk: Desk): Promise<ReadonlyMap<DeviceId, number>> {
  const { db, places } = desk;
  const apart: Revocation[] = apartIn(places).flatMap(({ entry, sequence }) =>
    toRevocations(entry, sequence),
  );
  await db.aside.each(({ id, reason, entries }) => {
    if (reason !== 'revoked tablet') return;
    const [, sequence] = segmentName(id);
    apart.push(...(entries ?? []).flatMap((entry) => toRevocations(entry, sequence)));
  });
  const rows = await db.streams.where('stream').startsWith('device:').toArray();
  const counting = rows
    .flatMap(({ stream, events }) => events.map((event): LogEntry => ({ stream, ...event })))
    .filter(isRevocation);
  const known = new Map(apart.map((revocation) => [revocation.id, revocation]));
  const sequences = await sequencesOf(desk, counting, [...known.values()]);
  for (const entry of counting)
    for (const revocation of toRevocations(entry, sequences.get(entry.id) ?? 0))
      known.set(revocation.id, revocation);
  return lastCounting([...known.values()]);
}

/** Of those that stand in a segment of a tablet which is revoked itself: only there the number matters. */
async function sequencesOf(
  { db, device }: Desk,
  counting: readonly RevocationEntry[],
  apart: readonly Revocation[],
): Promise<ReadonlyMap<EventId, number>> {
  const revoked = new Set([
    ...apart.map(({ device }) => device as string),
    ...counting.map(({ stream }) => streamId(stream)),
  ]);
  const wanted = counting.filter(({ id }) => revoked.has(eventDevice(id)));
  if (wanted.length === 0) return new Map();
  const entries = new Map(wanted.map((entry) => [entry.id, entry as LogEntry]));
  // A transaction would be over after a pause.
  const found = await withSequences(db, device, entries, async () => {});
  return new Map(found.map(({ entry, sequence }) => [entry.id, sequence]));
}

const toRevocations = (entry: LogEntry, sequence: number): Revocation[] =>
  isRevocation(entry)
    ? [
        {
          id: entry.id,
          by: eventDevice(entry.id),
          sequence,
          device: streamId(entry.stream) as DeviceId,
          lastSequence: entry.lastSequence,
        },
      ]
    : [];
