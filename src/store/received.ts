// Between the network and the log. What the server sends is kept as it comes and taken in afterwards: a network that is there
// for a moment is made the most of, and nothing of what it brought has to be asked for again.

import type { DeviceId } from '../kernel/hlc';
import type { Arrival, Database, SegmentId } from './db';
import { tablesOfTakeIn, takeIn } from './takeIn';

/** Of the changes feed. */
export interface ReceivedPage {
  /** Each of the groups is taken in in one go. */
  readonly groups: readonly (readonly Arrival[])[];
  /** Where it was asked for, and where the next pull goes on. */
  readonly asked: string | undefined;
  readonly since: string;
  /** The last segment on it. */
  readonly last?: SegmentId | undefined;
}

/** Keeps a page, unless all has begun anew while it was on its way. */
export const receive = (db: Database, { groups, asked, since, last }: ReceivedPage): Promise<void> =>
  db.transaction('rw', db.received, db.meta, async () => {
    const row = await db.meta.get('checkpoint');
    const before = row?.key === 'checkpoint' ? row : undefined;
    if (before?.since !== asked) return;
    await db.meta.put({ ...before, key: 'checkpoint', since, ...(last && { last }) });
    // One after the other, so that the page can draw in between.
    for (const arrivals of groups) await db.received.add({ arrivals });
  });

/** Takes in what came first; false when nothing is left. `now` in ms since 1970. */
export const takeInReceived = (db: Database, device: DeviceId, now: number): Promise<boolean> =>
  db.transaction('rw', [...tablesOfTakeIn(db), db.received], async () => {
    const first = await db.received.orderBy('at').first();
    if (!first) return false;
    await takeIn(db, device, first.arrivals, now);
    await db.received.delete(first.at);
    return true;
  });

/** [Y14] Another server lacks what is on its way into the log as well. */
export const sendOnReceived = (db: Database): Promise<number> =>
  db.received.toCollection().modify((row: { arrivals: readonly Arrival[] }) => {
    row.arrivals = row.arrivals.map((arrival) =>
      arrival.kind === 'segment' ? { ...arrival, state: 'waiting' } : arrival,
    );
  });
