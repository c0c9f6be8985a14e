// What is sent and received, step by step: cutting, keeping, taking in, setting aside, revoking.

import { beforeEach, expect, test } from 'vitest';
import type { EmployeeEvent } from '../../src/domain/employee';
import { employeeDecider } from '../../src/domain/employeeDecider';
import type { EmployeeId } from '../../src/domain/ids';
import { deviceStream, employeeStream, type StateOf } from '../../src/domain/streams';
import { tabletDecider } from '../../src/domain/tabletDecider';
import { toBase64 } from '../../src/kernel/base64';
import { type DeviceId, momentToEventId } from '../../src/kernel/hlc';
import type { LogEntry } from '../../src/store/db';
import type { ChangeRow } from '../../src/sync/changesPage';
import { pullPage, takeInReceived } from '../../src/sync/pull';
import { pushAll, sealOwn } from '../../src/sync/push';
import { parseSegmentId, sealSegment } from '../../src/sync/segment';
import { couchFetch } from '../couch/couchFetch';
import type { StandIn } from '../couch/standIn';
import { killAtWrite } from '../support/killAtWrite';
import { enrolled, left, mary } from '../support/people';
import { couchAdmin, couchSite, openSite, openSiteTablet, type SiteTablet } from '../support/site';
import { type StillClock, stillClock } from '../support/stillClock';

let clock: StillClock;
let couch: StandIn;
let a: SiteTablet;
let b: SiteTablet;

async function open(options: { maxDocumentSize?: number } = {}): Promise<void> {
  clock = stillClock();
  couch = await openSite(clock, options);
  a = await openSiteTablet(couch, 'aaaaaaaaaa', clock);
  b = await openSiteTablet(couch, 'bbbbbbbbbb', clock);
}
beforeEach(() => open());

const enrolAs = async (tablet: SiteTablet, lastName: () => string, ids: readonly string[]) => {
  const steps = ids.map((id) => ({
    stream: employeeStream(id as EmployeeId),
    decide: (state: StateOf<'employee'>) =>
      employeeDecider.decide({ type: 'EnrolEmployee', details: { ...mary, lastName: lastName() } }, state),
  }));
  await tablet.log.appendEach({ kind: 'kiosk' }, steps);
};
const enrol = (tablet: SiteTablet, ...ids: readonly string[]) => enrolAs(tablet, () => mary.lastName, ids);
/** A name that packs badly. */
const longName = (length: number) => () => toBase64(a.random.bytes(length));
const push = (tablet: SiteTablet) => pushAll(tablet, () => {});
async function receive(tablet: SiteTablet): Promise<void> {
  for (;;) {
    const page = await pullPage(tablet, false, new AbortController().signal);
    if (!page.ok) throw new Error(page.error.type);
    if (page.value.rows.length === 0) return;
  }
}
async function pull(tablet: SiteTablet): Promise<void> {
  await receive(tablet);
  await takeInReceived(tablet);
}
const people = async ({ db }: SiteTablet) =>
  (await db.streams.where('stream').startsWith('employee:').primaryKeys()).map((name) => name.slice(9));
const aside = async ({ db }: SiteTablet) =>
  (await db.aside.toArray()).map(({ id, reason }) => [id.split(':').slice(0, 2).join(':'), reason]);
const ids = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => String(from + at).padStart(5, '0'));

/** What someone who knows the site's password puts there. */
async function putByHand(document: { readonly _id: string }, query = ''): Promise<void> {
  const name = { user: 'tablets', password: 'a password of the site' };
  const url = `${couchSite.url}/${couchSite.database}/${encodeURIComponent(document._id)}${query}`;
  const headers = { Authorization: `Basic ${btoa(`${name.user}:${name.password}`)}` };
  const answer = await couchFetch(couch)(url, { method: 'PUT', body: JSON.stringify(document), headers });
  expect(answer.status).toBe(201);
}

test('[Y1] five hundred events are one segment, and the rest another', async () => {
  await enrol(a, ...ids(500));
  await enrol(a, ...ids(2, 600));
  expect(await a.replication.countWaiting()).toBe(502);
  expect(await push(a)).toEqual({ ok: true, value: 502 });
  expect(await a.replication.countWaiting()).toBe(0);
  const rows = await a.db.segments.toArray();
  expect(rows.map(({ sequence, count, state }) => [sequence, count, state])).toEqual([
    [1, 500, 'stored'],
    [2, 2, 'stored'],
  ]);
  expect(rows.some(({ document }) => document)).toBe(false);
  await pull(b);
  expect(await people(b)).toEqual(await people(a));
});

test('[Y1] without a server, whole segments are sealed and a half-full one goes on growing', async () => {
  await enrol(a, ...ids(501));
  await sealOwn(a, { onlyFull: true });
  expect((await a.db.segments.toArray()).map(({ count }) => count)).toEqual([500]);
  await enrol(a, ...ids(3, 600));
  expect(await a.replication.countWaiting()).toBe(504);
  await push(a);
  expect((await a.db.segments.toArray()).map(({ count }) => count).sort()).toEqual([4, 500].sort());
});

test('[Y1] what only a few nodes have is kept and sent again, the same bytes', async () => {
  await enrol(a, '1');
  a.meet([undefined, 'accepted by few']);
  expect(await push(a)).toEqual({ ok: false, error: { type: 'acceptedByFew' } });
  const [waiting] = await a.db.segments.toArray();
  expect(waiting).toMatchObject({ state: 'waiting', document: { _id: waiting?.id } });
  expect(await push(a)).toMatchObject({ ok: true });
  expect(await a.db.segments.toArray()).toMatchObject([{ id: waiting?.id, state: 'stored' }]);
});

test('[Y1] an answer that was lost is no reason to send other bytes', async () => {
  await enrol(a, '1');
  a.meet([undefined, 'answer lost']);
  expect(await push(a)).toMatchObject({ ok: false, error: { type: 'unreachable' } });
  await enrol(a, '2');
  expect(await push(a)).toMatchObject({ ok: true });
  expect((await a.db.segments.toArray()).map(({ count }) => count)).toEqual([1, 1]);
});

/** So many events a segment, from now on. */
const cutInto = (limit: number) =>
  a.db.meta.put({ key: 'sealed', upTo: { seq: 0, offset: 0 }, sequence: 0, limit });

test('[Y30] four segments are on their way at once, and no more', async () => {
  await cutInto(1);
  await enrolAs(a, longName(50), ['0']);
  await enrol(a, ...ids(12, 1));
  let underWay = 0;
  let most = 0;
  let waiting: (() => void)[] = [];
  const put: SiteTablet['client']['put'] = async (id, document) => {
    underWay += 1;
    most = Math.max(most, underWay);
    // The first, the largest, goes alone; of the others none is answered before there are four.
    const isFirst = id.includes(':00000001:');
    if (!isFirst)
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length < 4) return;
        for (const answer of waiting) answer();
        waiting = [];
      });
    underWay -= 1;
    return a.client.put(id, document);
  };
  expect(await pushAll({ ...a, client: { ...a.client, put } }, () => {})).toEqual({ ok: true, value: 13 });
  expect(most).toBe(4);
  await pull(b);
  expect(await people(b)).toEqual(await people(a));
});

test('[Y30] what was on its way behind one that failed counts, and nothing more is begun', async () => {
  await cutInto(1);
  await enrolAs(a, longName(50), ['0']);
  await enrol(a, ...ids(12, 1));
  const begun: string[] = [];
  const put: SiteTablet['client']['put'] = async (id, document) => {
    begun.push(id);
    return begun.length === 3 ? { ok: false, error: { type: 'unreachable' } } : a.client.put(id, document);
  };
  expect(await pushAll({ ...a, client: { ...a.client, put } }, () => {})).toEqual({
    ok: false,
    error: { type: 'unreachable' },
  });
  const rows = await a.db.segments.orderBy('[device+sequence]').toArray();
  const stored = rows.filter(({ state }) => state === 'stored').map(({ sequence }) => sequence);
  expect(stored).toEqual([1, 2, 4, 5, 6]);
  expect(begun).toHaveLength(6);
  expect(await push(a)).toEqual({ ok: true, value: 8 });
  await pull(b);
  expect(await people(b)).toEqual(await people(a));
});

test('[Y30] when sending is to stop nothing more is begun, and what was on its way counts', async () => {
  await cutInto(1);
  await enrolAs(a, longName(50), ['0']);
  await enrol(a, ...ids(12, 1));
  const stopping = new AbortController();
  const begun: string[] = [];
  const put: SiteTablet['client']['put'] = async (id, document) => {
    begun.push(id);
    if (begun.length === 3) stopping.abort();
    return a.client.put(id, document);
  };
  const stopped = await pushAll({ ...a, client: { ...a.client, put } }, () => {}, stopping.signal);
  expect(stopped).toEqual({ ok: true, value: 3 });
  expect(begun).toHaveLength(3);
  const rows = await a.db.segments.where('state').equals('stored').toArray();
  expect(rows.map(({ sequence }) => sequence).sort()).toEqual([1, 2, 3]);
  expect(await push(a)).toEqual({ ok: true, value: 10 });
});

test('[Y32] what was received before the tab was closed is taken in without a network, and once', async () => {
  await enrol(a, ...ids(900));
  await push(a);
  await receive(b);
  expect(await people(b)).toEqual([]);
  const again = b.reopen();
  await takeInReceived(again);
  expect(await people(again)).toEqual(ids(900));
  expect(await again.db.received.count()).toBe(0);
  await takeInReceived(again);
  expect((await again.db.log.toArray()).flatMap(({ entries }) => entries)).toHaveLength(900);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
  '[Y32] the tab is closed at write %i while it is received and taken in: all of it comes, once',
  async (nth) => {
    await enrol(a, '1', '2');
    await push(a);
    killAtWrite(b.db)(nth);
    await pull(b).catch(() => {});
    const again = b.reopen();
    await takeInReceived(again);
    await pull(again);
    expect(await people(again)).toEqual(['1', '2']);
    expect((await again.db.log.toArray()).flatMap(({ entries }) => entries)).toHaveLength(2);
  },
);

test('[Y14] [Y32] what was received and is not taken in yet is sent to another database too', async () => {
  await enrol(a, '1', '2');
  await push(a);
  await receive(b);
  await b.replication.startOver();
  await takeInReceived(b);
  expect((await b.db.segments.toArray()).map(({ device, state }) => [device, state])).toEqual([
    ['aaaaaaaaaa', 'waiting'],
  ]);
});

test('[Y14] a page that was on its way when all began anew does not say where to go on', async () => {
  await enrol(a, '1');
  await push(a);
  await receive(b);
  await enrol(a, '2');
  await push(a);
  const changes: typeof b.client.changes = async (...asked) => {
    const page = await b.client.changes(...asked);
    await b.replication.startOver();
    return page;
  };
  await pullPage({ ...b, client: { ...b.client, changes } }, false, new AbortController().signal);
  expect(await b.replication.checkpoint()).toBeUndefined();
  await pull(b);
  expect(await people(b)).toEqual(['1', '2']);
});

test('[Y2] the feed from the beginning once more changes nothing', async () => {
  await enrol(a, '1', '2');
  await push(a);
  await pull(b);
  const before = [await b.db.log.toArray(), await b.db.streams.toArray()];
  await b.db.meta.delete('checkpoint');
  await pull(b);
  expect([await b.db.log.toArray(), await b.db.streams.toArray()]).toEqual(before);
});

test('[Y2] events that come in two documents count once', async () => {
  const entries = [foreign('cccccccccc', 0), foreign('cccccccccc', 1, left)];
  await putByHand(await sealedBy('cccccccccc', entries));
  await putByHand(await sealedBy('cccccccccc', [...entries, foreign('cccccccccc', 2, back)]));
  await pull(b);
  const inLog = (await b.db.log.toArray()).flatMap((row) => row.entries.map(({ id }) => id));
  expect(inLog).toEqual([...new Set(inLog)]);
  expect(inLog).toHaveLength(3);
  const [row] = await b.db.streams.toArray();
  expect(row?.events).toHaveLength(3);
});

test('[Y2] what this tablet sent is not taken in again', async () => {
  await enrol(a, '1');
  await push(a);
  await pull(a);
  expect(await a.db.log.count()).toBe(1);
});

test('after receiving, what is recorded here comes behind it', async () => {
  await enrol(a, '1');
  await push(a);
  clock.move(-5 * 60_000);
  await pull(b);
  await enrol(b, '2');
  const [first, second] = await b.db.log.toArray();
  expect(first?.entries[0]?.id.localeCompare(second?.entries[0]?.id ?? '')).toBe(-1);
});

test('[Y4] a document that does not open, or is no segment, is set aside and the feed goes on', async () => {
  await putByHand({ _id: 'hello' });
  await putByHand({ _id: `cccccccccc:00000001:${'0'.repeat(32)}` });
  await enrol(a, '1');
  await push(a);
  await pull(b);
  expect(await people(b)).toEqual(['1']);
  expect(await aside(b)).toEqual([
    ['cccccccccc:00000001', 'does not open'],
    ['hello', 'does not open'],
  ]);
});

const back = { type: 'EmployeeReturned', v: 1 };
const foreign = (
  device: string,
  minutes: number,
  event: unknown = enrolled,
  stream = 'employee:9',
): LogEntry =>
  ({
    stream,
    id: momentToEventId({ time: clock.now() + minutes * 60_000, counter: 0 }, device as DeviceId),
    by: 'kiosk',
    ...(event as EmployeeEvent),
  }) as LogEntry;
const sealedBy = (device: string, entries: readonly LogEntry[], sequence = 1) =>
  sealSegment(a.segmentKey, { device: device as DeviceId, sequence }, entries, a.random.bytes(12));

test('[Y4] events that another tablet recorded are not believed', async () => {
  await putByHand(await sealedBy('cccccccccc', [foreign('dddddddddd', 0)]));
  await pull(b);
  expect(await people(b)).toEqual([]);
  expect(await aside(b)).toEqual([['cccccccccc:00000001', 'events of another tablet']]);
});

test('[Y4] an event that breaks the fold is set aside with its segment; what comes after is taken in', async () => {
  const broken = { type: 'EmployeeEnrolled', v: 1 };
  await putByHand(await sealedBy('cccccccccc', [foreign('cccccccccc', 0, broken)]));
  await putByHand(await sealedBy('cccccccccc', [foreign('cccccccccc', 1)], 2));
  await pull(b);
  expect(await people(b)).toEqual(['9']);
  expect(await aside(b)).toEqual([['cccccccccc:00000001', 'cannot be folded']]);
});

test('[Y4] [M5] of what is carried alone only what breaks the fold is set aside', async () => {
  const broken = { type: 'EmployeeEnrolled', v: 1 };
  const events = [
    foreign('cccccccccc', 0, broken, 'employee:8'),
    foreign('cccccccccc', 1),
    foreign('cccccccccc', 2, left),
  ].map((entry) => ({ entry, sequence: 1 }));
  await b.replication.takeIn([{ kind: 'carried', events }], clock.now());
  expect(await people(b)).toEqual(['9']);
  expect((await b.db.log.toArray()).flatMap(({ entries }) => entries)).toHaveLength(2);
  expect(await b.db.aside.toArray()).toMatchObject([
    { reason: 'cannot be folded', entries: [events[0]?.entry] },
  ]);
});

test('[Y4] a document with more than one leaf is set aside', async () => {
  const document = await sealedBy('cccccccccc', [foreign('cccccccccc', 0)]);
  const asAdmin = { Authorization: `Basic ${btoa(`${couchAdmin.name}:${couchAdmin.password}`)}` };
  for (const rev of ['1-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '1-bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb']) {
    const docs = [{ ...document, _rev: rev }];
    await couchFetch(couch)(`${couchSite.url}/${couchSite.database}/_bulk_docs`, {
      method: 'POST',
      body: JSON.stringify({ docs, new_edits: false }),
      headers: { ...asAdmin, 'Content-Type': 'application/json' },
    });
  }
  await pull(b);
  expect(await people(b)).toEqual([]);
  expect(await aside(b)).toEqual([['cccccccccc:00000001', 'more than one leaf']]);
});

/** B, as the feed gives it the documents of segments in another way. */
const withFeed = (change: (row: ChangeRow) => object): SiteTablet => ({
  ...b,
  client: {
    ...b.client,
    changes: async (question, signal) => {
      const page = await b.client.changes(question, signal);
      if (!page.ok) return page;
      const rows = page.value.rows.map((row) => (parseSegmentId(row.id) ? { ...row, ...change(row) } : row));
      return { ok: true, value: { ...page.value, rows } };
    },
  },
});
const withoutDocument = () => withFeed(() => ({ document: undefined }));
const receiveOnce = (tablet: SiteTablet) => pullPage(tablet, false, new AbortController().signal);

test('[Y4] a segment that the feed gives without its document is asked for by itself', async () => {
  await enrol(a, '1');
  await push(a);
  await pull(withoutDocument());
  expect(await people(b)).toEqual(['1']);
  expect(await aside(b)).toEqual([]);
});

test.each<[string, Awaited<ReturnType<SiteTablet['client']['get']>>, string]>([
  ['has none either', { ok: true, value: undefined }, 'halfAnswer'],
  ['does not answer', { ok: false, error: { type: 'unreachable' } }, 'unreachable'],
])(
  '[Y4] when the feed gives no document and the server %s, nothing is kept and all of it is asked for again',
  async (_, answer, type) => {
    await enrol(a, '1');
    await push(a);
    const { client, ...rest } = withoutDocument();
    const broken = { ...rest, client: { ...client, get: async () => answer } };
    expect(await receiveOnce(broken)).toEqual({ ok: false, error: { type } });
    expect(await b.replication.checkpoint()).toBeUndefined();
    expect(await b.replication.countReceived()).toBe(0);
    await pull(b);
    expect(await people(b)).toEqual(['1']);
    expect(await aside(b)).toEqual([]);
  },
);

test('[Y4] of what was deleted, of what has more than one leaf and of what is no segment no document is asked for', async () => {
  await putByHand({ _id: 'hello' });
  await putByHand(await sealedBy('cccccccccc', [foreign('cccccccccc', 0)]));
  await putByHand(await sealedBy('dddddddddd', [foreign('dddddddddd', 0)]));
  const feed = withFeed(({ id }) =>
    id.startsWith('c') ? { document: undefined, deleted: true } : { document: undefined, leaves: 2 },
  );
  const get = async () => Promise.reject(new Error('It was asked for'));
  await pull({ ...feed, client: { ...feed.client, get } });
  expect(await aside(b)).toEqual([
    ['cccccccccc:00000001', 'does not open'],
    ['dddddddddd:00000001', 'more than one leaf'],
    ['hello', 'does not open'],
  ]);
});

test('[Y7] what lies more than ten minutes ahead of the server waits until then', async () => {
  await putByHand(await sealedBy('cccccccccc', [foreign('cccccccccc', 9)]));
  await putByHand(await sealedBy('cccccccccc', [foreign('cccccccccc', 45, enrolled, 'employee:8')], 2));
  await pull(b);
  expect(await people(b)).toEqual(['9']);
  expect(await aside(b)).toEqual([['cccccccccc:00000002', 'from the future']]);
  clock.move(34 * 60_000);
  await takeInReceived(b);
  expect(await people(b)).toEqual(['9']);
  clock.move(60_000);
  await takeInReceived(b);
  expect(await people(b)).toEqual(['8', '9']);
  expect(await aside(b)).toEqual([]);
});

test('[Y7] [Y14] what waited for its time is sent to another database too', async () => {
  await putByHand(await sealedBy('cccccccccc', [foreign('cccccccccc', 45, enrolled, 'employee:8')]));
  await pull(b);
  await b.replication.startOver();
  clock.move(35 * 60_000);
  await takeInReceived(b);
  expect(await people(b)).toEqual(['8']);
  expect(await b.db.segments.toArray()).toMatchObject([{ device: 'cccccccccc', state: 'waiting' }]);
  expect(await push(b)).toMatchObject({ ok: true });
});

test('[Y7] what this tablet recorded itself is not set aside, however far its clock was ahead', async () => {
  clock.move(3_600_000);
  await enrol(a, '1');
  clock.move(-3_600_000);
  a.meet([undefined, 'answer lost']);
  expect(await push(a)).toMatchObject({ ok: false });
  expect(await a.db.segments.toArray()).toMatchObject([{ state: 'waiting' }]);
  await pull(a);
  expect(await aside(a)).toEqual([]);
  expect(await push(a)).toMatchObject({ ok: true });
  expect(await a.db.segments.toArray()).toMatchObject([{ state: 'stored' }]);
});

test('[Y10] a segment that is too large for the server is cut in two, as often as it takes', async () => {
  await open({ maxDocumentSize: 2_500 });
  await enrolAs(a, longName(50), ids(120));
  expect(await push(a)).toMatchObject({ ok: true });
  const rows = await a.db.segments.orderBy('[device+sequence]').toArray();
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, at) => at + 1));
  await pull(b);
  expect(await people(b)).toEqual(ids(120));
});

test('[Y31] what lies behind a segment that is too large stands on the server once', async () => {
  await open({ maxDocumentSize: 2_500 });
  await cutInto(20);
  await enrol(a, ...ids(20));
  await enrolAs(a, longName(90), ids(20, 20));
  await enrol(a, ...ids(40, 40));
  expect(await push(a)).toMatchObject({ ok: true });
  await pull(b);
  expect(await people(b)).toEqual(ids(80));
  const counts = (await b.db.segments.toArray()).map(({ count }) => count);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(80);
});

test('[Y10] one event alone that is too large is kept and told, and all else is sent', async () => {
  await open({ maxDocumentSize: 2_500 });
  await enrol(a, '0');
  await enrolAs(a, longName(4_000), ['1']);
  await enrol(a, '2', '3');
  expect(await push(a)).toEqual({ ok: false, error: { type: 'eventTooLarge' } });
  expect(await a.replication.countWaiting()).toBe(1);
  await pull(b);
  expect(await people(b)).toEqual(['0', '2', '3']);
  await enrol(a, '4');
  expect(await push(a)).toEqual({ ok: false, error: { type: 'eventTooLarge' } });
  await pull(b);
  expect(await people(b)).toEqual(['0', '2', '3', '4']);
});

test('[Y10] [Y14] what another tablet sealed and a new server finds too large does not hold up the rest', async () => {
  await enrolAs(b, longName(4_000), ['9']);
  await push(b);
  await pull(a);
  await a.replication.startOver();
  await enrol(a, '1');
  const before = await a.db.segments.toArray();
  const sent: string[] = [];
  const client: SiteTablet['client'] = {
    ...a.client,
    get: async () => ({ ok: true, value: undefined }),
    put: async (id, document) => {
      if (String(document.body).length > 2_500) return { ok: false, error: { type: 'tooLarge' } };
      sent.push(id);
      return a.client.put(id, document);
    },
  };
  expect(await pushAll({ ...a, client }, () => {})).toEqual({ ok: false, error: { type: 'eventTooLarge' } });
  expect(sent.map((id) => id.slice(0, 10))).toEqual(['aaaaaaaaaa']);
  const waiting = await a.replication.waiting();
  expect(waiting.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('a gap in a tablet’s numbers is shown until it is filled', async () => {
  const first = await sealedBy('cccccccccc', [foreign('cccccccccc', 0)], 1);
  await putByHand(await sealedBy('cccccccccc', [foreign('cccccccccc', 1)], 4));
  await pull(b);
  expect(await b.replication.gaps()).toEqual([{ device: 'cccccccccc', from: 1, to: 3 }]);
  await putByHand(first);
  await pull(b);
  expect(await b.replication.gaps()).toEqual([{ device: 'cccccccccc', from: 2, to: 3 }]);
});

async function revoke(tablet: SiteTablet, device: string): Promise<void> {
  const lastSequence = (await tablet.replication.lastSequences()).get(device as DeviceId) ?? 0;
  const done = await tablet.log.append(
    { kind: 'kiosk' },
    {
      stream: deviceStream(device as DeviceId),
      decide: (state) => tabletDecider.decide({ type: 'RevokeTablet', lastSequence }, state),
    },
  );
  expect(done.ok).toBe(true);
}
const added = { type: 'TabletAdded', v: 1, name: 'Gate', siteId: 'site' };

test('[Y6] what a revoked tablet sends afterwards does not count, on whatever tablet', async () => {
  const deviceEntry = foreign('cccccccccc', 0, added, 'device:cccccccccc');
  await putByHand(await sealedBy('cccccccccc', [deviceEntry, foreign('cccccccccc', 1)], 1));
  await pull(a);
  await revoke(a, 'cccccccccc');
  await push(a);
  // B had taken in what came after it before it heard of the revocation; A hears of both.
  await putByHand(await sealedBy('cccccccccc', [foreign('cccccccccc', 2, enrolled, 'employee:7')], 2));
  await b.db.meta.put({ key: 'checkpoint', since: '0', at: 0 });
  await pull(b);
  await pull(a);
  for (const tablet of [a, b]) {
    expect(await people(tablet)).toEqual(['9']);
    expect(await aside(tablet)).toEqual([['cccccccccc:00000002', 'revoked tablet']]);
  }
});

test('[Y6] what had been taken in from it meanwhile is taken out again, and kept aside', async () => {
  const deviceEntry = foreign('cccccccccc', 0, added, 'device:cccccccccc');
  await putByHand(await sealedBy('cccccccccc', [deviceEntry, foreign('cccccccccc', 1)], 1));
  await pull(a);
  await revoke(a, 'cccccccccc');
  const renamed = { type: 'EmployeeDetailsChanged', v: 1, changes: { lastName: 'Forged' } };
  await putByHand(await sealedBy('cccccccccc', [foreign('cccccccccc', 2, renamed)], 2));
  await pull(b);
  expect(JSON.stringify(await b.db.streams.toArray())).toContain('Forged');
  await push(a);
  await pull(b);
  expect(JSON.stringify(await b.db.streams.toArray())).not.toContain('Forged');
  expect(await aside(b)).toEqual([['cccccccccc:00000002', 'revoked tablet']]);
  expect(JSON.stringify(await b.db.aside.toArray())).toContain('Forged');
});

test('[O5] [Y3] revoked on two tablets of which one had heard more, it counts as far as that everywhere', async () => {
  const deviceEntry = foreign('cccccccccc', 0, added, 'device:cccccccccc');
  await putByHand(await sealedBy('cccccccccc', [deviceEntry, foreign('cccccccccc', 1)], 1));
  await pull(a);
  await pull(b);
  await revoke(a, 'cccccccccc');
  await putByHand(await sealedBy('cccccccccc', [foreign('cccccccccc', 2, enrolled, 'employee:7')], 2));
  await pull(b);
  await revoke(b, 'cccccccccc');
  await pull(a);
  expect(await aside(a)).toEqual([['cccccccccc:00000002', 'revoked tablet']]);
  for (const tablet of [a, b, a, b]) {
    await push(tablet);
    await pull(tablet);
  }
  for (const tablet of [a, b]) {
    expect(await people(tablet)).toEqual(['7', '9']);
    expect(await aside(tablet)).toEqual([]);
  }
});

test('[Y5] the server sees ids, counts and ciphertext only', async () => {
  await enrol(a, ...ids(20));
  await push(a);
  expect(couch.everyByte()).not.toMatch(/Mary|Sluis|Customer|00007|Enrolled|employee:/);
  expect(couch.everyByte()).toContain('aaaaaaaaaa:00000001:');
});
