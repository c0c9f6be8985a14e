// The promise of the exchange: three tablets, any commands, a network that loses, cuts, doubles and reorders, tabs that
// are closed half-way, and tablets that revoke each other, also those that are revoked themselves. When the network is whole
// again, all show the plain sort and fold of everything that was acknowledged and counts, each event once.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SiteId } from '../../src/domain/ids';
import { lastCounting } from '../../src/domain/revocations';
import { deviceStream, type StreamName } from '../../src/domain/streams';
import { tabletDecider } from '../../src/domain/tabletDecider';
import { type DeviceId, type EventId, eventDevice } from '../../src/kernel/hlc';
import type { LogEntry } from '../../src/store/db';
import type { Decided } from '../../src/store/eventLog';
import { pullPage, takeInReceived } from '../../src/sync/pull';
import { pushAll } from '../../src/sync/push';
import { type Fault, faultsArbitrary } from '../support/faultyNetwork';
import { type Deed, deedArbitrary, deedToStep, ids, plainFold } from '../support/histories';
import { killAtWrite } from '../support/killAtWrite';
import { openSite, openSiteTablet, type SiteTablet } from '../support/site';
import { stillClock } from '../support/stillClock';

const RUNS = import.meta.env.MODE === 'nightly' ? 1_000 : 25;

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
      this.#hear(step.stream, await log.append({ kind: 'kiosk' }, step));
    });
  }

  /** Puts itself on the list. */
  add(): Promise<void> {
    return this.#inTab(undefined, async ({ log, replication }) => {
      const stream = deviceStream(replication.device);
      const added = { type: 'AddTablet', name: 'Gate', siteId: 'site' as SiteId } as const;
      const decide = (state: Parameters<typeof tabletDecider.decide>[1]) =>
        tabletDecider.decide(added, state);
      this.#hear(stream, await log.append({ kind: 'kiosk' }, { stream, decide }));
    });
  }

  revoke(device: DeviceId, killAt: number | undefined): Promise<void> {
    return this.#inTab(killAt, async ({ replication, clock }) => {
      const stream = deviceStream(device);
      const revoked = await replication.revoke(device, clock.now(), (log, lastSequence) =>
        log.append(
          { kind: 'kiosk' },
          { stream, decide: (state) => tabletDecider.decide({ type: 'RevokeTablet', lastSequence }, state) },
        ),
      );
      this.#hear(stream, revoked);
    });
  }

  #hear(stream: StreamName, result: Decided): void {
    if (result.ok) this.acknowledged.push(...result.value.map((event) => ({ stream, ...event })));
  }

  /** In which of its segments each of its events is. */
  async sequences(): Promise<ReadonlyMap<EventId, number>> {
    const { db, replication } = this.now;
    const found = new Map<EventId, number>();
    for (const row of await db.segments.toArray())
      if (row.device === replication.device)
        for (const { id } of await replication.entriesOf(row)) found.set(id, row.sequence);
    return found;
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
  readonly what: 'act' | 'push' | 'receive' | 'take in' | 'revoke';
  /** Which is revoked. */
  readonly other: number;
  readonly deed: Deed;
  readonly faults: readonly (Fault | undefined)[];
  readonly killAt: number | undefined;
}
const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const anyTablet = fc.integer({ min: 0, max: 2 });
const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  tablet: anyTablet,
  what: fc.oneof(
    { weight: 14, arbitrary: fc.constantFrom<Step['what']>('act', 'act', 'push', 'receive', 'take in') },
    { weight: 1, arbitrary: fc.constant<Step['what']>('revoke') },
  ),
  other: anyTablet,
  deed: fc
    .record({ deed: deedArbitrary, killAt: rarely(fc.integer({ min: 1, max: 3 })) })
    .map(({ deed, killAt }) => ({ ...deed, killAt })),
  faults: faultsArbitrary,
  killAt: rarely(fc.integer({ min: 1, max: 8 })),
});

/** Everybody is enrolled and has a code, and all three tablets know it and each other. */
async function beginTogether(tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) await tablet.add();
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

/** Which events count, by the set of all of them: `sequences` says in which of its tablet's segments each is. */
function whatCounts(everything: readonly LogEntry[], sequences: ReadonlyMap<EventId, number>) {
  const placed = everything.map((entry) => {
    const sequence = sequences.get(entry.id);
    if (sequence === undefined) throw new Error('An event was never sealed');
    return { entry, by: eventDevice(entry.id), sequence };
  });
  const last = lastCounting(
    placed.flatMap(({ entry, by, sequence }) =>
      entry.type === 'TabletRevoked'
        ? [
            {
              id: entry.id,
              by,
              sequence,
              device: entry.stream.slice('device:'.length) as DeviceId,
              lastSequence: entry.lastSequence,
            },
          ]
        : [],
    ),
  );
  return placed.map(({ entry, by, sequence }) => ({
    entry,
    by,
    sequence,
    counts: sequence <= (last.get(by) ?? sequence),
  }));
}

test('[Y1] [Y2] [Y3] [Y6] [Y32] whatever the network does, all tablets come to the plain sort and fold of what was acknowledged and counts', {
  timeout: 30 * 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.constantFrom(1, 2, 5, 500), async (steps, limit) => {
      const { clock, tablets } = await openTablets(limit);
      await beginTogether(tablets);
      for (const { tablet: at, what, other, deed, faults, killAt } of steps) {
        const tablet = tablets[at] as Tablet;
        tablet.now.meet(faults);
        clock.move(deed.clock);
        if (what === 'act') await tablet.act(deed);
        else if (what === 'revoke') {
          const { device } = (tablets[other] as Tablet).now.replication;
          if (other !== at) await tablet.revoke(device, deed.killAt);
        } else if (what === 'push') await tablet.push(killAt);
        else if (what === 'receive') await tablet.receive(killAt);
        else await tablet.takeIn(killAt);
      }
      // Whatever was set aside for coming from the future is due by then.
      clock.move(24 * 3_600_000);
      await settle(tablets);

      const everything = tablets.flatMap(({ acknowledged }) => acknowledged).sort(byId);
      const sequences = new Map<EventId, number>();
      for (const tablet of tablets)
        for (const [id, sequence] of await tablet.sequences()) sequences.set(id, sequence);
      const all = whatCounts(everything, sequences);
      for (const tablet of tablets) {
        const { db, replication } = tablet.now;
        // What was recorded on a tablet stands there.
        const isShown = ({ by, counts }: (typeof all)[number]) => counts || by === replication.device;
        const shown = all.filter(isShown).map(({ entry }) => entry);
        const entries = (await db.log.toArray()).flatMap((row) => row.entries).sort(byId);
        expect(entries).toEqual(shown);
        const rows = await db.streams.toArray();
        expect(new Map(rows.map((row) => [row.stream as string, row.view]))).toEqual(plainFold(shown));
        expect(rows.flatMap((row) => row.events.map(({ id }) => id)).sort()).toEqual(
          shown.map(({ id }) => id),
        );
        const hidden = all.filter((one) => !isShown(one)).map(({ by, sequence }) => `${by}:${sequence}`);
        const aside = (await db.aside.toArray()).map(({ id }) => id.split(':'));
        expect(aside.map(([by, sequence]) => `${by}:${Number(sequence)}`).sort()).toEqual(
          [...new Set(hidden)].sort(),
        );
        await db.delete();
      }
    }),
    { numRuns: RUNS },
  );
});
