// What is behind the address is not what it was: the database was lost and made anew, or set back to an older copy. The
// tablets fill it up again.

import { beforeEach, expect, test, vi } from 'vitest';
import type { ManagerApp } from '../../src/app/manager/managerApp';
import type { SyncView } from '../../src/app/sync/syncHolder';
import { couchFetch } from '../couch/couchFetch';
import type { StandIn } from '../couch/standIn';
import { couchNetwork, isSettled, until } from '../support/exchanging';
import { faultyNetwork } from '../support/faultyNetwork';
import { couchAdmin, couchMember, couchSite, openSite } from '../support/site';
import { type StillClock, stillClock } from '../support/stillClock';
import { networkOf, openManagedApp, openTestApp, PASSCODE, type TestApp, value } from '../support/testApp';

const form = { ...couchSite, user: couchMember.name, password: couchMember.password };

let clock: StillClock;
let couch: StandIn;
let first: Awaited<ReturnType<typeof openManagedApp>>;

/** A tablet on the site's network. */
const network = (of: StandIn = couch) => couchNetwork(of, clock);

beforeEach(async () => {
  clock = stillClock();
  couch = await openSite(clock);
  first = await openManagedApp({ clock, network: network().network });
});

async function turnOn() {
  value(await first.manager.sync.save(form));
  await until(first.app, isSettled);
}
const pairing = async () => value(await first.manager.sync.makePairingCode(PASSCODE));

/** What CouchDB's administrator does by hand. */
const asAdmin = (method: string, path: string, body?: unknown): Promise<Response> =>
  couchFetch(couch)(`${couchSite.url}/${couchSite.database}${path}`, {
    method,
    headers: {
      Authorization: `Basic ${btoa(`${couchAdmin.name}:${couchAdmin.password}`)}`,
      'Content-Type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** Its server's disk broke, say. */
const loseDatabase = () => asAdmin('DELETE', '');
const isStopped = (view: SyncView): boolean => view.status === 'on' && view.state.pull.status === 'stopped';

test('[Y14] the database that was lost and prepared anew is given everything again', async () => {
  await first.manager.enrol({ employeeId: '1', firstName: 'Mary', lastName: 'Sluis' });
  await turnOn();
  await loseDatabase();
  await first.app.sync.now();
  await until(first.app, isStopped);
  value(await first.manager.sync.prepare(form, couchAdmin));
  await first.app.sync.now();
  await vi.waitFor(() => expect(couch.everyByte()).toContain(`${first.store.device}:00000001:`));
  await until(first.app, isSettled);
  expect(await first.manager.sync.waiting()).toBe(0);
});

test('[Y14] so it is when the connection is saved once more', async () => {
  await first.manager.enrol({ employeeId: '1', firstName: 'Mary', lastName: 'Sluis' });
  await turnOn();
  await loseDatabase();
  // Nothing is exchanged until it is saved.
  const reopened = await first.reload();
  value(await reopened.app.unlock(PASSCODE));
  const { sync } = await reopened.app.manager();
  value(await sync.prepare(form, couchAdmin));
  value(await sync.save(form));
  await until(reopened.app, isSettled);
  await vi.waitFor(() => expect(couch.everyByte()).toContain(`${first.store.device}:00000001:`));
});

test('[Y14] what only another tablet and the lost database had is sent by that tablet again', async () => {
  await turnOn();
  const second = await openTestApp({ clock, network: network().network });
  value(await second.app.sync.join({ ...(await pairing()), tabletName: 'Canteen' }));
  await until(second.app, isSettled);
  value(await second.app.unlock(PASSCODE));
  const manager = await second.app.manager();
  await vi.waitFor(async () => expect(await first.manager.sync.tablets()).toHaveLength(2));
  const reopened = await first.reload();
  value(await manager.enrol({ employeeId: '7', firstName: 'Joe', lastName: 'Doe' }));
  await vi.waitFor(async () => expect(await manager.sync.waiting()).toBe(0));
  await loseDatabase();
  await second.app.sync.now();
  await until(second.app, isStopped);
  value(await reopened.app.unlock(PASSCODE));
  value(await (await reopened.app.manager()).sync.prepare(form, couchAdmin));
  await reopened.app.sync.start();
  await until(reopened.app, isSettled);
  await second.app.sync.now();
  await vi.waitFor(async () =>
    expect(await reopened.store.queries.employee('7' as never)).toMatchObject({ status: 'enrolled' }),
  );
});

/** What the database holds, as a copy of it does. */
async function copyDatabase(): Promise<readonly { readonly _id: string; readonly _rev: string }[]> {
  const page = await asAdmin('GET', '/_changes?include_docs=true');
  const { results } = (await page.json()) as { results: readonly { doc: { _id: string; _rev: string } }[] };
  return results.map(({ doc }) => doc).filter(({ _id }) => !_id.startsWith('_'));
}

/** Its copy takes its place; `manager` has it prepared for the tablets once more. */
async function setBackTo(copy: Awaited<ReturnType<typeof copyDatabase>>, manager: ManagerApp): Promise<void> {
  await loseDatabase();
  value(await manager.sync.prepare(form, couchAdmin));
  for (const { _rev, ...document } of copy)
    expect(await asAdmin('PUT', `/${document._id}`, document)).toMatchObject({ status: 201 });
}

async function joined(tabletName: string) {
  const tablet = await openTestApp({ clock, network: network().network });
  value(await tablet.app.sync.join({ ...(await pairing()), tabletName }));
  await until(tablet.app, isSettled);
  value(await tablet.app.unlock(PASSCODE));
  return { ...tablet, manager: await tablet.app.manager() };
}

async function reopened(tablet: TestApp) {
  const again = await tablet.reload();
  value(await again.app.unlock(PASSCODE));
  return { ...again, manager: await again.app.manager() };
}

const knows = (tablet: TestApp, id: string) =>
  vi.waitFor(async () =>
    expect(await tablet.store.queries.employee(id as never)).toMatchObject({ status: 'enrolled' }),
  );

test('[Y38] what an older copy lacks of one’s own is sent once more, and comes to the others', async () => {
  await turnOn();
  const second = await joined('Canteen');
  await vi.waitFor(async () => expect(await first.manager.sync.tablets()).toHaveLength(2));
  const copy = await copyDatabase();
  value(await second.manager.enrol({ employeeId: '7', firstName: 'Joe', lastName: 'Doe' }));
  await vi.waitFor(async () => expect(await second.manager.sync.waiting()).toBe(0));
  const there = await second.reload();
  // Its feed is ahead of what the copy will have.
  await knows(first, '7');
  value(await first.manager.enrol({ employeeId: '8', firstName: 'Ann', lastName: 'Doe' }));
  await vi.waitFor(async () => expect(await first.manager.sync.waiting()).toBe(0));
  const here = await reopened(first);
  await setBackTo(copy, here.manager);
  const third = await openTestApp({ clock, network: network().network });
  await there.app.sync.start();
  await here.app.sync.start();
  for (const { app } of [there, here]) await until(app, isSettled);
  await knows(there, '8');
  const shown = value(await here.manager.sync.makePairingCode(PASSCODE));
  value(await third.app.sync.join({ ...shown, tabletName: 'Office' }));
  await until(third.app, isSettled);
  for (const id of ['7', '8']) await knows(third, id);
});

test('[Y38] so is what was sent and never came in the feed', async () => {
  await turnOn();
  const there = await first.reload();
  const copy = await copyDatabase();
  const { fetch } = faultyNetwork(couchFetch(couch));
  const deaf = networkOf(async (url, init) => {
    if (String(url).includes('/_changes')) throw new TypeError('Failed to fetch');
    return fetch(url, init);
  }, clock);
  const sending = await there.reload({ network: deaf });
  await sending.app.sync.start();
  value(await sending.app.unlock(PASSCODE));
  const manager = await sending.app.manager();
  value(await manager.enrol({ employeeId: '7', firstName: 'Joe', lastName: 'Doe' }));
  await vi.waitFor(async () => expect(await manager.sync.waiting()).toBe(0));
  await vi.waitFor(() => expect(couch.everyByte()).toContain(`${first.store.device}:00000002:`));
  const here = await reopened(sending);
  await setBackTo(copy, here.manager);
  const hearing = await here.reload({ network: network().network });
  await hearing.app.sync.start();
  await until(hearing.app, isSettled);
  await vi.waitFor(() => expect(couch.everyByte()).toContain(`${first.store.device}:00000002:`));
});

test('[Y38] what it lacks of a tablet that is gone, whoever received it last sends', async () => {
  await turnOn();
  const second = await joined('Canteen');
  await vi.waitFor(async () => expect(await first.manager.sync.tablets()).toHaveLength(2));
  const copy = await copyDatabase();
  value(await second.manager.enrol({ employeeId: '7', firstName: 'Joe', lastName: 'Doe' }));
  await knows(first, '7');
  second.close();
  const here = await reopened(first);
  await setBackTo(copy, here.manager);
  await here.app.sync.start();
  await until(here.app, isSettled);
  await vi.waitFor(() => expect(couch.everyByte()).toContain(`${second.store.device}:00000002:`));
});

test('[Y38] a database that has what it had is sent nothing again', async () => {
  await turnOn();
  const second = await joined('Canteen');
  await vi.waitFor(async () => expect(await first.manager.sync.tablets()).toHaveLength(2));
  const { fetch } = faultyNetwork(couchFetch(couch));
  const sent: string[] = [];
  const heard = networkOf((url, init) => {
    if (init?.method === 'PUT') sent.push(String(url));
    return fetch(url, init);
  }, clock);
  const again = await second.reload({ network: heard });
  await again.app.sync.start();
  await until(again.app, isSettled);
  expect(sent).toEqual([]);
});

test('[Y14] what each tablet sends again stands there once', async () => {
  await turnOn();
  const second = await joined('Canteen');
  value(await second.manager.enrol({ employeeId: '7', firstName: 'Joe', lastName: 'Doe' }));
  await knows(first, '7');
  value(await first.manager.enrol({ employeeId: '8', firstName: 'Ann', lastName: 'Doe' }));
  await knows(second, '8');
  for (const { app } of [first, second]) await until(app, isSettled);
  const held = await documents();
  const canteen = await second.reload();
  const here = await reopened(first);
  await loseDatabase();
  value(await here.manager.sync.prepare(form, couchAdmin));
  await Promise.all([canteen.app.sync.start(), here.app.sync.start()]);
  for (const tablet of [canteen, here]) {
    await until(tablet.app, isSettled);
    const replication = await tablet.store.replication();
    await vi.waitFor(async () => expect(await replication.countWaiting()).toBe(0));
  }
  expect(await documents()).toBe(held);
});

const documents = async () => (await copyDatabase()).length;

test('[Y38] [Y14] once it is filled up, it is left alone', async () => {
  await turnOn();
  const copy = await copyDatabase();
  for (const employeeId of ['7', '8', '9']) {
    value(await first.manager.enrol({ employeeId, firstName: 'Joe', lastName: 'Doe' }));
    await vi.waitFor(async () => expect(await first.manager.sync.waiting()).toBe(0));
  }
  await until(first.app, isSettled);
  let here = await reopened(first);
  await setBackTo(copy, here.manager);
  const counts: number[] = [];
  for (let start = 0; start < 4; start += 1) {
    await here.app.sync.start();
    await until(here.app, isSettled);
    await vi.waitFor(async () => expect(await here.manager.sync.waiting()).toBe(0));
    counts.push(await documents());
    expect((await here.manager.sync.tablets())[0]).toHaveProperty('lastSeen');
    here = await reopened(here);
  }
  // The three that were lost, and the mark.
  expect(counts).toEqual(Array(4).fill(copy.length + 4));
});

test('[Y38] whoever comes when others have filled it up receives everything all the same', async () => {
  await turnOn();
  const second = await joined('Canteen');
  const third = await joined('Office');
  for (const { manager } of [first, second])
    await vi.waitFor(async () => expect(await manager.sync.tablets()).toHaveLength(3));
  // The third has no network for a while, and records something.
  const office = await reopened(third);
  value(await office.manager.enrol({ employeeId: '9', firstName: 'Zoe', lastName: 'Doe' }));
  const copy = await copyDatabase();
  for (const employeeId of ['7', '8']) {
    value(await second.manager.enrol({ employeeId, firstName: 'Joe', lastName: 'Doe' }));
    await vi.waitFor(async () => expect(await second.manager.sync.waiting()).toBe(0));
    await knows(first, employeeId);
  }
  await until(first.app, isSettled);
  const lost = await copyDatabase();
  const canteen = await second.reload();
  const here = await reopened(first);
  await setBackTo(copy, here.manager);
  // Something new comes to stand where the feed of the others has been already; then what was lost is there again.
  for (const { app } of [office, canteen]) {
    await app.sync.start();
    await until(app, isSettled);
  }
  for (const { _rev, ...document } of lost) await asAdmin('PUT', `/${document._id}`, document);
  await here.app.sync.start();
  await until(here.app, isSettled);
  for (const id of ['7', '8', '9']) await knows(here, id);
});
