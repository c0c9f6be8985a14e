// Runs in the page: 10,000 enrolments sent and received by the app's own code, and the floors: the same bytes by plain
// `fetch`, one request after the other, and the same rows put into plain IndexedDB, in as many transactions as the
// app takes.

import type { EmployeeState } from '../../../src/domain/employee';
import { employeeDecider } from '../../../src/domain/employeeDecider';
import { employeeStream } from '../../../src/domain/streams';
import type { DeviceId } from '../../../src/kernel/hlc';
import { systemClock } from '../../../src/platform/clock';
import { cryptoRandom } from '../../../src/platform/random';
import { deriveIvKey, deriveSealingKey } from '../../../src/platform/seal';
import { type Database, type LogEntry, openDatabase, STREAM_INDEXES } from '../../../src/store/db';
import { createEventLog } from '../../../src/store/eventLog';
import { createReplication } from '../../../src/store/replication';
import { createCouchClient } from '../../../src/sync/couchClient';
import { pullPage, takeInReceived } from '../../../src/sync/pull';
import { HANDFUL, pushAll, sealOwn } from '../../../src/sync/push';
import type { BenchSite } from '../benchCouch';
import { personAt } from './people';
import { createStore, done, openRaw } from './rawIndexedDb';

const COUNT = 10_000;
/** As an import does it. */
const PEOPLE_PER_APPEND = 500;
const SETTLING_MS = 1_000;
const SITE_KEY = new Uint8Array(32).fill(7);

/** In ms. */
interface Sample {
  readonly value: number;
  readonly floor: number;
}
type Rows = readonly { readonly store: string; readonly row: unknown }[];

/** A request as it went out, to be sent once more without anything of ours. */
interface Sent {
  readonly path: string;
  readonly init: RequestInit;
}

let databases = 0;

async function openTablet(site: BenchSite) {
  databases += 1;
  const db = openDatabase(`bench-sync-${databases}`);
  await db.open();
  const device = `bench${String(databases).padStart(5, '0')}` as DeviceId;
  const sent: Sent[] = [];
  const client = createCouchClient(site, {
    now: systemClock.now,
    fetch(url, init) {
      sent.push({ path: url.slice(`${site.url}/${site.database}`.length), init });
      return fetch(url, init);
    },
  });
  const signedIn = await client.signIn();
  if (!signedIn.ok) throw new Error(`Not signed in: ${signedIn.error.type}`);
  sent.length = 0;
  return {
    db,
    sent,
    client,
    log: createEventLog({ db, device, clock: systemClock }),
    replication: createReplication(db, device),
    segmentKey: await deriveSealingKey(SITE_KEY, 'segment'),
    ivKey: await deriveIvKey(SITE_KEY),
    random: cryptoRandom,
    clock: systemClock,
  };
}
type Tablet = Awaited<ReturnType<typeof openTablet>>;

async function remove({ db }: Tablet): Promise<void> {
  db.close();
  await done(indexedDB.deleteDatabase(db.name));
}

/** As an import records them, or as a manager does who enrols one after the other: each a row of the log. */
export type Recorded = 'as a list' | 'one by one';

/** While they are sent, or before, as the app does it in the time in which the server cannot be reached. */
export type Sealed = 'meanwhile' | 'before';

async function enrol({ log, db }: Tablet, recorded: Recorded): Promise<void> {
  for (let from = 0; from < COUNT; from += PEOPLE_PER_APPEND)
    await log.appendEach(
      { kind: 'manager', managerId: 'benchmanager0001' as never },
      Array.from({ length: PEOPLE_PER_APPEND }, (_, at) => {
        const { employeeId, details } = personAt(from + at);
        return {
          stream: employeeStream(employeeId),
          decide: (state: EmployeeState) => employeeDecider.decide({ type: 'EnrolEmployee', details }, state),
        };
      }),
    );
  if (recorded === 'as a list') return;
  const entries = (await db.log.toArray()).flatMap((row) => row.entries);
  await db.log.clear();
  await db.log.bulkAdd(entries.map((entry) => ({ entries: [entry] })));
}

async function pushEverything(tablet: Tablet): Promise<number> {
  const start = performance.now();
  const pushed = await pushAll(tablet, () => {});
  const time = performance.now() - start;
  if (!pushed.ok) throw new Error(`Not pushed: ${pushed.error.type}`);
  return time;
}

/** As the pulling lane does it, up to where it would begin to wait for news: opened, checked, and on the disk. */
async function receiveEverything(tablet: Tablet): Promise<number> {
  const { signal } = new AbortController();
  const start = performance.now();
  for (;;) {
    const page = await pullPage(tablet, false, signal);
    if (!page.ok) throw new Error(`Not pulled: ${page.error.type}`);
    if (page.value.rows.length === 0 || page.value.pending === 0) return performance.now() - start;
  }
}

/** Until everybody can be found. */
async function pullEverything(tablet: Tablet): Promise<number> {
  const received = await receiveEverything(tablet);
  const start = performance.now();
  await takeInReceived(tablet);
  return received + performance.now() - start;
}

/** The same requests, each when the one before has been answered to its last byte; in ms. */
async function transfer(site: BenchSite, requests: readonly Sent[]): Promise<number> {
  const start = performance.now();
  for (const { path, init } of requests) {
    const { method = 'GET', headers = {}, body = null } = init;
    const answer = await fetch(`${site.url}/${site.database}${path}`, { method, headers, body });
    await answer.text();
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`);
  }
  return performance.now() - start;
}

/** The rows in plain IndexedDB, a transaction for each list of them, on the disk when it ends as the app's are; in ms. */
async function put(transactions: readonly Rows[]): Promise<number> {
  const name = 'bench-sync-floor';
  const raw = await openRaw(name, (db) => {
    db.createObjectStore('log', { keyPath: 'seq', autoIncrement: true });
    createStore(db, 'streams', STREAM_INDEXES);
    createStore(db, 'segments', 'id, [device+sequence], state');
    createStore(db, 'meta', 'key');
  });
  const start = performance.now();
  for (const rows of transactions)
    await new Promise<void>((resolve, reject) => {
      const stores = [...new Set(rows.map(({ store }) => store))];
      const transaction = raw.transaction(stores, 'readwrite', { durability: 'strict' });
      for (const { store, row } of rows) transaction.objectStore(store).put(row);
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
  const time = performance.now() - start;
  raw.close();
  await done(indexedDB.deleteDatabase(name));
  return time;
}

/**
 * What a push writes: each segment as it is kept sealed with the cursor behind it, if it was not before, and again when
 * the server has it.
 */
async function rowsOfPush(db: Database, sent: readonly Sent[], sealed: Sealed): Promise<Rows[]> {
  const cursor = { store: 'meta', row: await db.meta.get('sealed') };
  const bodies = new Map(sent.map(({ path, init }) => [path.slice(1), JSON.parse(String(init.body))]));
  const rows = (await db.segments.orderBy('[device+sequence]').toArray()).map((row) => ({
    stored: { store: 'segments', row },
    waiting: { store: 'segments', row: { ...row, state: 'waiting', document: bodies.get(row.id) } },
  }));
  const handfuls = Array.from({ length: Math.ceil(rows.length / HANDFUL) }, (_, at) =>
    rows.slice(at * HANDFUL, (at + 1) * HANDFUL),
  );
  return handfuls.flatMap((handful) => [
    ...(sealed === 'before' ? [] : [[...handful.map(({ waiting }) => waiting), cursor]]),
    handful.map(({ stored }) => stored),
  ]);
}

/** What a pull writes: for each segment its events, what is known of it, the rows they are folded into, the clocks. */
async function rowsOfPull(db: Database): Promise<Rows[]> {
  const segments = await db.segments.toArray();
  const meta = (await db.meta.toArray()).map((row) => ({ store: 'meta', row }));
  return Promise.all(
    segments.map(async (row) => {
      const logRow = await db.log.get(row.from.seq);
      const names = logRow?.entries.map(({ stream }) => stream) ?? [];
      const streams = (await db.streams.bulkGet(names)).map((one) => ({ store: 'streams', row: one }));
      return [{ store: 'segments', row }, { store: 'log', row: logRow }, ...streams, ...meta];
    }),
  );
}

/** The browser's database goes on for a while after many writes, and whatever comes next would be measured with it. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SETTLING_MS));

/** `site` gets what the app pushes, `copy` the same bytes. */
export async function push(
  site: BenchSite,
  copy: BenchSite,
  recorded: Recorded,
  sealed: Sealed = 'meanwhile',
): Promise<Sample> {
  const tablet = await openTablet(site);
  await enrol(tablet, recorded);
  if (sealed === 'before') await sealOwn(tablet, { onlyFull: true });
  await settled();
  const value = await pushEverything(tablet);
  const rows = await rowsOfPush(tablet.db, tablet.sent, sealed);
  await settled();
  const floor = (await transfer(copy, tablet.sent)) + (await put(rows));
  await remove(tablet);
  return { value, floor };
}

/** What `push` left on the site, into a tablet that has nothing yet. */
export async function pull(site: BenchSite): Promise<Sample> {
  const tablet = await openTablet(site);
  await settled();
  const value = await pullEverything(tablet);
  if ((await tablet.db.streams.count()) !== COUNT) throw new Error('Not everyone has arrived');
  const rows = await rowsOfPull(tablet.db);
  await settled();
  const floor = (await transfer(site, tablet.sent)) + (await put(rows));
  await remove(tablet);
  return { value, floor };
}

/** The same as far as PouchDB's replication goes: everything is on the disk, and nothing made of it yet. In ms. */
export async function receive(site: BenchSite): Promise<number> {
  const tablet = await openTablet(site);
  const time = await receiveEverything(tablet);
  const events = (await tablet.db.received.toArray())
    .flatMap(({ arrivals }) => arrivals)
    .reduce((sum, arrival) => sum + (arrival.kind === 'segment' ? arrival.entries.length : 0), 0);
  if (events !== COUNT) throw new Error('Not everything has been received');
  await remove(tablet);
  return time;
}

/** One document for each event, as it would be without segments. */
export async function eventDocuments(site: BenchSite): Promise<readonly EventDocument[]> {
  const tablet = await openTablet(site);
  await enrol(tablet, 'as a list');
  const entries = (await tablet.db.log.toArray()).flatMap((row) => row.entries);
  await remove(tablet);
  return entries.map(({ id, ...entry }) => ({ _id: id, ...entry }));
}
export type EventDocument = Omit<LogEntry, 'id'> & { readonly _id: string };

/** Bytes of the bodies that travel for 10,000 enrolments, there and back: ours, and those of one document an event. */
export async function bytes(site: BenchSite, plain: BenchSite): Promise<{ up: Sample; down: Sample }> {
  const tablet = await openTablet(site);
  await enrol(tablet, 'as a list');
  await pushEverything(tablet);
  const up = tablet.sent.reduce((sum, { init }) => sum + sizeOf(String(init.body)), 0);
  const down = await sizeOfFeed(site);
  await remove(tablet);
  const docs = await eventDocuments(site);
  const body = JSON.stringify({ docs });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${plain.url}/${plain.database}/_bulk_docs`, { method: 'POST', headers, body });
  if (answer.status !== 201) throw new Error(`_bulk_docs was answered ${answer.status}`);
  return {
    up: { value: up, floor: sizeOf(body) },
    down: { value: down, floor: await sizeOfFeed(plain) },
  };
}

const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

async function sizeOfFeed({ url, database }: BenchSite): Promise<number> {
  const answer = await fetch(`${url}/${database}/_changes?include_docs=true&style=all_docs`);
  return (await answer.arrayBuffer()).byteLength;
}
