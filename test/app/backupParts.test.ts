// What a backup holds, part by part, and what becomes of it on the tablet that takes it in and on the server behind that.

import { beforeEach, expect, test } from 'vitest';
import { employeeDecider } from '../../src/domain/employeeDecider';
import type { EmployeeId } from '../../src/domain/ids';
import { employeeStream } from '../../src/domain/streams';
import type { AsideRow, SegmentDocument } from '../../src/store/db';
import { type BackupPart, backupPartToArrival, parseParts, readForBackup } from '../../src/sync/backupParts';
import { pullPage, takeInReceived } from '../../src/sync/pull';
import { pushAll } from '../../src/sync/push';
import { parseSegmentId } from '../../src/sync/segment';
import type { StandIn } from '../couch/standIn';
import { mary } from '../support/people';
import { openSite, openSiteTablet, type SiteTablet } from '../support/site';
import { MORNING, type StillClock, stillClock } from '../support/stillClock';

const HOUR = 3_600_000;

let clock: StillClock;
let couch: StandIn;
let a: SiteTablet;
let b: SiteTablet;

beforeEach(async () => {
  clock = stillClock();
  couch = await openSite(clock);
  // Its clock is ahead: the others set aside what it sends.
  a = await openSiteTablet(couch, 'aaaaaaaaaa', stillClock(MORNING + HOUR));
  b = await openSiteTablet(couch, 'bbbbbbbbbb', clock);
});

const enrol = ({ log }: SiteTablet, id: string) =>
  log.append(
    { kind: 'kiosk' },
    {
      stream: employeeStream(id as EmployeeId),
      decide: (state) => employeeDecider.decide({ type: 'EnrolEmployee', details: mary }, state),
    },
  );
const push = (tablet: SiteTablet) => pushAll(tablet, () => {});
async function pull(tablet: SiteTablet): Promise<void> {
  expect(await pullPage(tablet, false, new AbortController().signal)).toMatchObject({ ok: true });
  await takeInReceived(tablet);
}
const asideReasons = async ({ db }: SiteTablet) => (await db.aside.toArray()).map(({ reason }) => reason);
async function partsOf(tablet: SiteTablet): Promise<readonly BackupPart[]> {
  const all: BackupPart[] = [];
  for await (const { parts } of readForBackup(tablet)) all.push(...parts);
  return all;
}
async function restore(tablet: SiteTablet, parts: readonly BackupPart[]): Promise<void> {
  const now = clock.now();
  for (const part of parts)
    await tablet.replication.takeIn([await backupPartToArrival(tablet.segmentKey, part, now)], now);
}
const people = async ({ db }: SiteTablet) => db.streams.where('stream').startsWith('employee:').primaryKeys();
/** The documents of a site's database that are segments. */
async function segmentsOn(standIn: StandIn): Promise<string[]> {
  const { client } = await openSiteTablet(standIn, 'zzzzzzzzzz', clock);
  const page = await client.changes({ since: '0', limit: 100, feed: 'normal' });
  return page.ok ? page.value.rows.map(({ id }) => id).filter((id) => parseSegmentId(id)) : [];
}

/** What B has of A is set aside; an hour later it could be taken in. */
async function backUpAside(): Promise<readonly BackupPart[]> {
  await enrol(a, '1');
  await push(a);
  await pull(b);
  expect(await asideReasons(b)).toEqual(['from the future']);
  const parts = await partsOf(b);
  clock.move(2 * HOUR);
  return parts;
}

test('[Y13] [Y15] what was set aside goes into a backup as its tablet sealed it, without what the server noted on it', async () => {
  const parts = await backUpAside();
  expect(parts.map((part) => 'document' in part && Object.keys(part.document).sort())).toEqual([
    ['_id', 'body', 'count', 'iv', 'v'],
  ]);
});

test('[Y13] [Y15] of a newer format all goes into a backup that its tablet sealed, whatever that is', async () => {
  const id = `cccccccccc:00000001:${'0'.repeat(32)}`;
  await b.client.put(id, { _id: id, v: 2, count: 1, iv: 'i', body: 'b', packed: 'otherwise' });
  await pull(b);
  expect(await partsOf(b)).toEqual([
    { document: { _id: id, v: 2, count: 1, iv: 'i', body: 'b', packed: 'otherwise' } },
  ]);
});

test.each([['same'], ['new']])(
  '[Y15] [Y16] what was set aside where the backup was made is sent on by the tablet that takes it in, to the %s server',
  async (which) => {
    const parts = await backUpAside();
    const server = which === 'same' ? couch : await openSite(clock);
    const restored = await openSiteTablet(server, 'cccccccccc', clock);
    await restore(restored, parts);
    await enrol(restored, '2');
    expect(await push(restored)).toEqual({ ok: true, value: 2 });
    expect(await restored.replication.countWaiting()).toBe(0);
    expect((await segmentsOn(server)).map((id) => id.slice(0, 19)).sort()).toEqual([
      'aaaaaaaaaa:00000001',
      'cccccccccc:00000001',
    ]);
    const other = await openSiteTablet(server, 'dddddddddd', clock);
    await pull(other);
    expect(await people(other)).toEqual(await people(restored));
  },
);

const asBefore = (part: BackupPart): BackupPart =>
  'document' in part
    ? { document: { ...part.document, _rev: `1-${'a'.repeat(32)}` } as SegmentDocument }
    : part;

test('[Y15] a file that holds what the server had noted is sent on all the same, to a new server', async () => {
  const parts = (await backUpAside()).map(asBefore);
  const server = await openSite(clock);
  const restored = await openSiteTablet(server, 'cccccccccc', clock);
  await restore(restored, parts);
  expect(Object.keys((await restored.replication.waiting())[0]?.document ?? {})).not.toContain('_rev');
  expect(await push(restored)).toEqual({ ok: true, value: 1 });
  expect(await segmentsOn(server)).toHaveLength(1);
});

test('[Y15] what waits here with what a server had noted on it is sent without that', async () => {
  const [part] = (await backUpAside()).map(asBefore);
  if (!part || !('document' in part)) throw new Error('No document');
  const server = await openSite(clock);
  const restored = await openSiteTablet(server, 'cccccccccc', clock);
  await restore(restored, [part]);
  await restored.db.segments.toCollection().modify({ document: part.document });
  expect(await push(restored)).toEqual({ ok: true, value: 1 });
  expect(await segmentsOn(server)).toHaveLength(1);
});

test('[Y13] a segment whose events all lie under another one gives no part when it is left out', async () => {
  const id = `cccccccccc:00000002:${'0'.repeat(32)}`;
  const leftOut: AsideRow = { id, reason: 'revoked tablet', at: MORNING, entries: [] };
  await b.db.aside.put(leftOut);
  await enrol(b, '1');
  const parts = await partsOf(b);
  expect(parts.map((part) => 'document' in part && part.document.count)).toEqual([1]);
});

test('[Y13] a portion with a part that holds no events is read without it; what else is wrong is refused', async () => {
  await enrol(b, '1');
  const [part] = await partsOf(b);
  const id = `cccccccccc:00000002:${'0'.repeat(32)}`;
  expect(parseParts([{ id, entries: [] }, part, { id, entries: [] }])).toEqual([part]);
  for (const wrong of [{ id: 'hello', entries: [] }, { id }, { id, entries: [{}] }, { entries: [] }, null])
    expect(parseParts([part, wrong])).toBeUndefined();
  expect(parseParts({ id, entries: [] })).toBeUndefined();
});
