// Turning the exchange on, and a second tablet that joins: from the pairing code to the first sign-in there.

import { beforeEach, expect, test, vi } from 'vitest';
import type { SyncView } from '../../src/app/sync/syncHolder';
import { prepareDatabase } from '../../src/sync/prepareDatabase';
import { couchFetch } from '../couch/couchFetch';
import type { StandIn } from '../couch/standIn';
import { couchNetwork, isSettled, until } from '../support/exchanging';
import { couchAdmin, couchMember, couchSite, openSite } from '../support/site';
import { type StillClock, stillClock } from '../support/stillClock';
import { networkOf, openManagedApp, openTestApp, PASSCODE, value } from '../support/testApp';

const MINUTE = 60_000;
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

test('what was recorded before the exchange was turned on is sent too', async () => {
  await first.manager.enrol({ employeeId: '1', firstName: 'Mary', lastName: 'Sluis' });
  expect(couch.everyByte()).not.toContain(first.store.device);
  await turnOn();
  expect(await first.manager.sync.waiting()).toBe(0);
  expect(couch.everyByte()).toContain(`${first.store.device}:00000001:`);
  expect(couch.everyByte()).not.toMatch(/Mary|Sluis|Brightwater/);
});

test('what is kept is shown without the password, and goes on after a reload', async () => {
  await turnOn();
  const again = await first.reload();
  await again.app.sync.start();
  await until(again.app, isSettled);
  value(await again.app.unlock(PASSCODE));
  const manager = await again.app.manager();
  expect(await manager.sync.connection()).toEqual({ ...couchSite, user: couchMember.name });
});

test('an empty password stands for the one that is kept', async () => {
  await turnOn();
  expect(await first.manager.sync.test({ ...form, password: '' })).toMatchObject({ ok: true });
});

test('[Y36] it does so only at the address and for the user it was kept for', async () => {
  await turnOn();
  const asked: string[] = [];
  const fetch = couchFetch(couch);
  const heard = networkOf((url, init) => {
    asked.push(url);
    return fetch(url, init);
  }, clock);
  const again = await first.reload({ network: heard });
  value(await again.app.unlock(PASSCODE));
  const { sync } = await again.app.manager();
  const typed = { ...form, password: '' };
  const missing = { ok: false, error: { type: 'addressHasProblems', problems: { password: 'missing' } } };
  for (const change of [
    { url: 'https://evil.example' },
    { url: `${form.url}/other` },
    { user: 'somebody' },
  ]) {
    expect(await sync.test({ ...typed, ...change })).toEqual(missing);
    expect(await sync.save({ ...typed, ...change })).toEqual(missing);
    expect(await sync.prepare({ ...typed, ...change }, couchAdmin)).toEqual(missing);
  }
  expect(asked).toEqual([]);
  value(await sync.test({ ...typed, url: ` ${form.url}/ `, user: ` ${form.user} ` }));
  value(await sync.prepare({ ...typed, database: 'elsewhere' }, couchAdmin));
  value(await sync.save({ ...typed, database: 'elsewhere' }));
  expect(await sync.connection()).toMatchObject({ database: 'elsewhere' });
});

test('[S5] an area that is locked while the connection is tried keeps nothing', async () => {
  const fetch = couchFetch(couch);
  const locking = networkOf((url, init) => {
    slow.app.session.end();
    return fetch(url, init);
  }, clock);
  const slow = await openManagedApp({ clock, network: locking });
  expect(await slow.manager.sync.save(form)).toEqual({ ok: false, error: { type: 'sessionOver' } });
  expect(await slow.manager.sync.connection()).toBeUndefined();
});

test('what is wrong with the address is told, and nothing is kept', async () => {
  const wrong = async (change: Partial<typeof form>) => {
    const saved = await first.manager.sync.save({ ...form, ...change });
    return saved.ok ? undefined : saved.error;
  };
  expect(await wrong({ url: 'nowhere' })).toMatchObject({ type: 'addressHasProblems' });
  expect(await wrong({ password: 'guessed' })).toEqual({ type: 'signInRefused' });
  expect(await wrong({ database: 'elsewhere' })).toMatchObject({ type: expect.any(String) });
  expect(await first.manager.sync.connection()).toBeUndefined();
});

/** A tablet whose network comes and goes. */
async function openOnAndOff() {
  let isThere = true;
  const fetch = couchFetch(couch);
  const cut = networkOf(
    (url, init) => (isThere ? fetch(url, init) : Promise.reject(new TypeError('off'))),
    clock,
  );
  const tablet = await openManagedApp({ clock, network: cut });
  return {
    ...tablet,
    lose() {
      isThere = false;
    },
  };
}

test('[Y19] what is saved is kept also where nothing answers, and which of the two it was is told', async () => {
  const { manager, lose } = await openOnAndOff();
  expect(await manager.sync.save(form)).toEqual({ ok: true, value: { isReached: true } });
  lose();
  expect(await manager.sync.save({ ...form, password: '' })).toEqual({
    ok: true,
    value: { isReached: false },
  });
  const alone = await openOnAndOff();
  alone.lose();
  expect(await alone.manager.sync.save(form)).toEqual({ ok: true, value: { isReached: false } });
  expect(await alone.manager.sync.connection()).toEqual({ ...couchSite, user: couchMember.name });
});

test('[Y19] a connection that is kept gives way to one that does not answer only when that is saved once more', async () => {
  const { manager, lose } = await openOnAndOff();
  value(await manager.sync.save(form));
  lose();
  const silent = { ...form, url: 'https://couch.elsewhere' };
  expect(await manager.sync.save(silent)).toEqual({ ok: false, error: { type: 'keptInstead' } });
  expect(await manager.sync.connection()).toMatchObject(couchSite);
  expect(await manager.sync.save(silent, true)).toEqual({ ok: true, value: { isReached: false } });
  expect(await manager.sync.connection()).toMatchObject({ url: silent.url });
});

test('[Y11] a database that belongs to another site is refused, and nothing of it is touched', async () => {
  await turnOn();
  const other = await openManagedApp({ clock, network: network().network });
  const before = couch.everyByte();
  expect(await other.manager.sync.save(form)).toEqual({ ok: false, error: { type: 'otherSite' } });
  expect(couch.everyByte()).toBe(before);
});

test('[Y14] another database is given everything, and a tablet that joins there has it all', async () => {
  await first.manager.enrol({ employeeId: '1', firstName: 'Mary', lastName: 'Sluis' });
  await turnOn();
  const shown = await pairing();
  const second = await openTestApp({ clock, network: network().network });
  value(await second.app.sync.join({ ...shown, tabletName: 'Canteen' }));
  await until(second.app, isSettled);
  await vi.waitFor(async () => expect(await first.manager.sync.tablets()).toHaveLength(2));
  const elsewhere = { ...form, database: 'elsewhere' };
  value(await first.manager.sync.prepare(elsewhere, couchAdmin));
  value(await first.manager.sync.save(elsewhere));
  await until(first.app, isSettled);
  const third = await openTestApp({ clock, network: network().network });
  value(await third.app.sync.join({ ...(await pairing()), tabletName: 'Office' }));
  await until(third.app, isSettled);
  value(await third.app.unlock(PASSCODE));
  const manager = await third.app.manager();
  expect((await manager.sync.tablets()).map(({ name }) => name).sort()).toEqual([
    'Canteen',
    'Front door',
    'Office',
  ]);
  expect(await manager.employees.row('1' as never)).toMatchObject({ view: { status: 'enrolled' } });
});

test('[Y9] a tablet that joins receives everything, puts itself on the list, and can do all that the first can', async () => {
  await first.manager.enrol({ employeeId: '1', firstName: 'Mary', lastName: 'Sluis' });
  await turnOn();
  const { link, pin } = await pairing();
  const second = await openTestApp({ clock, network: network().network });
  expect(value(await second.app.sync.join({ link, pin, tabletName: 'Canteen' }))).toBe(
    'Brightwater Care Homes',
  );
  await until(second.app, isSettled);
  value(await second.app.unlock(PASSCODE));
  const manager = await second.app.manager();
  const code = value(await manager.createLoginCode('1' as never));
  expect(await second.app.checkCode({ employeeId: '1', code: code.code })).toMatchObject({ ok: true });
  expect((await manager.sync.tablets()).map(({ name, site, isThis }) => [name, site, isThis]).sort()).toEqual(
    [
      ['Canteen', 'Mill Lane', true],
      ['Front door', 'Mill Lane', false],
    ],
  );
});

test('[Y9] where nothing has arrived yet, it goes on waiting for the organisation', async () => {
  await turnOn();
  const { link, pin } = await pairing();
  const authorization = `Basic ${btoa(`${couchAdmin.name}:${couchAdmin.password}`)}`;
  const lost = { method: 'DELETE', headers: { Authorization: authorization } };
  await first.reload();
  await couchFetch(couch)(`${couchSite.url}/${couchSite.database}`, lost);
  value(await prepareDatabase({ ...couchSite, admin: couchAdmin, member: couchMember }, network().network));
  const second = await openTestApp({ clock, network: network().network });
  value(await second.app.sync.join({ link, pin, tabletName: 'Canteen' }));
  await until(second.app, (view) => view.status === 'on' && view.state.pull.status === 'settled');
  expect(second.app.sync.view.current()).toMatchObject({ joining: true });
  expect(await second.store.queries.tablet()).toEqual({ status: 'unknown' });
});

test('[Y9] a tab that was closed while joining goes on where it was', async () => {
  await turnOn();
  const { link, pin } = await pairing();
  const { network: wires } = network();
  // All that the pairing itself asks for gets through; the feed does not.
  const joining = await openTestApp({ clock, network: { ...wires, fetch: cutFeed(wires.fetch) } });
  value(await joining.app.sync.join({ link, pin, tabletName: 'Canteen' }));
  await until(joining.app, (view) => view.status === 'on' && view.state.pull.status === 'pausing');
  expect(joining.app.sync.view.current()).toMatchObject({ joining: true });
  const again = await joining.reload({ network: wires });
  await again.app.sync.start();
  await until(again.app, isSettled);
  expect(await again.store.queries.tablet()).toMatchObject({ status: 'added', name: 'Canteen' });
});

/** The feed cannot be reached, everything else can; the first look at it is that of the pairing itself. */
function cutFeed(fetch: (url: string, init: RequestInit) => Promise<Response>): typeof fetch {
  let looks = 0;
  return (url, init) => {
    if (url.includes('_changes')) looks += 1;
    return looks > 1 && url.includes('_changes') ? Promise.reject(new TypeError('cut')) : fetch(url, init);
  };
}

test('[Y8] the PIN may be typed in small letters and groups, and another PIN opens nothing', async () => {
  await turnOn();
  const { link, pin } = await pairing();
  expect(pin).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  const second = await openTestApp({ clock, network: network().network });
  const join = (typed: string) => second.app.sync.join({ link, pin: typed, tabletName: 'Canteen' });
  const other = pin.startsWith('0') ? `1${pin.slice(1)}` : `0${pin.slice(1)}`;
  expect(await join(other)).toEqual({ ok: false, error: { type: 'pairingPinNotAccepted' } });
  expect(await second.app.sync.join({ link: 'https://example.com', pin, tabletName: 'x' })).toMatchObject({
    error: { type: 'notAPairingCode' },
  });
  expect(await join(`${pin.slice(0, 4).toLowerCase()} - ${pin.slice(4)}`)).toMatchObject({ ok: true });
});

test('[Y8] after ten minutes of the tablet that showed it, a pairing code is over', async () => {
  await turnOn();
  const { link, pin } = await pairing();
  clock.move(10 * MINUTE);
  const second = await openTestApp({ clock, network: network().network });
  expect(await second.app.sync.join({ link, pin, tabletName: 'Canteen' })).toEqual({
    ok: false,
    error: { type: 'pairingExpired' },
  });
});

test('[Y8] a new tablet whose own clock is wrong may join, since the server’s clock tells', async () => {
  await turnOn();
  const { link, pin } = await pairing();
  const wrong = { ...clock, now: () => clock.now() + 3 * 60 * MINUTE };
  const { network: wires } = network();
  const second = await openTestApp({ clock: wrong, network: { ...wires, now: wrong.now } });
  expect(await second.app.sync.join({ link, pin, tabletName: 'Canteen' })).toMatchObject({ ok: true });
});

test('a tablet that is set up joins nobody, and one without a name neither', async () => {
  await turnOn();
  const { link, pin } = await pairing();
  expect(await first.app.sync.join({ link, pin, tabletName: 'Again' })).toMatchObject({
    error: { type: 'alreadySetUp' },
  });
  const second = await openTestApp({ clock, network: network().network });
  expect(await second.app.sync.join({ link, pin, tabletName: '  ' })).toMatchObject({
    error: { type: 'tabletNameMissing' },
  });
});

test('a pairing code needs the passcode once more', async () => {
  await turnOn();
  expect(await first.manager.sync.makePairingCode('a guessed passcode')).toMatchObject({
    error: { type: 'passcodeNotAccepted' },
  });
});

test('[Y6] a tablet that was revoked sends and receives nothing more', async () => {
  await turnOn();
  const { link, pin } = await pairing();
  const second = await openTestApp({ clock, network: network().network });
  value(await second.app.sync.join({ link, pin, tabletName: 'Canteen' }));
  await until(second.app, isSettled);
  await vi.waitFor(async () => expect(await first.manager.sync.tablets()).toHaveLength(2));
  value(await first.manager.sync.revoke(second.store.device, PASSCODE));
  await until(
    second.app,
    (view) =>
      view.status === 'on' && view.state.pull.status === 'stopped' && view.state.push.status === 'stopped',
  );
  expect(second.app.sync.view.current()).toMatchObject({
    state: { pull: { trouble: { type: 'tabletRevoked' } } },
  });
});

test('[Y6] a tablet that was revoked makes no backup and shows no pairing code, and asks for no passcode before', async () => {
  await turnOn();
  const second = await openTestApp({ clock, network: network().network });
  value(await second.app.sync.join({ ...(await pairing()), tabletName: 'Canteen' }));
  await until(second.app, isSettled);
  value(await second.app.unlock(PASSCODE));
  const { sync } = await second.app.manager();
  await vi.waitFor(async () => expect(await first.manager.sync.tablets()).toHaveLength(2));
  value(await first.manager.sync.revoke(second.store.device, PASSCODE));
  await vi.waitFor(async () => expect((await second.app.queries.tablet()).revoked).toBeDefined());
  const refusal = { ok: false, error: { type: 'revokedTabletGivesNothing' } };
  expect(await sync.makePairingCode('a guessed passcode')).toEqual(refusal);
  expect(await sync.makeBackup({ passcode: 'a guessed passcode', backupPassword: '' })).toEqual(refusal);
});

test('[Y6] a tablet that a revoked one had revoked goes on when it is asked to sync', async () => {
  let isOn = true;
  const fetch = couchFetch(couch);
  // What is listened to is cut off too.
  const whileOn = async (...asked: Parameters<typeof fetch>) => {
    const answer = isOn ? await fetch(...asked) : undefined;
    const body = await answer?.text();
    if (!answer || !isOn) throw new TypeError('off');
    return new Response(body, answer);
  };
  const ownNetwork = networkOf(whileOn, clock);
  first = await openManagedApp({ clock, network: ownNetwork });
  await turnOn();
  const join = async (tabletName: string) => {
    const tablet = await openTestApp({ clock, network: network().network });
    value(await tablet.app.sync.join({ ...(await pairing()), tabletName }));
    await until(tablet.app, isSettled);
    return tablet;
  };
  const canteen = await join('Canteen');
  const stolen = await join('Stolen');
  await vi.waitFor(async () => expect(await first.manager.sync.tablets()).toHaveLength(3));
  // The first does not hear of it before it has revoked the stolen one.
  isOn = false;
  value(await stolen.app.unlock(PASSCODE));
  value(await (await stolen.app.manager()).sync.revoke(canteen.store.device, PASSCODE));
  const isRevoked = (view: SyncView) => view.status === 'on' && view.state.push.status === 'stopped';
  await until(canteen.app, isRevoked);
  value(await first.manager.sync.revoke(stolen.store.device, PASSCODE));
  isOn = true;
  await first.app.sync.now();
  await vi.waitFor(async () => expect(await first.manager.sync.waiting()).toBe(0));
  await canteen.app.sync.now();
  await until(canteen.app, isSettled);
  expect(await canteen.store.queries.tablet()).not.toHaveProperty('revoked');
  await until(stolen.app, isRevoked);
});
