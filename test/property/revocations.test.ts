// The promise of revoking: whatever tablets say of one another, also a tablet that is revoked itself, and in whatever order
// that comes, in segments or carried, tablets that know the same show the same: the plain sort and fold of what counts.

import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastCounting } from '../../src/domain/revocations';
import { type DeviceId, eventDevice, momentToEventId } from '../../src/kernel/hlc';
import {
  type Arrival,
  type CarriedEvent,
  type LogEntry,
  openDatabase,
  type SegmentId,
} from '../../src/store/db';
import { createReplication } from '../../src/store/replication';
import { ids, plainFold } from '../support/histories';
import { killAtWrite } from '../support/killAtWrite';
import { enrolled, left } from '../support/people';

const RUNS = import.meta.env.MODE === 'nightly' ? 1_500 : 30;

const device = (letter: string) => letter.repeat(10) as DeviceId;
const devices = ['a', 'b', 'c', 'd'].map(device);
const LAST_SEGMENT = 3;
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

const saidArbitrary = fc.record({
  by: fc.constantFrom(...devices),
  sequence: fc.integer({ min: 1, max: LAST_SEGMENT }),
  what: fc.oneof(
    fc.record({
      stream: fc.constantFrom(...ids.map((id) => `employee:${id}`)),
      body: fc.constantFrom<object>(enrolled, left),
    }),
    fc.record({
      stream: fc.constantFrom(...devices.map((id) => `device:${id}`)),
      body: fc
        .integer({ min: 0, max: LAST_SEGMENT })
        .map((lastSequence): object => ({ type: 'TabletRevoked', v: 1, lastSequence })),
    }),
  ),
  isCarried: fc.boolean(),
});
type Said = typeof saidArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** Each tablet says one thing after another, some at the same time as another one does. */
function toEvents(all: readonly Said[]): readonly (CarriedEvent & { readonly isCarried: boolean })[] {
  const inOrder = [...all].sort((a, b) => a.sequence - b.sequence);
  const times = new Map(devices.map((by, at) => [by, at * 3]));
  return inOrder.map(({ by, sequence, what, isCarried }) => {
    const time = (times.get(by) ?? 0) + 1;
    times.set(by, time);
    const id = momentToEventId({ time, counter: 0 }, by);
    return { sequence, isCarried, entry: { id, by: 'kiosk', stream: what.stream, ...what.body } as LogEntry };
  });
}

/** `lost`: segments of which nothing comes but what was carried. */
function toArrivals(events: ReturnType<typeof toEvents>, lost: ReadonlySet<string>): readonly Arrival[] {
  const segments = new Map<SegmentId, Extract<Arrival, { kind: 'segment' }>>();
  for (const { entry, sequence } of events) {
    const by = eventDevice(entry.id);
    const id = `${by}:${String(sequence).padStart(8, '0')}:${'0'.repeat(16)}` as SegmentId;
    if (lost.has(`${by}${sequence}`)) continue;
    const entries = [...(segments.get(id)?.entries ?? []), entry];
    segments.set(id, { kind: 'segment', id, device: by, sequence, entries, state: 'stored' });
  }
  const carried = events
    .filter(({ isCarried }) => isCarried)
    .map(({ entry, sequence }): Arrival => ({ kind: 'carried', events: [{ entry, sequence }] }));
  return [...segments.values(), ...carried];
}

let databases = 0;

/** What a tablet that knows nothing comes to, when they come in this order, some together, and its tab is closed. */
async function comeTo(arrivals: readonly Arrival[], together: number, killAt: number | undefined) {
  databases += 1;
  const name = `revocations-${databases}`;
  let db = openDatabase(name);
  for (let from = 0; from < arrivals.length; from += together) {
    const some = arrivals.slice(from, from + together);
    if (from === 0) killAtWrite(db)(killAt);
    try {
      await createReplication(db, device('z')).takeIn(some, 0);
    } catch {
      db.close();
      db = openDatabase(name);
      await createReplication(db, device('z')).takeIn(some, 0);
    }
  }
  const log = (await db.log.toArray()).flatMap(({ entries }) => entries).sort(byId);
  const views = new Map((await db.streams.toArray()).map((row) => [row.stream as string, row.view]));
  const aside = (await db.aside.toArray()).map(({ id }) => id);
  const segments = await db.segments.orderBy('id').primaryKeys();
  const replication = createReplication(db, device('z'));
  const [carried, apart] = [await replication.carried(), await replication.carriedApart()];
  // In memory they would pile up.
  await db.delete();
  return { log, views, aside, segments, carried, apart };
}

test('[Y3] [Y6] [O5] [M5] whatever is said of tablets, and in whatever order it comes, what counts is the same', {
  timeout: 30 * 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(saidArbitrary, { minLength: 4, maxLength: 14 }),
      fc.uniqueArray(fc.tuple(fc.constantFrom(...devices), fc.integer({ min: 1, max: LAST_SEGMENT })), {
        maxLength: 3,
        selector: ([by, sequence]) => `${by}${sequence}`,
      }),
      fc.infiniteStream(fc.nat()),
      fc.integer({ min: 1, max: 3 }),
      fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
      async (all, lostOnes, order, together, killAt) => {
        const lost = new Set(lostOnes.map(([by, sequence]) => `${by}${sequence}`));
        const events = toEvents(all);
        const arrivals = toArrivals(events, lost);
        const known = events.filter(
          ({ entry, sequence, isCarried }) => isCarried || !lost.has(`${eventDevice(entry.id)}${sequence}`),
        );
        const last = lastCounting(
          known.flatMap(({ entry, sequence }) =>
            entry.type === 'TabletRevoked'
              ? [
                  {
                    id: entry.id,
                    by: eventDevice(entry.id),
                    sequence,
                    device: entry.stream.slice('device:'.length) as DeviceId,
                    lastSequence: entry.lastSequence,
                  },
                ]
              : [],
          ),
        );
        const counting = known
          .filter(({ entry, sequence }) => sequence <= (last.get(eventDevice(entry.id)) ?? sequence))
          .map(({ entry }) => entry)
          .sort(byId);
        const first = await comeTo(arrivals, 1, undefined);
        expect(first.log).toEqual(counting);
        expect(first.views).toEqual(plainFold(counting));
        const shuffled = arrivals
          .map((arrival) => [order.next().value, arrival] as const)
          .sort(([a], [b]) => a - b)
          .map(([, arrival]) => arrival);
        expect(await comeTo(shuffled, together, killAt)).toEqual(first);
      },
    ),
    { numRuns: RUNS },
  );
});
