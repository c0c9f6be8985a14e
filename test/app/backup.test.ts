// Everything as one sealed file, and the way back: on a tablet of the same organisation, and on a new one.

import { beforeEach, expect, test, vi } from 'vitest';
import type { App } from '../../src/app/app';
import type { SyncView } from '../../src/app/sync/syncHolder';
import type { EmployeeId } from '../../src/domain/ids';
import { employeeStream } from '../../src/domain/streams';
import { momentToEventId } from '../../src/kernel/hlc';
import type { SegmentId } from '../../src/store/db';
import { openBackup, writeBackup } from '../../src/sync/backupFile';
import { couchFetch } from '../couch/couchFetch';
import type { StandIn } from '../couch/standIn';
import { onFullDisk } from '../support/fullDisk';
import { isKilledAt } from '../support/killAtAnyWrite';
import { seededRandom } from '../support/seededRandom';
import { serverEvents } from '../support/serverEvents';
import { couchMember, couchSite, openSite } from '../support/site';
import { type StillClock, stillClock } from '../support/stillClock';
import { networkOf, openManagedApp, openTestApp, PASSCODE, type TestApp, value } from '../support/testApp';

const HOUR = 3_600_000;
const BACKUP_PASSWORD = 'a hedgehog sleeps here';
const connection = { ...couchSite, user: couchMember.name, password: couchMember.password };
const mary = '1' as EmployeeId;

let clock: StillClock;
let couch: StandIn;
let isServerThere: boolean;
let first: Awaited<ReturnType<typeof openManagedApp>>;

/** A tablet on the site's network, while the server is there. */
const network = () => {
  const fetch = couchFetch(couch);
  return networkOf(
    (url, init) => (isServerThere ? fetch(url, init) : Promise.reject(new TypeError('off'))),
    clock,
  );
};

beforeEach(async () => {
  clock = stillClock();
  couch = await openSite(clock);
  isServerThere = true;
  first = await openManagedApp({ clock, network: network() });
  value(await first.manager.enrol({ employeeId: mary, firstName: 'Mary', lastName: 'Sluis' }));
});

const until = (app: App, isSo: (view: SyncView) => boolean) =>
  vi.waitFor(() => expect(isSo(app.sync.view.current())).toBe(true));
const isSettled = (view: SyncView): boolean =>
  view.status === 'on' &&
  !view.joining &&
  view.state.push.status === 'settled' &&
  view.state.pull.status === 'settled';

const turnOn = async () => {
  value(await first.manager.sync.save(connection));
  await until(first.app, isSettled);
};
const backUp = async (tablet = first) =>
  value(await tablet.manager.sync.makeBackup({ passcode: PASSCODE, backupPassword: BACKUP_PASSWORD })).file;
const restoring = (file: Blob, change: object = {}) => ({
  file,
  backupPassword: BACKUP_PASSWORD,
  tabletName: 'Canteen',
  ...change,
});
const newTablet = () => openTestApp({ clock, network: network() });
const managerOf = async ({ app }: TestApp) => {
  value(await app.unlock(PASSCODE));
  return app.manager();
};
const typeOf = (result: { ok: boolean; error?: { type: string } }) => (result.ok ? 'ok' : result.error?.type);

/** Each event once, and none of them missing. */
async function expectOnServerOnce(...tablets: TestApp[]) {
  const there = (await serverEvents(couch, first.store)).map(({ id }) => id);
  expect(new Set(there).size).toBe(there.length);
  for (const { store } of tablets) {
    const manager = await store.managerQueries();
    const known = (await manager.activityPage()).items.flatMap((item) =>
      'event' in item ? [item.event.id] : [],
    );
    expect(known.length).toBeGreaterThan(0);
    expect(known.filter((id) => !there.includes(id))).toEqual([]);
  }
}

test('[Y13] [Y16] a tablet by itself is backed up, and a new one can do all that it could, without a server', async () => {
  const file = await backUp();
  const second = await newTablet();
  const heard: string[] = [];
  const taken = value(
    await second.app.sync.restore(restoring(file), {
      onProgress: (step, done, of) => heard.push(`${step} ${done === of ? 'all' : 'some'}`),
    }),
  );
  expect(taken).toEqual({
    organisation: 'Brightwater Care Homes',
    madeAt: clock.now(),
    madeOn: 'Front door',
    events: 5,
    setAside: 0,
    isWhole: true,
  });
  expect(heard).toEqual(['checking some', 'checking some', 'checking all', 'takingIn some', 'takingIn all']);
  const manager = await managerOf(second);
  const { code } = value(await manager.createLoginCode(mary));
  expect(await second.app.checkCode({ employeeId: mary, code })).toMatchObject({ ok: true });
  expect((await manager.sync.tablets()).map(({ name, isThis }) => [name, isThis]).sort()).toEqual([
    ['Canteen', true],
    ['Front door', false],
  ]);
  expect(second.app.sync.view.current()).toEqual({ status: 'off' });
});

test('[Y13] it is on the record, is named for its organisation and day, and shows nothing to who has not the password', async () => {
  const made = value(
    await first.manager.sync.makeBackup({ passcode: PASSCODE, backupPassword: BACKUP_PASSWORD }),
  );
  expect(made).toMatchObject({ fileName: 'gatehouse-bwch-2026-11-22.backup', events: 5 });
  expect(await made.file.text()).not.toMatch(/Mary|Sluis|Brightwater|BWCH|tablet/);
  expect((await first.manager.activity.page()).items[0]).toMatchObject({
    event: { type: 'BackupMade', count: 5, by: expect.stringContaining('manager:') },
  });
});

test('[Y13] it asks for the passcode and for a password that is not soon guessed', async () => {
  const make = async (passcode: string, backupPassword: string) =>
    typeOf(await first.manager.sync.makeBackup({ passcode, backupPassword }));
  expect(await make(PASSCODE, 'hedgehog123')).toBe('passwordTooShort');
  expect(await make(PASSCODE, 'brightwater 1')).toBe('passwordGuessable');
  expect(await make(PASSCODE, 'ada byron 99')).toBe('passwordGuessable');
  expect(await make(PASSCODE, 'abababababab')).toBe('passwordRepeats');
  expect(await make('a guessed passcode', BACKUP_PASSWORD)).toBe('passcodeNotAccepted');
  const items = (await first.manager.activity.page()).items;
  expect(items.filter((item) => 'event' in item && item.event.type === 'BackupMade')).toEqual([]);
});

test('making one can be stopped, and a locked area gives none', async () => {
  const make = async (controls: object) =>
    typeOf(
      await first.manager.sync.makeBackup({ passcode: PASSCODE, backupPassword: BACKUP_PASSWORD }, controls),
    );
  expect(await make({ signal: AbortSignal.abort() })).toBe('backupStopped');
  expect(await make({ onProgress: () => first.app.session.end() })).toBe('sessionOver');
});

test('[Y15] what was backed up before the exchange was turned on is sent by it, once', async () => {
  await backUp();
  value(await first.manager.enrol({ employeeId: '2', firstName: 'Joe', lastName: 'Doe' }));
  await turnOn();
  expect(await first.manager.sync.waiting()).toBe(0);
  await expectOnServerOnce(first);
});

test('[Y18] what is not whole, not a backup or not opened changes nothing', async () => {
  const file = await backUp();
  const second = await newTablet();
  const restore = async (part: Blob, change: object = {}) =>
    typeOf(await second.app.sync.restore(restoring(part, change)));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const changed = bytes.slice();
  changed[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  const newer = new TextDecoder('latin1').decode(bytes).replace('"v":1', '"v":2');
  expect(await restore(new Blob(['Employee ID;Name']))).toBe('notABackup');
  expect(await restore(new Blob([newer]))).toBe('backupNewer');
  expect(await restore(file, { backupPassword: 'another password' })).toBe('backupPasswordNotAccepted');
  expect(await restore(file.slice(0, file.size - 1))).toBe('backupCutOff');
  expect(await restore(new Blob([changed]))).toBe('backupDamaged');
  expect(await restore(file, { tabletName: ' ' })).toBe('tabletNameMissing');
  expect(await restore(file, { tabletName: 'x'.repeat(1_000) })).toBe('textTooLong');
  const gone = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) };
  expect(await restore(gone as unknown as Blob)).toBe('backupUnreadable');
  expect(await second.store.queries.organisation()).toEqual({ status: 'unfounded' });
  expect(await second.store.hasSecrets()).toBe(false);
  expect(await restore(file)).toBe('ok');
  expect(await restore(file)).toBe('alreadySetUp');
});

test('[Y18] a file that was cut off is refused on a tablet of the organisation, too', async () => {
  const file = await backUp();
  const take = async (backup: Blob) =>
    typeOf(await first.manager.sync.takeInBackup({ file: backup, backupPassword: BACKUP_PASSWORD }));
  expect(await take(file.slice(0, file.size - 50))).toBe('backupCutOff');
  expect(await take(file)).toBe('ok');
});

test('[Y13] [Y16] a file in which a part holds no events is taken in without that part', async () => {
  const opened = value(await openBackup(await backUp(), BACKUP_PASSWORD));
  const writer = await writeBackup(BACKUP_PASSWORD, seededRandom(1), 1);
  await writer.add(opened.first);
  await writer.add([{ id: `cccccccccc:00000002:${'0'.repeat(32)}`, entries: [] }]);
  for await (const chunk of opened.chunks()) {
    const { content } = value(chunk);
    if (content) await writer.add(content);
  }
  const second = await newTablet();
  const taken = value(await second.app.sync.restore(restoring(await writer.finish())));
  expect(taken).toMatchObject({ events: 5, setAside: 0, isWhole: true });
  const replication = await second.store.replication();
  expect((await replication.segmentIds()).filter((id) => id.startsWith('cccccccccc'))).toEqual([]);
});

test('[Y17] the backup of another organisation is refused, by a tablet that has a key and by one that has none', async () => {
  const file = await backUp();
  const other = await openManagedApp({ clock, network: network() });
  const take = async () =>
    typeOf(await other.manager.sync.takeInBackup({ file, backupPassword: BACKUP_PASSWORD }));
  expect(await take()).toBe('backupOfOtherOrganisation');
  await backUp(other);
  expect(await take()).toBe('backupOfOtherOrganisation');
  expect(await other.manager.employees.any()).toBe(false);
});

test('[Y17] a tablet that was given one organisation’s backup is not given another’s', async () => {
  const file = await backUp();
  const second = await newTablet();
  const stopping = new AbortController();
  const begun = await second.app.sync.restore(restoring(file), {
    signal: stopping.signal,
    onProgress: (step) => step === 'takingIn' && stopping.abort(),
  });
  expect(typeOf(begun)).toBe('backupStopped');
  const other = await openManagedApp({ clock, network: network() });
  expect(typeOf(await second.app.sync.restore(restoring(await backUp(other))))).toBe(
    'backupOfOtherOrganisation',
  );
});

test('[Y16] a restoring that was broken off is told after a reload, and is done again', async () => {
  const file = await backUp();
  const second = await newTablet();
  const stopping = new AbortController();
  const stopped = await second.app.sync.restore(restoring(file), {
    signal: stopping.signal,
    onProgress: (step) => step === 'takingIn' && stopping.abort(),
  });
  expect(typeOf(stopped)).toBe('backupStopped');
  expect(second.app.sync.view.current()).toEqual({ status: 'off', isUnfinished: true });
  const again = await second.reload();
  await again.app.sync.start();
  expect(again.app.sync.view.current()).toEqual({ status: 'off', isUnfinished: true });
  expect(value(await again.app.sync.restore(restoring(file, { tabletName: 'Pantry' })))).toMatchObject({
    isWhole: true,
  });
  expect(again.app.sync.view.current()).toEqual({ status: 'off' });
  expect(await again.store.queries.tablet()).toMatchObject({ name: 'Pantry' });
});

test('[Y15] [Y16] killed at whichever write, the restoring is done again and gives the same', async () => {
  const file = await backUp();
  let kills = 0;
  for (let nth = 1; ; nth += 1) {
    const killed = await newTablet();
    const isKilled = await isKilledAt(nth, () => killed.app.sync.restore(restoring(file)));
    const second = await killed.reload();
    await second.app.sync.start();
    if (isKilled) {
      kills += 1;
      const again = await second.app.sync.restore(restoring(file));
      // The last write of all only forgets that the tablet was joining: it is on the list by then.
      expect(['ok', 'alreadySetUp']).toContain(typeOf(again));
    }
    expect(await second.store.queries.tablet()).toMatchObject({ status: 'added', name: 'Canteen' });
    expect(second.app.sync.view.current()).toEqual({ status: 'off' });
    expect(await second.store.queries.employee(mary)).toEqual(await first.store.queries.employee(mary));
    const { items } = await (await second.store.managerQueries()).activityPage();
    const ids = items.flatMap((item) => ('event' in item ? [item.event.id] : []));
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
    second.close();
    if (!isKilled) break;
  }
  expect(kills).toBeGreaterThan(8);
});

test('[Y16] with a server, a new tablet goes on exchanging, and sends nothing twice', async () => {
  await turnOn();
  const file = await backUp();
  const second = await newTablet();
  value(await second.app.sync.restore(restoring(file)));
  await until(second.app, isSettled);
  const manager = await managerOf(second);
  expect(await manager.sync.connection()).toEqual({ ...couchSite, user: couchMember.name });
  expect(await manager.sync.waiting()).toBe(0);
  value(await manager.enrol({ employeeId: '2', firstName: 'Joe', lastName: 'Doe' }));
  await vi.waitFor(async () =>
    expect(await first.store.queries.employee('2' as EmployeeId)).toMatchObject({ status: 'enrolled' }),
  );
  await until(second.app, isSettled);
  await expectOnServerOnce(first, second);
});

test('[Y15] [Y16] while the server is away the new tablet is complete, and later sends what the first never could', async () => {
  await turnOn();
  isServerThere = false;
  value(await first.manager.enrol({ employeeId: '2', firstName: 'Joe', lastName: 'Doe' }));
  const file = await backUp();
  const second = await newTablet();
  value(await second.app.sync.restore(restoring(file)));
  expect(await second.store.queries.tablet()).toMatchObject({ status: 'added', name: 'Canteen' });
  expect(await second.store.queries.employee('2' as EmployeeId)).toMatchObject({ status: 'enrolled' });
  isServerThere = true;
  await second.app.sync.now();
  await until(second.app, isSettled);
  // The first tablet comes back and sends the same.
  await first.app.sync.now();
  await until(first.app, isSettled);
  await expectOnServerOnce(first, second);
});

test('[Y15] a tablet of the organisation takes in what it lacks, and sends it on', async () => {
  await turnOn();
  const { link, pin } = value(await first.manager.sync.makePairingCode(PASSCODE));
  const second = await newTablet();
  value(await second.app.sync.join({ link, pin, tabletName: 'Canteen' }));
  await until(second.app, isSettled);
  await vi.waitFor(async () => expect(await first.manager.sync.tablets()).toHaveLength(2));
  isServerThere = false;
  value(await first.manager.enrol({ employeeId: '2', firstName: 'Joe', lastName: 'Doe' }));
  const file = await backUp();
  const manager = await managerOf(second);
  const take = async () => value(await manager.sync.takeInBackup({ file, backupPassword: BACKUP_PASSWORD }));
  expect(await take()).toMatchObject({ events: 1, setAside: 0 });
  expect(await take()).toMatchObject({ events: 0, setAside: 0 });
  isServerThere = true;
  await second.app.sync.now();
  await until(second.app, isSettled);
  expect((await serverEvents(couch, first.store)).map(({ stream }) => stream)).toContain('employee:2');
  await first.app.sync.now();
  await until(first.app, isSettled);
  await expectOnServerOnce(first, second);
});

test('[Y15] a server that was lost gets everything anew from a tablet that was restored', async () => {
  await turnOn();
  const file = await backUp();
  couch = await openSite(clock);
  const second = await newTablet();
  value(await second.app.sync.restore(restoring(file)));
  await until(second.app, isSettled);
  await expectOnServerOnce(second);
  expect((await serverEvents(couch, second.store)).map(({ stream }) => stream)).toContain('employee:1');
});

test('[Y7] what a backup brings from the future is set aside by the tablet’s own clock, and taken in when it is due', async () => {
  // Each backup seals what was recorded before: a segment is set aside as a whole.
  await backUp();
  clock.move(3 * HOUR);
  value(await first.manager.enrol({ employeeId: '2', firstName: 'Joe', lastName: 'Doe' }));
  await backUp();
  clock.move(HOUR);
  value(await first.manager.enrol({ employeeId: '3', firstName: 'Ann', lastName: 'Bee' }));
  const file = await backUp();
  clock.move(-2 * HOUR);
  const second = await newTablet();
  expect(value(await second.app.sync.restore(restoring(file)))).toMatchObject({ setAside: 2, isWhole: true });
  const replication = await second.store.replication();
  expect((await replication.setAside()).map(({ reason }) => reason)).toEqual([
    'from the future',
    'from the future',
  ]);
  expect(await second.store.queries.employee('2' as EmployeeId)).toMatchObject({ status: 'unknown' });
  clock.move(2 * HOUR);
  const later = await second.reload();
  await later.app.sync.start();
  expect(await later.store.queries.employee('2' as EmployeeId)).toMatchObject({ status: 'enrolled' });
  expect(await later.store.queries.employee('3' as EmployeeId)).toMatchObject({ status: 'enrolled' });
  expect(await (await later.store.replication()).setAside()).toEqual([]);
});

test('on a full disk taking in says so, and is done again when there is room', async () => {
  const file = await backUp();
  const second = await newTablet();
  const restore = async () => typeOf(await second.app.sync.restore(restoring(file)));
  expect(await onFullDisk('streams', restore)).toBe('noRoom');
  expect(await second.store.queries.employee(mary)).toMatchObject({ status: 'unknown' });
  expect(await restore()).toBe('ok');
  expect(await second.store.queries.employee(mary)).toMatchObject({ status: 'enrolled' });
});

test('taking in stops when it is told to, and when the manager area is locked', async () => {
  const file = await backUp();
  const take = async (controls: object) =>
    typeOf(await first.manager.sync.takeInBackup({ file, backupPassword: BACKUP_PASSWORD }, controls));
  expect(await take({ signal: AbortSignal.abort() })).toBe('backupStopped');
  expect(await take({ onProgress: () => first.app.session.end() })).toBe('sessionOver');
});

test('[Y10] [Y15] what a backup gave back to its own tablet is never cut anew from what was recorded since', async () => {
  const { device } = first.store;
  const replication = await first.store.replication();
  const entries = [0, 1].map((counter) => ({
    stream: employeeStream('9' as EmployeeId),
    id: momentToEventId({ time: clock.now() - HOUR, counter }, device),
    by: 'kiosk',
    type: 'EmployeeReturned' as const,
    v: 1 as const,
  }));
  const id = `${device}:00000007:${'0'.repeat(32)}` as SegmentId;
  const segment = { kind: 'segment', id, device, sequence: 7, entries, state: 'waiting' } as const;
  await replication.takeIn([segment], clock.now());
  const [row] = await replication.waiting();
  expect(row).toMatchObject({ id, count: 2 });
  expect(row && (await replication.cutSmaller(row))).toBe(false);
  expect(await replication.waiting()).toEqual([row]);
});
