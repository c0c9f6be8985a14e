// How far this tablet and the others are: what waits to be sent, what is missing in between, what was set aside.

import { type DeviceId, eventTime } from '../kernel/hlc';
import type { Database, LogRow } from './db';
import { readSealed } from './sealed';

export interface Gap {
  readonly device: DeviceId;
  /** The numbers of the segments that are missing, first and last. */
  readonly from: number;
  readonly to: number;
}

/** How many events recorded here are not known to be on the server. */
export async function countWaiting(db: Database): Promise<number> {
  const { upTo } = await readSealed(db);
  const waiting = await db.segments.where('state').equals('waiting').toArray();
  const rest: LogRow[] = await db.log.where('seq').aboveOrEqual(upTo.seq).toArray();
  const own = rest.filter(({ segment }) => segment === undefined);
  const unsealed = own.reduce(
    (sum, { seq, entries }) => sum + entries.length - (seq === upTo.seq ? upTo.offset : 0),
    0,
  );
  return waiting.reduce((sum, { count }) => sum + count, unsealed);
}

/** The number of the last segment known of each tablet. */
export async function lastSequences(db: Database): Promise<ReadonlyMap<DeviceId, number>> {
  return new Map((await sequenceKeys(db)).map(([device, sequence]) => [device, sequence]));
}

/** When each tablet recorded the last of its events that are here, in ms since 1970. */
export async function lastSeen(db: Database): Promise<ReadonlyMap<DeviceId, number>> {
  const seen = new Map<DeviceId, number>();
  for (const [device, sequence] of await lastSequences(db)) {
    // One that holds nothing of its own stands beside another of the same events.
    const same = db.segments.where('[device+sequence]').equals([device, sequence]);
    const row = await same.filter(({ to }) => to.seq + to.offset > 0).last();
    const entries = row && (await db.log.get(Math.max(row.from.seq, row.to.seq - 1)))?.entries;
    const newest = entries?.at(-1);
    if (newest) seen.set(device, eventTime(newest.id));
  }
  return seen;
}

/** Segments that must exist, since later ones of their tablet are here. */
export async function findGaps(db: Database): Promise<readonly Gap[]> {
  const gaps: Gap[] = [];
  let before: readonly [DeviceId | undefined, number] = [undefined, 0];
  for (const [device, sequence] of await sequenceKeys(db)) {
    const next = device === before[0] ? before[1] + 1 : 1;
    if (sequence > next) gaps.push({ device, from: next, to: sequence - 1 });
    before = [device, sequence];
  }
  return gaps;
}

const sequenceKeys = (db: Database): Promise<(readonly [DeviceId, number])[]> =>
  db.segments.orderBy('[device+sequence]').keys() as unknown as Promise<(readonly [DeviceId, number])[]>;
