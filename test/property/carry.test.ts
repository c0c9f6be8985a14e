// The promise of carrying: three tablets, any commands, what they say about who may no longer sign in and what they have
// not sent carried between them in any order, some of it to the server, tabs closed half-way. When all have met, everyone
// shows the plain sort and fold of what was acknowledged, each event once, and each event lies under a segment: so a
// backup and another server get everything.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database, LogEntry } from '../../src/store/db';
import { backupPartToArrival, readForBackup, segmentToPart } from '../../src/sync/backupParts';
import { pullPage, takeInReceived } from '../../src/sync/pull';
import { pushAll, sealOwn } from '../../src/sync/push';
import { type Deed, deedArbitrary, deedToStep, ids, plainFold } from '../support/histories';
import { killAtWrite } from '../support/killAtWrite';
import { openSite, openSiteTablet, type SiteTablet } from '../support/site';
import { MORNING, stillClock } from '../support/stillClock';

const RUNS = import.meta.env.MODE === 'nightly' ? 300 : 15;
const BEFORE_ALL = MORNING - 365 * 24 * 3_600_000;

/** A tablet whose tab may be closed at any write; then there is a new tab. */
class Tablet {
  readonly acknowledged: LogEntry[] = [];
  now: SiteTablet;
  constructor(tablet: SiteTablet) {
    this.now = tablet;
  }

  async inTab<T>(
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
    return this.inTab(undefined, async ({ log, clock }) => {
      const step = deedToStep(deed, clock.now());
      const result = await log.append({ kind: 'kiosk' }, step);
      if (result.ok)
        this.acknowledged.push(...result.value.map((event) => ({ stream: step.stream, ...event })));
    });
  }

  /** Single events: whatever ended an account. */
  async carryAlone(to: Tablet, killAt: number | undefined): Promise<void> {
    const { replication } = this.now;
    await sealOwn(this.now, { onlyFull: false });
    const events = await replication.revocations(BEFORE_ALL);
    await to.inTab(killAt, (tablet) =>
      tablet.replication.takeIn([{ kind: 'carried', events }], tablet.clock.now()),
    );
  }

  /** What waits to be sent. */
  async carryEverything(to: Tablet, killAt: number | undefined): Promise<void> {
    const { replication, segmentKey, clock } = this.now;
    await sealOwn(this.now, { onlyFull: false });
    const events = await replication.carried();
    const parts = await Promise.all(
      (await replication.waiting()).map((row) => segmentToPart(replication, row)),
    );
    await to.inTab(killAt, async (tablet) => {
      for (const part of [...parts, events.length > 0 ? { carried: events } : undefined])
        if (part) {
          const arrival = await backupPartToArrival(segmentKey, part, clock.now(), Number.POSITIVE_INFINITY);
          await tablet.replication.takeIn([arrival], clock.now());
        }
    });
  }

  push = (killAt?: number) => this.inTab(killAt, async (tablet) => (await pushAll(tablet, () => {})).ok);

  /** True when nothing was left to receive. */
  pull = (killAt?: number) =>
    this.inTab(killAt, async (tablet) => {
      const page = await pullPage(tablet, false, new AbortController().signal);
      await takeInReceived(tablet);
      return page.ok && page.value.rows.length === 0;
    });
}

const whats = [
  'act',
  'act',
  'act',
  'carry alone',
  'carry alone',
  'carry everything',
  'push',
  'pull',
] as const;
const stepArbitrary = fc.record({
  tablet: fc.nat({ max: 2 }),
  to: fc.nat({ max: 2 }),
  what: fc.constantFrom(...whats),
  deed: deedArbitrary,
  killAt: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined, freq: 3 }),
});

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const logOf = async (db: Database): Promise<LogEntry[]> =>
  (await db.log.toArray()).flatMap((row) => row.entries).sort(byId);
const viewsOf = async (db: Database) =>
  new Map((await db.streams.toArray()).map((row) => [row.stream as string, row.view]));

/** Until nobody has anything to send or to receive. */
async function meet(tablets: readonly Tablet[]): Promise<void> {
  for (let round = 0; round < 2; round += 1)
    for (const tablet of tablets) {
      expect(await tablet.push()).toBe(true);
      while (!(await tablet.pull()));
    }
}

/** What a backup of this tablet would hold. */
async function inBackup(tablet: SiteTablet): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for await (const { parts } of readForBackup(tablet))
    for (const part of parts) {
      const arrival = await backupPartToArrival(tablet.segmentKey, part, 0, Number.POSITIVE_INFINITY);
      if (arrival.kind === 'segment') entries.push(...arrival.entries);
      if (arrival.kind === 'carried') entries.push(...arrival.events.map(({ entry }) => entry));
    }
  return entries.sort(byId);
}
const once = (entries: readonly LogEntry[]): LogEntry[] => [
  ...new Map(entries.map((entry) => [entry.id, entry])).values(),
];

test('[M5] [M6] [H5] whatever was carried when, all tablets come to the plain sort and fold, and everything lies under its segment', {
  timeout: 30 * 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(stepArbitrary, { minLength: 10, maxLength: 35 }),
      fc.constantFrom(1, 2, 500),
      async (steps, limit) => {
        const clock = stillClock();
        const standIn = await openSite(clock);
        const devices = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'];
        const tablets = await Promise.all(
          devices.map(async (device) => new Tablet(await openSiteTablet(standIn, device, clock))),
        );
        for (const { now } of tablets)
          await now.db.meta.put({ key: 'sealed', upTo: { seq: 0, offset: 0 }, sequence: 0, limit });
        // Everybody has a code that may be redeemed, and all three tablets know it.
        for (const employee of ids)
          for (const deed of ['enrol', 'issue'])
            await tablets[0]?.act({ employee, deed, code: 'a', clock: 0, killAt: undefined });
        await meet(tablets);
        for (const { tablet: at, to, what, deed, killAt } of steps) {
          const [tablet, other] = [tablets[at] as Tablet, tablets[to] as Tablet];
          clock.move(deed.clock);
          if (what === 'act') await tablet.act(deed);
          else if (what === 'push') await tablet.push(killAt);
          else if (what === 'pull') await tablet.pull(killAt);
          else if (what === 'carry alone') await tablet.carryAlone(other, killAt);
          else await tablet.carryEverything(other, killAt);
          // What has come so far lies in the log once, is what is shown, and is in a backup.
          const { db } = other.now;
          const known = await logOf(db);
          expect(known).toEqual(once(known));
          expect(await viewsOf(db)).toEqual(plainFold(known));
          if (what.startsWith('carry')) expect(once(await inBackup(other.now))).toEqual(known);
        }
        clock.move(24 * 3_600_000);
        await meet(tablets);
        const everything = tablets.flatMap(({ acknowledged }) => acknowledged).sort(byId);
        for (const { now } of tablets) {
          expect(await logOf(now.db)).toEqual(everything);
          expect(await viewsOf(now.db)).toEqual(plainFold(everything));
          expect(await now.replication.carried()).toEqual([]);
          expect(await now.db.aside.count()).toBe(0);
          const inSegments = [];
          for (const row of await now.replication.segments(await now.replication.segmentIds()))
            inSegments.push(...(await now.replication.entriesOf(row)));
          expect(inSegments.sort(byId)).toEqual(everything);
          await now.db.delete();
        }
      },
    ),
    { numRuns: RUNS },
  );
});
