// A tablet that is joining and has received only part of what the others know: it opens nothing, until it has all.

import { expect, test, vi } from 'vitest';
import type { App } from '../../src/app/app';
import type { EmployeeId } from '../../src/domain/ids';
import type { Result } from '../../src/kernel/result';
import { couchFetch } from '../couch/couchFetch';
import { couchMember, couchSite, openSite } from '../support/site';
import { stillClock } from '../support/stillClock';
import { networkOf, openManagedApp, openTestApp, PASSCODE, value } from '../support/testApp';

const NEW_PASSCODE = 'a very different thing';
const leaver = '00123' as EmployeeId;
const invited = '00124' as EmployeeId;
const notReady = { ok: false, error: { type: 'tabletNotReady' } };

const untilPull = (app: App, status: string) =>
  vi.waitFor(() => expect(app.sync.view.current()).toMatchObject({ state: { pull: { status } } }));

/**
 * A tablet that knows of somebody who has left meanwhile, of a code and of a passcode in use before: the first page has
 * come, and then the network is gone. `goOn` brings it back.
 */
async function openHalfJoined() {
  const clock = stillClock();
  const couch = await openSite(clock);
  const site = couchFetch(couch);
  const gate = await openManagedApp({ clock, network: networkOf(site, clock) });
  value(
    await gate.manager.sync.save({ ...couchSite, user: couchMember.name, password: couchMember.password }),
  );
  /** Each step goes into a segment of its own. */
  const step = async <Value>(done: Promise<Result<Value, unknown>>): Promise<Value> => {
    const made = value(await done);
    await vi.waitFor(async () => expect(await gate.manager.sync.waiting()).toBe(0), { interval: 1 });
    clock.move(1000);
    return made;
  };
  await step(gate.manager.enrol({ employeeId: leaver, firstName: 'Mary', lastName: 'Sluis' }));
  await step(gate.manager.enrol({ employeeId: invited, firstName: 'Joe', lastName: 'Doe' }));
  const { link } = await step(gate.manager.createLoginCode(invited));
  const { code } = await step(gate.manager.createLoginCode(leaver));
  const checked = value(await gate.app.checkCode({ employeeId: leaver, code }));
  await step(gate.app.activate(checked, { password: 'green tractors', personalEmail: '' }));
  gate.app.session.end();
  value(await gate.app.unlock(PASSCODE));
  const manager = await gate.app.manager();
  for (let at = 0; at < 30; at += 1)
    await step(manager.enrol({ employeeId: `x${at}`, firstName: 'Ann', lastName: `Oak ${at}` }));
  await step(manager.markAsLeft(leaver, ''));
  await step(manager.changePasscode({ current: PASSCODE, next: NEW_PASSCODE }));
  const pairing = value(await manager.sync.makePairingCode(NEW_PASSCODE));

  let pages = 0;
  let isCut = true;
  const cutAfterOnePage = (url: string, init: RequestInit) => {
    if (isCut && url.includes('_changes') && !url.includes('limit=1&')) pages += 1;
    return isCut && pages > 1 ? Promise.reject(new TypeError('cut')) : site(url, init);
  };
  const tablet = await openTestApp({ clock, network: networkOf(cutAfterOnePage, clock) });
  value(await tablet.app.sync.join({ link: pairing.link, pin: pairing.pin, tabletName: 'Canteen' }));
  await untilPull(tablet.app, 'pausing');
  const goOn = async () => {
    isCut = false;
    await tablet.app.sync.now();
    await untilPull(tablet.app, 'settled');
    await vi.waitFor(async () =>
      expect(await tablet.app.queries.tablet()).toMatchObject({ status: 'added' }),
    );
  };
  return { ...tablet, link, goOn };
}

test('[S8] a tablet that has received only part opens no account and no manager area, and counts no try', async () => {
  const { app, passwords, link, goOn } = await openHalfJoined();
  expect(await app.queries.organisation()).toMatchObject({ status: 'founded' });
  expect(await app.queries.employee(leaver)).toMatchObject({ account: { status: 'active' } });
  const typed = value(await app.readScan(link));
  const { employeeId, code } = typed;
  for (let tries = 0; tries < 10; tries += 1) {
    expect(await app.signIn({ employeeId: leaver, password: 'green tractors' })).toEqual(notReady);
    expect(await app.unlock(PASSCODE)).toEqual(notReady);
    expect(await app.checkCode({ employeeId, code })).toEqual(notReady);
    expect(await app.checkCode(typed)).toEqual(notReady);
  }
  expect(app.session.current()).toEqual({ kind: 'nobody' });
  expect(passwords.asked).toBe(0);

  await goOn();
  expect(await app.signIn({ employeeId: leaver, password: 'green tractors' })).toMatchObject({
    error: { type: 'signInNotAccepted' },
  });
  expect(await app.unlock(PASSCODE)).toMatchObject({ error: { type: 'passcodeNotAccepted' } });
  expect(await app.unlock(NEW_PASSCODE)).toEqual({ ok: true, value: undefined });
  expect(await app.checkCode({ employeeId, code })).toMatchObject({ ok: true });
  expect(await app.checkCode(typed)).toMatchObject({ ok: true });
});

test('[S8] nothing is opened where nothing has arrived or been founded either', async () => {
  const { app } = await openTestApp();
  expect(await app.unlock(PASSCODE)).toEqual(notReady);
  expect(await app.signIn({ employeeId: leaver, password: 'green tractors' })).toEqual(notReady);
  expect(await app.checkCode({ employeeId: leaver, code: 'K7QM2XRD9F3A' })).toEqual(notReady);
});
