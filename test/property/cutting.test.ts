// The promise of cutting: however own events and those of others lie in the log, the segments hold all that is one's own,
// once and in order, each as many as it may; and what a segment held is found again.

import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeviceId } from '../../src/kernel/hlc';
import { type Database, type LogEntry, openDatabase, type SegmentId } from '../../src/store/db';
import { createReplication } from '../../src/store/replication';

const DEVICE = 'aaaaaaaaaa' as DeviceId;
const RUNS = import.meta.env.MODE === 'nightly' ? 300 : 30;
let databases = 0;

/** A row of the log: how many events, and whether they are one's own. */
const rowArbitrary = fc.record({
  count: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 900 })),
  isOwn: fc.boolean(),
});

async function cutAll(db: Database, onlyFull: boolean) {
  const replication = createReplication(db, DEVICE);
  const cuts = [];
  for await (const cut of replication.unsealed({ onlyFull })) cuts.push(cut);
  return { replication, cuts };
}

test('[Y1] the segments hold every own event once, in order, and as many as they may', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(rowArbitrary, { maxLength: 30 }),
      fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 700 })),
      async (rows, limit) => {
        databases += 1;
        const db = openDatabase(`cutting-${databases}`);
        let last = 0;
        const log = rows.map(({ count, isOwn }, row) => ({
          entries: Array.from({ length: count }, () => {
            last += 1;
            return { id: `event ${last}`, stream: `employee:${row}` } as unknown as LogEntry;
          }),
          ...(isOwn ? {} : { segment: `other:${row}` as SegmentId }),
        }));
        await db.log.bulkAdd(log);
        await db.meta.put({ key: 'sealed', upTo: { seq: 0, offset: 0 }, sequence: 0, limit });
        const own = log.flatMap(({ entries, segment }) => (segment === undefined ? entries : []));
        const plain = Array.from({ length: Math.ceil(own.length / limit) }, (_, at) =>
          own.slice(at * limit, (at + 1) * limit),
        );

        const { cuts: full } = await cutAll(db, true);
        expect(full.map(({ entries }) => entries)).toEqual(plain.filter(({ length }) => length === limit));
        const { cuts, replication } = await cutAll(db, false);
        expect(cuts.map(({ entries }) => entries)).toEqual(plain);
        expect(cuts.map(({ sequence }) => sequence)).toEqual(plain.map((_, at) => at + 1));
        for (const { from, to, sequence, entries } of cuts) {
          const id = `${DEVICE}:${sequence}` as SegmentId;
          const row = { id, device: DEVICE, sequence, count: entries.length, from, to } as const;
          expect(await replication.entriesOf({ ...row, state: 'waiting' })).toEqual(entries);
        }
        await db.delete();
      },
    ),
    { numRuns: RUNS },
  );
});
