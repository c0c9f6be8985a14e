// The promise of the exchange: three tablets, any commands, a network that loses, cuts, doubles and reorders, tabs that
// are closed half-way. When the network is whole again, all show the plain sort and fold of everything that was
// acknowledged, each event once.

import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeviceId } from '../../src/kernel/hlc';
import { deriveSealingKey } from '../../src/platform/seal';
import { type Database, type LogEntry, openDatabase } from '../../src/store/db';
import { createEventLog } from '../../src/store/eventLog';
import { createReplication } from '../../src/store/replication';
import { createCouchClient } from '../../src/sync/couchClient';
import { prepareDatabase } from '../../src/sync/prepareDatabase';
import { pullPage, takeDue } from '../../src/sync/pull';
import { pushAll } from '../../src/sync/push';
import { couchFetch } from '../couch/couchFetch';
import { createStandIn, type StandIn } from '../couch/standIn';
import { type Fault, faultsArbitrary, faultyNetwork } from '../support/faultyNetwork';
import { type Deed, deedArbitrary, deedToStep, plainFold } from '../support/histories';
import { killAtWrite } from '../support/killAtWrite';
import { seededRandom } from '../support/seededRandom';
import { type StillClock, stillClock } from '../support/stillClock';

const RUNS = import.meta.env.MODE === 'nightly' ? 1_000 : 40;
const admin = { name: 'admin', password: 'a password of the server' };
const member = { name: 'tablets', password: 'a password of the site' };
const site = { url: 'http://couch.invalid', database: 'mill-lane' };
const siteKey = Uint8Array.from({ length: 32 }, (_, at) => at);

interface Tablet {
  readonly acknowledged: LogEntry[];
  readonly db: () => Database;
  act(deed: Deed): Promise<void>;
  push(killAt?: number): Promise<boolean>;
  pull(killAt?: number): Promise<boolean>;
  meet(faults: readonly (Fault | undefined)[]): void;
}

let databases = 0;

function openTabletAt(standIn: StandIn, device: string, clock: StillClock, key: CryptoKey): Tablet {
  databases += 1;
  const name = `sync-${databases}`;
  const network = faultyNetwork(couchFetch(standIn));
  const client = createCouchClient(
    { ...site, user: member.name, password: member.password },
    {
      fetch: network.fetch,
      now: clock.now,
    },
  );
  const random = seededRandom(databases);
  const acknowledged: LogEntry[] = [];
  let db = openDatabase(name);
  let kill = killAtWrite(db);

  /** Does something in a tab that may be closed at a write; then there is a new tab. */
  async function inTab<T>(killAt: number | undefined, work: () => Promise<T>): Promise<T | undefined> {
    kill(killAt);
    try {
      return await work();
    } catch {
      return undefined;
    } finally {
      db.close();
      db = openDatabase(name);
      kill = killAtWrite(db);
    }
  }
  const deps = () => {
    const replication = createReplication(db, device as DeviceId);
    return { client, replication, segmentKey: key, random, clock };
  };

  return {
    acknowledged,
    db: () => db,
    meet: network.next,
    async act(deed) {
      clock.move(Math.abs(deed.clock));
      await inTab(deed.killAt, async () => {
        const log = createEventLog({ db, device: device as DeviceId, clock });
        const step = deedToStep(deed, clock.now());
        const result = await log.append({ kind: 'kiosk' }, step);
        if (result.ok) acknowledged.push(...result.value.map((event) => ({ stream: step.stream, ...event })));
      });
    },
    push: async (killAt) => (await inTab(killAt, async () => (await pushAll(deps(), () => {})).ok)) ?? false,
    pull: async (killAt) =>
      (await inTab(killAt, async () => {
        const page = await pullPage(deps(), false, new AbortController().signal);
        await takeDue(deps());
        return page.ok && page.value.rows.length === 0;
      })) ?? false,
  };
}

async function openSite() {
  const clock = stillClock();
  const standIn = createStandIn({
    admins: { [admin.name]: admin.password },
    // Nobody waits for anything here.
    clock: { now: clock.now, later: () => () => {} },
  });
  const prepared = await prepareDatabase(
    { ...site, admin, member },
    { fetch: couchFetch(standIn), now: () => 0 },
  );
  expect(prepared).toMatchObject({ ok: true });
  const key = await deriveSealingKey(siteKey, 'segment');
  return ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'].map((device) =>
    openTabletAt(standIn, device, clock, key),
  );
}

interface Step {
  readonly tablet: number;
  readonly what: 'act' | 'push' | 'pull';
  readonly deed: Deed;
  readonly faults: readonly (Fault | undefined)[];
  readonly killAt: number | undefined;
}
const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  tablet: fc.integer({ min: 0, max: 2 }),
  what: fc.constantFrom('act', 'act', 'push', 'pull'),
  deed: deedArbitrary,
  faults: faultsArbitrary,
  killAt: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined, freq: 2 }),
});

/** With a whole network, until nobody has anything to send or to receive. */
async function settle(tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) tablet.meet([]);
  for (let round = 0; round < 2; round += 1)
    for (const tablet of tablets) {
      expect(await tablet.push()).toBe(true);
      while (!(await tablet.pull()));
    }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

test('[Y1] [Y2] [Y3] whatever the network does, all tablets come to the plain sort and fold of what was acknowledged', {
  timeout: 30 * 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary, { minLength: 5, maxLength: 40 }), async (steps) => {
      const tablets = await openSite();
      for (const { tablet: at, what, deed, faults, killAt } of steps) {
        const tablet = tablets[at] as Tablet;
        tablet.meet(faults);
        if (what === 'act') await tablet.act(deed);
        else if (what === 'push') await tablet.push(killAt);
        else await tablet.pull(killAt);
      }
      await settle(tablets);

      const everything = tablets.flatMap(({ acknowledged }) => acknowledged).sort(byId);
      const plain = plainFold(everything);
      for (const tablet of tablets) {
        const db = tablet.db();
        const entries = (await db.log.toArray()).flatMap((row) => row.entries).sort(byId);
        expect(entries).toEqual(everything);
        const rows = await db.streams.toArray();
        expect(new Map(rows.map((row) => [row.stream as string, row.view]))).toEqual(plain);
        expect(rows.flatMap((row) => row.events.map(({ id }) => id)).sort()).toEqual(
          everything.map(({ id }) => id),
        );
        expect(await db.aside.count()).toBe(0);
        db.close();
      }
    }),
    { numRuns: RUNS },
  );
});
