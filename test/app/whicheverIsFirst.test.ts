// Founding an organisation, joining one and taking up a backup at the same time, on one new tablet: one of them happens.

import { beforeEach, expect, test } from 'vitest';
import { couchFetch } from '../couch/couchFetch';
import type { StandIn } from '../couch/standIn';
import { couchMember, couchSite, openSite } from '../support/site';
import { type StillClock, stillClock } from '../support/stillClock';
import { networkOf, openManagedApp, openTestApp, PASSCODE, value } from '../support/testApp';

const BACKUP_PASSWORD = 'a hedgehog sleeps here';
const alreadySetUp = { ok: false, error: { type: 'alreadySetUp' } };
const founding = {
  organisationName: 'Another',
  companyCode: 'OTHER',
  country: 'GB',
  siteName: 'Elsewhere',
  tabletName: 'Door',
  managerName: 'Mallory',
  passcode: 'mallory was here',
};

let clock: StillClock;
let couch: StandIn;
let gate: Awaited<ReturnType<typeof openManagedApp>>;

/** Opens once; whoever waits at it is told of by `reached`. */
function createBarrier() {
  let open = () => {};
  let tell = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const wait = () => {
    tell();
    return opened;
  };
  return { open, reached, wait };
}

beforeEach(async () => {
  clock = stillClock();
  couch = await openSite(clock);
  gate = await openManagedApp({ clock, network: networkOf(couchFetch(couch), clock) });
  value(
    await gate.manager.sync.save({ ...couchSite, user: couchMember.name, password: couchMember.password }),
  );
});

const pairing = async () => {
  const { link, pin } = value(await gate.manager.sync.makePairingCode(PASSCODE));
  return { link, pin, tabletName: 'Canteen' };
};
const backup = async ({ manager } = gate) => {
  const { file } = value(
    await manager.sync.makeBackup({ passcode: PASSCODE, backupPassword: BACKUP_PASSWORD }),
  );
  return { file, backupPassword: BACKUP_PASSWORD, tabletName: 'Canteen' };
};
const organisationOf = async ({ app }: Awaited<ReturnType<typeof openTestApp>>) => {
  const organisation = await app.queries.organisation();
  return organisation.status === 'founded' ? organisation.name : organisation.status;
};

/** Joining stands still at its first request. */
async function joinSlowly(signal?: AbortSignal) {
  const barrier = createBarrier();
  const fetch = couchFetch(couch);
  const slow = networkOf(async (url, init) => {
    await barrier.wait();
    return fetch(url, init);
  }, clock);
  const tablet = await openTestApp({ clock, network: slow });
  const joining = tablet.app.sync.join(await pairing(), signal);
  await barrier.reached;
  const joined = () => {
    barrier.open();
    return joining;
  };
  return { tablet, joined };
}

test('[O7] founded while it was joining slowly: it joins nobody, and its manager is nobody’s', async () => {
  const { tablet, joined } = await joinSlowly();
  value(await tablet.app.setUp(founding));
  expect(await joined()).toEqual(alreadySetUp);
  expect(await tablet.store.hasSecrets()).toBe(false);
  expect(await organisationOf(tablet)).toBe('Another');
});

test('[O7] founded while a backup was being checked: nothing of the backup is taken in', async () => {
  const form = await backup();
  const barrier = createBarrier();
  const slice = (from?: number, to?: number) => {
    const part = form.file.slice(from, to);
    return { arrayBuffer: () => barrier.wait().then(() => part.arrayBuffer()) } as unknown as Blob;
  };
  const tablet = await openTestApp({ clock });
  const restoring = tablet.app.sync.restore({ ...form, file: { size: form.file.size, slice } });
  await barrier.reached;
  value(await tablet.app.setUp(founding));
  barrier.open();
  expect(await restoring).toEqual(alreadySetUp);
  expect(await tablet.store.hasSecrets()).toBe(false);
  expect(await tablet.app.queries.managers()).toHaveLength(1);
});

test('[O7] a tablet that joins, and has received nothing yet, founds nothing', async () => {
  const form = await pairing();
  const fetch = couchFetch(couch);
  let looks = 0;
  const tablet = await openTestApp({
    clock,
    // What the pairing itself asks for gets through; then the feed cannot be reached.
    network: networkOf((url, init) => {
      if (url.includes('_changes')) looks += 1;
      return looks > 1 ? Promise.reject(new TypeError('cut')) : fetch(url, init);
    }, clock),
  });
  value(await tablet.app.sync.join(form));
  expect(await tablet.app.setUp(founding)).toEqual(alreadySetUp);
  expect(await organisationOf(tablet)).toBe('unfounded');
  expect(await tablet.app.queries.managers()).toEqual([]);
  expect(tablet.app.session.current()).toEqual({ kind: 'nobody' });
});

test('[O7] a tablet that has begun to take up a backup founds nothing, and takes it up after all', async () => {
  const form = await backup();
  const stopping = new AbortController();
  const tablet = await openTestApp({ clock });
  const stopped = await tablet.app.sync.restore(form, {
    signal: stopping.signal,
    onProgress: (step) => step === 'takingIn' && stopping.abort(),
  });
  expect(stopped).toMatchObject({ error: { type: 'backupStopped' } });
  expect(await tablet.app.setUp(founding)).toEqual(alreadySetUp);
  expect(await tablet.app.sync.restore(form)).toMatchObject({ ok: true });
  expect(await organisationOf(tablet)).toBe('Brightwater Care Homes');
});

test('[O7] a backup was taken up while it was joining slowly: it stays with the backup’s organisation', async () => {
  const other = await openManagedApp({ clock });
  const { tablet, joined } = await joinSlowly();
  value(await tablet.app.sync.restore(await backup(other)));
  const before = await (await tablet.store.replication()).secrets();
  expect(await joined()).toEqual(alreadySetUp);
  expect(await (await tablet.store.replication()).secrets()).toEqual(before);
});

test('a joining that is stopped before it is done keeps nothing, and the tablet may still be founded', async () => {
  const stopping = new AbortController();
  const { tablet, joined } = await joinSlowly(stopping.signal);
  stopping.abort();
  expect(await joined()).toEqual({ ok: false, error: { type: 'stopped' } });
  expect(await tablet.store.hasSecrets()).toBe(false);
  expect(await tablet.app.setUp(founding)).toMatchObject({ ok: true });
});
