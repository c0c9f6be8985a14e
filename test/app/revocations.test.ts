// Whether a revocation counts follows from the set of those that are known, and not from the order in which they came.

import { beforeEach, expect, test } from 'vitest';
import { employeeDecider } from '../../src/domain/employeeDecider';
import type { EmployeeId } from '../../src/domain/ids';
import { deviceStream, employeeStream } from '../../src/domain/streams';
import { tabletDecider } from '../../src/domain/tabletDecider';
import { type DeviceId, momentToEventId } from '../../src/kernel/hlc';
import type { Arrival, CarriedEvent, LogEntry, SegmentId } from '../../src/store/db';
import { backupPartToArrival, readForBackup } from '../../src/sync/backupParts';
import { pullPage, takeInReceived } from '../../src/sync/pull';
import { pushAll } from '../../src/sync/push';
import type { StandIn } from '../couch/standIn';
import { enrolled, left, mary } from '../support/people';
import { openSite, openSiteTablet, type SiteTablet } from '../support/site';
import { type StillClock, stillClock } from '../support/stillClock';

let clock: StillClock;
let couch: StandIn;
beforeEach(async () => {
  clock = stillClock();
  couch = await openSite(clock);
});

const open = (letter: string) => openSiteTablet(couch, letter.repeat(10), clock);
const device = (letter: string) => letter.repeat(10) as DeviceId;

/** Something that happened on a tablet, so many ms after the morning. */
const event = (by: string, at: number, stream: string, body: object): LogEntry =>
  ({
    stream,
    id: momentToEventId({ time: clock.now() + at, counter: 0 }, device(by)),
    by: 'kiosk',
    ...body,
  }) as LogEntry;
const enrolment = (by: string, at: number, id: string) => event(by, at, `employee:${id}`, enrolled);
const revocation = (by: string, at: number, of: string, lastSequence: number) =>
  event(by, at, `device:${device(of)}`, { type: 'TabletRevoked', v: 1, lastSequence });
const segment = (by: string, sequence: number, ...entries: readonly LogEntry[]): Arrival => ({
  kind: 'segment',
  id: `${device(by)}:${String(sequence).padStart(8, '0')}:${'0'.repeat(16)}` as SegmentId,
  device: device(by),
  sequence,
  entries,
  state: 'stored',
});
const carried = (entry: LogEntry, sequence: number): Arrival => ({
  kind: 'carried',
  events: [{ entry, sequence } satisfies CarriedEvent],
});

/** What a new tablet shows after these have come one by one. */
async function shown(...arrivals: readonly Arrival[]) {
  const tablet = await open('z');
  for (const arrival of arrivals) await tablet.replication.takeIn([arrival], clock.now());
  return standing(tablet);
}
const standing = async ({ db }: SiteTablet) => ({
  views: (await db.streams.toArray()).map(({ stream, view }) => [stream, view]),
  log: (await db.log.toArray()).flatMap(({ entries }) => entries.map(({ id }) => id)).sort(),
  aside: (await db.aside.toArray()).map(({ id, reason }) => [id, reason]),
});
const people = ({ views }: Awaited<ReturnType<typeof standing>>) =>
  views.map(([stream]) => stream).filter((stream) => String(stream).startsWith('employee:'));

const enrol = (tablet: SiteTablet, id: string) =>
  tablet.log.append(
    { kind: 'kiosk' },
    {
      stream: employeeStream(id as EmployeeId),
      decide: (state) => employeeDecider.decide({ type: 'EnrolEmployee', details: mary }, state),
    },
  );
const revoke = (tablet: SiteTablet, of: string) =>
  tablet.replication.revoke(device(of), clock.now(), (log, lastSequence) =>
    log.append(
      { kind: 'kiosk' },
      {
        stream: deviceStream(device(of)),
        decide: (state) => tabletDecider.decide({ type: 'RevokeTablet', lastSequence }, state),
      },
    ),
  );
const add = (tablet: SiteTablet) =>
  tablet.log.append(
    { kind: 'kiosk' },
    {
      stream: deviceStream(tablet.replication.device),
      decide: (state) =>
        tabletDecider.decide({ type: 'AddTablet', name: 'Gate', siteId: 'site' as never }, state),
    },
  );
const push = async (tablet: SiteTablet) =>
  expect(await pushAll(tablet, () => {})).toMatchObject({ ok: true });
async function pull(tablet: SiteTablet): Promise<void> {
  for (;;) {
    const page = await pullPage(tablet, false, new AbortController().signal);
    if (!page.ok) throw new Error(page.error.type);
    if (page.value.rows.length === 0) break;
  }
  await takeInReceived(tablet);
}

test('[Y6] [Y3] what was set aside for a revocation that does not count is taken in', async () => {
  const [a, b, x, c] = await Promise.all([open('a'), open('b'), open('x'), open('c')]);
  for (const tablet of [a, b, x]) {
    await add(tablet);
    await push(tablet);
  }
  for (const tablet of [a, b, x, c]) await pull(tablet);
  // A stolen tablet revokes one that goes on working; C hears of that before anybody revokes the stolen one.
  clock.move(1_000);
  await revoke(x, 'a');
  await push(x);
  await pull(c);
  clock.move(1_000);
  await enrol(a, '1');
  await push(a);
  await pull(c);
  expect((await standing(c)).aside).toMatchObject([
    [expect.stringMatching(/^a+:00000002/), 'revoked tablet'],
  ]);
  clock.move(1_000);
  await revoke(b, 'x');
  await push(b);
  const d = await open('d');
  for (const tablet of [b, c, d]) await pull(tablet);
  const all = await standing(b);
  expect(people(all)).toEqual(['employee:1']);
  expect(await standing(c)).toEqual(all);
  expect(await standing(d)).toEqual(all);
});

test('[Y6] [Y3] of two tablets that revoke each other, the one counts that did it first', async () => {
  const first = segment('a', 2, revocation('a', 1, 'b', 1), enrolment('a', 2, '1'));
  const second = segment('b', 2, enrolment('b', 3, '2'), revocation('b', 4, 'a', 1));
  const forth = await shown(first, second);
  expect(people(forth)).toEqual(['employee:1']);
  expect(await shown(second, first)).toEqual(forth);
});

test('[Y6] [Y3] of three that revoke each other in a circle, the first stands whatever came first', async () => {
  const circle = [
    segment('a', 2, revocation('a', 1, 'b', 1), enrolment('a', 2, '1')),
    segment('b', 2, revocation('b', 3, 'c', 1), enrolment('b', 4, '2')),
    segment('c', 2, revocation('c', 5, 'a', 1), enrolment('c', 6, '3')),
  ] as const;
  const [a, b, c] = circle;
  const later = [segment('a', 3, enrolment('a', 7, '4')), segment('b', 1, enrolment('b', 0, '5'))];
  const forth = await shown(...circle, ...later);
  expect(people(forth)).toEqual(['employee:1', 'employee:3', 'employee:5']);
  expect(await shown(...later, c, b, a)).toEqual(forth);
  expect(await shown(b, ...later, a, c)).toEqual(forth);
});

test('[O5] [M5] what was carried from a revoked tablet counts where it is revoked anew as of later', async () => {
  const enrolment7 = carried(enrolment('a', 1, '1'), 6);
  const leaving = carried(event('a', 2, 'employee:1', left), 7);
  const as5 = carried(revocation('b', 3, 'a', 5), 1);
  const as7 = carried(revocation('e', 4, 'a', 7), 1);
  const forth = await shown(enrolment7, leaving, as7, as5);
  expect(people(forth)).toEqual(['employee:1']);
  expect(JSON.stringify(forth.views)).toContain('"status":"left"');
  expect(await shown(enrolment7, leaving, as5, as7)).toEqual(forth);
  expect(await shown(as5, leaving, enrolment7, as7)).toEqual(forth);
});

test('[M6] what was carried and does not count lies under its segment when that comes, and counts with it', async () => {
  const entry = enrolment('a', 1, '1');
  const whole = segment('a', 7, entry, enrolment('a', 2, '2'));
  const as5 = carried(revocation('b', 3, 'a', 5), 1);
  const as7 = carried(revocation('e', 4, 'a', 7), 1);
  const forth = await shown(whole, as7, as5);
  expect(people(forth)).toEqual(['employee:1', 'employee:2']);
  expect(await shown(as5, carried(entry, 7), whole, as7)).toEqual(forth);
  expect(await shown(carried(entry, 7), as5, as7, whole)).toEqual(forth);
});

test('[Y13] [M5] a backup holds what was carried and does not count', async () => {
  const tablet = await open('z');
  const as5 = carried(revocation('b', 3, 'a', 5), 1);
  const as7 = carried(revocation('e', 4, 'a', 7), 1);
  for (const arrival of [as5, carried(enrolment('a', 1, '1'), 7)])
    await tablet.replication.takeIn([arrival], clock.now());
  expect(people(await standing(tablet))).toEqual([]);
  const backup: Arrival[] = [];
  for await (const { parts } of readForBackup(tablet))
    for (const part of parts)
      backup.push(await backupPartToArrival(tablet.segmentKey, part, clock.now(), Number.POSITIVE_INFINITY));
  const another = await open('y');
  await another.replication.takeIn(backup, clock.now());
  expect(await standing(another)).toEqual(await standing(tablet));
  await another.replication.takeIn([as7], clock.now());
  expect(people(await standing(another))).toEqual(['employee:1']);
});

test('[O4] what is taken in in the same moment counts here as it does elsewhere', async () => {
  for (const isRevokedFirst of [true, false]) {
    const [b, z] = await Promise.all([open('b'), open('z')]);
    const segments = [1, 2].map((at) => segment('a', at, enrolment('a', at, String(at))));
    const added = event('a', 0, `device:${device('a')}`, {
      type: 'TabletAdded',
      v: 1,
      name: 'A',
      siteId: 's',
    });
    await b.replication.takeIn([segment('a', 0, added), segments[0] as Arrival], clock.now());
    clock.move(1_000);
    const takesIn = () => b.replication.takeIn([segments[1] as Arrival], clock.now());
    await Promise.all(isRevokedFirst ? [revoke(b, 'a'), takesIn()] : [takesIn(), revoke(b, 'a')]);
    const own = (await b.db.log.toArray()).flatMap((row) => (row.segment ? [] : row.entries));
    for (const arrival of [segment('a', 0, added), ...segments, segment('b', 1, ...own)])
      await z.replication.takeIn([arrival], clock.now());
    const here = await standing(b);
    expect(people(here)).toHaveLength(isRevokedFirst ? 1 : 2);
    expect(await standing(z)).toEqual(here);
  }
});
