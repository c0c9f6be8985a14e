// A manager area and the passcode it was opened with, which may be changed meanwhile: here, or on another tablet.

import { beforeEach, expect, test, vi } from 'vitest';
import type { App } from '../../src/app/app';
import type { EmployeeId } from '../../src/domain/ids';
import { couchFetch } from '../couch/couchFetch';
import type { StandIn } from '../couch/standIn';
import { couchMember, couchSite, openSite } from '../support/site';
import { type StillClock, stillClock } from '../support/stillClock';
import { networkOf, openManagedApp, openTestApp, PASSCODE, value } from '../support/testApp';

const OTHER = 'a very different thing';
const mary = '1' as EmployeeId;
const over = { ok: false, error: { type: 'sessionOver' } };

let clock: StillClock;
let couch: StandIn;
let isServerThere: boolean;
let gate: Awaited<ReturnType<typeof openManagedApp>>;
let canteen: typeof gate;

const network = () => {
  const fetch = couchFetch(couch);
  return networkOf(
    (url, init) => (isServerThere ? fetch(url, init) : Promise.reject(new TypeError('off'))),
    clock,
  );
};
const isSettled = (app: App): boolean => {
  const view = app.sync.view.current();
  return view.status === 'on' && !view.joining && view.state.pull.status === 'settled';
};
const unlocked = async (app: App, passcode: string) => {
  value(await app.unlock(passcode));
  return app.manager();
};
const hears = ({ app }: typeof gate, passcode: string) =>
  vi.waitFor(async () =>
    expect((await app.queries.managers())[0]?.passcode as string).toBe(`marked:${passcode}`),
  );

/** Two tablets of one site, with the same manager's area open on both. */
beforeEach(async () => {
  clock = stillClock();
  couch = await openSite(clock);
  isServerThere = true;
  gate = await openManagedApp({ clock, network: network() });
  value(await gate.manager.enrol({ employeeId: mary, firstName: 'Mary', lastName: 'Sluis' }));
  value(
    await gate.manager.sync.save({ ...couchSite, user: couchMember.name, password: couchMember.password }),
  );
  await vi.waitFor(() => expect(isSettled(gate.app)).toBe(true));
  const { link, pin } = value(await gate.manager.sync.makePairingCode(PASSCODE));
  const tablet = await openTestApp({ clock, network: network() });
  value(await tablet.app.sync.join({ link, pin, tabletName: 'Canteen' }));
  await vi.waitFor(() => expect(isSettled(tablet.app)).toBe(true));
  canteen = { ...tablet, manager: await unlocked(tablet.app, PASSCODE) };
});

test('[S9] an area is over, and writes nothing more, as soon as its passcode was changed on another tablet', async () => {
  value(await gate.manager.changePasscode({ current: PASSCODE, next: OTHER }));
  await hears(canteen, OTHER);
  await vi.waitFor(() => expect(canteen.app.session.current()).toEqual({ kind: 'nobody' }));
  expect(await canteen.manager.createLoginCode(mary)).toEqual(over);
  expect(gate.app.session.current()).toBe(gate.manager.manager);
});

test('[S9] an area that is opened with a passcode that is being changed elsewhere is over too', async () => {
  canteen.app.session.end();
  const opening = canteen.app.unlock(PASSCODE);
  value(await gate.manager.changePasscode({ current: PASSCODE, next: OTHER }));
  value(await opening);
  await hears(canteen, OTHER);
  const manager = await canteen.app.manager().catch(() => undefined);
  await vi.waitFor(() => expect(canteen.app.session.current()).toEqual({ kind: 'nobody' }));
  if (manager) expect(await manager.createLoginCode(mary)).toEqual(over);
});

test('[S9] who changes their own passcode goes on, and is out when it is changed once more elsewhere', async () => {
  value(await gate.manager.changePasscode({ current: PASSCODE, next: OTHER }));
  await hears(canteen, OTHER);
  value(await gate.manager.createLoginCode(mary));
  expect(gate.app.session.current()).toBe(gate.manager.manager);
  await vi.waitFor(() => expect(canteen.app.session.current()).toEqual({ kind: 'nobody' }));
  const again = await unlocked(canteen.app, OTHER);
  value(await again.changePasscode({ current: OTHER, next: 'one more different thing' }));
  await vi.waitFor(() => expect(gate.app.session.current()).toEqual({ kind: 'nobody' }));
  expect(await gate.manager.createLoginCode(mary)).toEqual(over);
  expect(canteen.app.session.current()).toBe(again.manager);
});

test('[S9] of two changes made apart the later one stands, and the area of the other is over', async () => {
  isServerThere = false;
  value(await gate.manager.changePasscode({ current: PASSCODE, next: OTHER }));
  clock.move(60_000);
  value(await canteen.manager.changePasscode({ current: PASSCODE, next: 'the later one stands' }));
  isServerThere = true;
  await Promise.all([gate.app.sync.now(), canteen.app.sync.now()]);
  await hears(gate, 'the later one stands');
  await vi.waitFor(() => expect(gate.app.session.current()).toEqual({ kind: 'nobody' }));
  await vi.waitFor(async () =>
    expect(
      (await canteen.manager.activity.page()).items.filter(
        (item) => 'event' in item && item.event.type === 'PasscodeChanged',
      ),
    ).toHaveLength(2),
  );
  value(await canteen.manager.createLoginCode(mary));
  expect(canteen.app.session.current()).toBe(canteen.manager.manager);
});
