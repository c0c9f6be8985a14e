// The promise of the house: whatever is done, whenever the tab is killed, what was acknowledged is there, once, and the
// views are the plain sort and fold of the log.

import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DeviceId, eventIdToMoment } from '../../src/kernel/hlc';
import { type Database, openDatabase } from '../../src/store/db';
import { createEventLog } from '../../src/store/eventLog';
import { rebuildViews } from '../../src/store/views';
import { VIEWS_VERSION } from '../../src/store/viewsVersion';
import { type Deed, deedArbitrary, deedToStep, plainFold } from '../support/histories';
import { killAtWrite } from '../support/killAtWrite';
import { stillClock } from '../support/stillClock';

const device = 'tablet0001' as DeviceId;
let databases = 0;
const nextName = () => {
  databases += 1;
  return `log-${databases}`;
};

interface Outcome {
  readonly acknowledged: readonly string[];
  readonly db: Database;
}

/** Does everything, with a fresh tab after every deed. */
async function live(deeds: readonly Deed[]): Promise<Outcome> {
  const name = nextName();
  const clock = stillClock();
  const acknowledged: string[] = [];
  for (const deed of deeds) {
    clock.move(deed.clock);
    const db = openDatabase(name);
    killAtWrite(db)(deed.killAt);
    const log = createEventLog({ db, device, clock });
    try {
      const result = await log.append({ kind: 'kiosk' }, deedToStep(deed, clock.now()));
      if (result.ok) acknowledged.push(...result.value.map((event) => event.id));
    } catch {
      // The tab was killed: nothing was acknowledged.
    }
    db.close();
  }
  return { acknowledged, db: openDatabase(name) };
}

const logEntries = async (db: Database) => (await db.log.toArray()).flatMap((row) => row.entries);
const viewsOf = async (db: Database) =>
  new Map((await db.streams.toArray()).map((row) => [row.stream, row.view]));
const history = fc.array(deedArbitrary, { minLength: 1, maxLength: 25 });

test('[H3] [H4] what was acknowledged is there once, and nothing else is', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (deeds) => {
      const { acknowledged, db } = await live(deeds);
      expect((await logEntries(db)).map((entry) => entry.id)).toEqual(acknowledged);
      const inViews = (await db.streams.toArray()).flatMap((row) => row.events.map((event) => event.id));
      expect(inViews.sort()).toEqual([...acknowledged].sort());
      db.close();
    }),
    { numRuns: 120 },
  );
});

test('[H5] a view is the plain sort and fold of the log', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (deeds) => {
      const { db } = await live(deeds);
      expect(await viewsOf(db)).toEqual(plainFold(await logEntries(db)));
      db.close();
    }),
    { numRuns: 80 },
  );
});

test('[H1] [H2] ids grow whatever the wall clock does', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (deeds) => {
      const { acknowledged, db } = await live(deeds.map((deed) => ({ ...deed, killAt: undefined })));
      expect(acknowledged).toEqual([...new Set(acknowledged)].sort());
      const times = acknowledged.map((id) => eventIdToMoment(id as never).time);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      db.close();
    }),
    { numRuns: 60 },
  );
});

test('[H6] views that were thrown away are rebuilt, also when the rebuild is killed half-way', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.integer({ min: 1, max: 6 }), async (deeds, killAt) => {
      const { db } = await live(deeds);
      await db.meta.put({ key: 'views', version: VIEWS_VERSION });
      const before = await viewsOf(db);
      await db.meta.put({ key: 'views', version: VIEWS_VERSION - 1 });
      const { name } = db;
      db.close();
      const killed = openDatabase(name);
      killAtWrite(killed)(killAt);
      await rebuildViews(killed).catch(() => undefined);
      killed.close();
      const again = openDatabase(name);
      await rebuildViews(again);
      expect(await viewsOf(again)).toEqual(before);
      again.close();
    }),
    { numRuns: 60 },
  );
});
