// The promise of the exchange: three tablets, any commands, a network that loses, cuts, doubles and reorders, tabs that
// are closed half-way. When the network is whole again, all show the plain sort and fold of everything that was
// acknowledged, each event once.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogEntry } from '../../src/store/db';
import { pullPage, takeInReceived } from '../../src/sync/pull';
import { pushAll } from '../../src/sync/push';
import { type Fault, faultsArbitrary } from '../support/faultyNetwork';
import { type Deed, deedArbitrary, deedToStep, ids, plainFold } from '../support/histories';
import { killAtWrite } from '../support/killAtWrite';
import { openSite, openSiteTablet, type SiteTablet } from '../support/site';
import { stillClock } from '../support/stillClock';

const RUNS = import.meta.env.MODE === 'nightly' ? 1_000 : 40;

/** A tablet whose tab may be closed at any write; then there is a new tab. */
class Tablet {
  readonly acknowledged: LogEntry[] = [];
  now: SiteTablet;
  constructor(tablet: SiteTablet) {
    this.now = tablet;
  }

  async #inTab<T>(
    killAt: number | undefined,
    work: (tablet: SiteTablet) => Promise<T>,
  ): Promise<T | undefined> {
    killAtWrite(this.now.db)(killAt);
    try {
      return await work(this.now);
    } catch {
      return undefined;
    } finally {
      this.now = this.now.reopen();
    }
  }

  act(deed: Deed): Promise<void> {
    return this.#inTab(deed.killAt, async ({ log, clock }) => {
      const step = deedToStep(deed, clock.now());
      const result = await log.append({ kind: 'kiosk' }, step);
      if (result.ok)
        this.acknowledged.push(...result.value.map((event) => ({ stream: step.stream, ...event })));
    });
  }

  /** True when the server has everything. */
  push(killAt?: number): Promise<boolean | undefined> {
    return this.#inTab(killAt, async (tablet) => (await pushAll(tablet, () => {})).ok);
  }

  /** True when nothing was left to receive. */
  receive(killAt?: number): Promise<boolean | undefined> {
    return this.#inTab(killAt, async (tablet) => {
      const page = await pullPage(tablet, false, new AbortController().signal);
      return page.ok && page.value.rows.length === 0;
    });
  }

  takeIn(killAt?: number): Promise<void> {
    return this.#inTab(killAt, (tablet) => takeInReceived(tablet));
  }
}

/** `limit`: how many events one segment may hold; few, so that many segments are on their way at once. */
async function openTablets(limit: number) {
  const clock = stillClock();
  const standIn = await openSite(clock);
  const devices = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'];
  const opened = await Promise.all(devices.map((device) => openSiteTablet(standIn, device, clock)));
  for (const { db } of opened)
    await db.meta.put({ key: 'sealed', upTo: { seq: 0, offset: 0 }, sequence: 0, limit });
  return { clock, tablets: opened.map((tablet) => new Tablet(tablet)) };
}

interface Step {
  readonly tablet: number;
  readonly what: 'act' | 'push' | 'receive' | 'take in';
  readonly deed: Deed;
  readonly faults: readonly (Fault | undefined)[];
  readonly killAt: number | undefined;
}
const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  tablet: fc.integer({ min: 0, max: 2 }),
  what: fc.constantFrom('act', 'act', 'push', 'receive', 'take in'),
  deed: fc
    .record({ deed: deedArbitrary, killAt: rarely(fc.integer({ min: 1, max: 3 })) })
    .map(({ deed, killAt }) => ({ ...deed, killAt })),
  faults: faultsArbitrary,
  killAt: rarely(fc.integer({ min: 1, max: 8 })),
});

/** Everybody is enrolled and has a code, and all three tablets know it. */
async function beginTogether(tablets: readonly Tablet[]): Promise<void> {
  for (const employee of ids)
    for (const deed of ['enrol', 'issue'])
      await tablets[0]?.act({ employee, deed, code: 'a', clock: 0, killAt: undefined });
  await settle(tablets);
}

const histories = fc.array(stepArbitrary, { minLength: 20, maxLength: 60 });

/** With a whole network, until nobody has anything to send or to receive. */
async function settle(tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) tablet.now.meet([]);
  for (let round = 0; round < 2; round += 1)
    for (const tablet of tablets) {
      expect(await tablet.push()).toBe(true);
      while (!(await tablet.receive()));
      await tablet.takeIn();
    }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

test('[Y1] [Y2] [Y3] [Y32] whatever the network does, all tablets come to the plain sort and fold of what was acknowledged', {
  timeout: 30 * 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.constantFrom(1, 2, 5, 500), async (steps, limit) => {
      const { clock, tablets } = await openTablets(limit);
      await beginTogether(tablets);
      for (const { tablet: at, what, deed, faults, killAt } of steps) {
        const tablet = tablets[at] as Tablet;
        tablet.now.meet(faults);
        clock.move(deed.clock);
        if (what === 'act') await tablet.act(deed);
        else if (what === 'push') await tablet.push(killAt);
        else if (what === 'receive') await tablet.receive(killAt);
        else await tablet.takeIn(killAt);
      }
      // Whatever was set aside for coming from the future is due by then.
      clock.move(24 * 3_600_000);
      await settle(tablets);

      const everything = tablets.flatMap(({ acknowledged }) => acknowledged).sort(byId);
      const plain = plainFold(everything);
      for (const tablet of tablets) {
        const { db } = tablet.now;
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
