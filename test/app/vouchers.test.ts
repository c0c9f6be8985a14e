// A code that travels: issued on one tablet, taken on another, with neither online in between; and day passes.

import { beforeEach, expect, test } from 'vitest';
import type { LoginCode } from '../../src/app/manager/loginCodes';
import type { ManagerApp } from '../../src/app/manager/managerApp';
import type { EmployeeId } from '../../src/domain/ids';
import type { DeviceId } from '../../src/kernel/hlc';
import { isKilledAt } from '../support/killAtAnyWrite';
import { type StillClock, stillClock } from '../support/stillClock';
import { openManagedApp, openTestApp, PASSCODE, type TestApp, value } from '../support/testApp';

const BACKUP_PASSWORD = 'a hedgehog sleeps here';
const HOUR = 3_600_000;
const mary = '00123' as EmployeeId;

type Managed = TestApp & { readonly manager: ManagerApp };
let clock: StillClock;
let gate: Managed;
let canteen: TestApp;

const backUp = async ({ manager }: Managed) =>
  value(await manager.sync.makeBackup({ passcode: PASSCODE, backupPassword: BACKUP_PASSWORD })).file;
const restoreOn = async (tablet: TestApp, file: Blob, tabletName: string) =>
  value(await tablet.app.sync.restore({ file, backupPassword: BACKUP_PASSWORD, tabletName }));
const managerOf = async (tablet: TestApp): Promise<ManagerApp> => {
  value(await tablet.app.unlock(PASSCODE));
  return tablet.app.manager();
};
/** What the events of the one are to the other: carried by hand, since there is no network. */
const meet = async (from: Managed, to: TestApp) => {
  const manager = await managerOf(to);
  value(await manager.sync.takeInBackup({ file: await backUp(from), backupPassword: BACKUP_PASSWORD }));
};
const refusal = (type: string, more: object = {}) => ({ ok: false, error: { type, ...more } });

async function scan({ app }: TestApp, link: string) {
  const read = await app.readScan(link);
  return read.ok ? app.checkCode(read.value) : read;
}
async function activate(tablet: TestApp, link: string, password = 'green tractors') {
  const checked = value(await scan(tablet, link));
  return tablet.app.activate(checked, { password, personalEmail: '' });
}
const codeFor = async (id: EmployeeId = mary, choice = {}): Promise<LoginCode> =>
  value(await gate.manager.createLoginCode(id, choice));

beforeEach(async () => {
  clock = stillClock();
  gate = await openManagedApp({ clock });
  canteen = await openTestApp({ clock });
  await restoreOn(canteen, await backUp(gate), 'Canteen');
  clock.move(HOUR);
  value(await gate.manager.enrol({ employeeId: mary, firstName: 'Mary', lastName: 'Sluis' }));
});

test('[V1] [V3] a code is taken on a tablet that never heard of its bearer, and everything folds into one', async () => {
  const { link } = await codeFor();
  expect(value(await scan(canteen, link))).toMatchObject({ firstName: 'Mary', opens: 'passwordStep' });
  expect(await canteen.app.queries.employee(mary)).toEqual({ status: 'unknown' });
  value(await activate(canteen, link));
  expect(canteen.app.session.current()).toMatchObject({ kind: 'employee', employeeId: mary });
  expect(await canteen.app.queries.employee(mary)).toMatchObject({ isProvisional: true });
  canteen.app.session.end();
  value(await canteen.app.signIn({ employeeId: mary, password: 'green tractors' }));

  await meet(gate, canteen);
  const whole = await canteen.app.queries.employee(mary);
  expect(whole).toMatchObject({ account: { status: 'active' }, attention: [] });
  expect(whole).not.toHaveProperty('isProvisional');
  canteen.app.session.end();
  value(await canteen.app.signIn({ employeeId: mary, password: 'green tractors' }));
});

test('[V1] after a reload the account is there, and the code is used', async () => {
  const { link } = await codeFor();
  value(await activate(canteen, link));
  const again = await canteen.reload();
  expect(await scan(again, link)).toEqual(refusal('codeUsed'));
  value(await again.app.signIn({ employeeId: mary, password: 'green tractors' }));
});

test('[V1] killed at whichever write, either nothing is known of the code or all of it, and it is used once', async () => {
  let kills = 0;
  for (let nth = 1; ; nth += 1) {
    const id = `7${nth}` as EmployeeId;
    value(await gate.manager.enrol({ employeeId: id, firstName: 'Tom', lastName: `Lind ${nth}` }));
    const { link } = await codeFor(id);
    const isKilled = await isKilledAt(nth, async () => value(await activate(canteen, link)));
    if (!isKilled) break;
    kills += 1;
    canteen = await canteen.reload();
    const found = await canteen.app.queries.employee(id);
    if (found.status === 'unknown') value(await activate(canteen, link));
    else expect(await scan(canteen, link)).toEqual(refusal('codeUsed'));
    expect(await canteen.app.queries.employee(id)).toMatchObject({ account: { status: 'active' } });
  }
  expect(kills).toBeGreaterThan(2);
});

test('[V1] where the code was issued the voucher is the code', async () => {
  const { link } = await codeFor();
  value(await activate(gate, link));
  expect(await scan(gate, link)).toEqual(refusal('codeUsed'));
});

test('[V1] the clock of a tablet that lags behind does not put the activation before the issue', async () => {
  const { link, codeId } = await codeFor();
  clock.move(-5 * 60_000);
  value(await activate(canteen, link));
  await meet(gate, canteen);
  expect(await canteen.app.queries.employee(mary)).toMatchObject({
    account: { status: 'active' },
    spentCodes: [{ codeId, end: 'redeemed' }],
  });
});

test('[V2] changed, cut off, in another link, or of another organisation: refused', async () => {
  const { link } = await codeFor();
  const other = await codeFor((await enrolTom()).id);
  const last = link.at(-1) === '0' ? '1' : '0';
  const moved = link.replace(/[^/]*$/, other.link.split('/').at(-1) ?? '');
  for (const wrong of [
    link.slice(0, -1) + last,
    link.slice(0, -8),
    moved,
    link.replace('/00123/', '/00124/'),
  ])
    expect(await scan(canteen, wrong)).toEqual(refusal('voucherNotAccepted'));
  expect(await scan(canteen, link.replace('#BWCH/', '#OTHER/'))).toEqual(refusal('codeOfOtherOrganisation'));
  expect(await canteen.app.queries.employee(mary)).toEqual({ status: 'unknown' });
  value(await activate(canteen, link));
});

const enrolTom = async () => ({
  id: value(await gate.manager.enrol({ employeeId: '7', firstName: 'Tom', lastName: 'O’Mara' })),
});

test('[V2] a tablet of the same company with another site key refuses it', async () => {
  const stranger = await openManagedApp({ clock });
  await backUp(stranger);
  const { link } = await codeFor();
  expect(await scan(stranger, link)).toEqual(refusal('voucherNotAccepted'));
});

test('[V2] [C14] not yet valid, expired: each is told with its time', async () => {
  const startsAt = clock.now() + HOUR;
  const { link, expiresAt } = await codeFor(mary, { channel: 'link', startsAt });
  expect(expiresAt).toBe(startsAt + 24 * HOUR);
  expect(await scan(canteen, link)).toMatchObject(refusal('codeNotYetValid', { from: startsAt }));
  clock.move(HOUR);
  value(await scan(canteen, link));
  clock.move(24 * HOUR);
  expect(await scan(canteen, link)).toMatchObject(refusal('codeExpired'));
});

test('[V2] a voucher of a tablet that was revoked is refused', async () => {
  await meet(gate, canteen);
  const manager = await managerOf(canteen);
  value(await manager.sync.revoke(gate.store.device as DeviceId, PASSCODE));
  const { link } = await codeFor();
  expect(await scan(canteen, link)).toEqual(refusal('voucherFromRevokedTablet'));
});

test('[V5] [C15] superseded or revoked, once the tablet has heard of it: told, and not opened', async () => {
  const first = await codeFor();
  const second = await codeFor();
  await meet(gate, canteen);
  expect(await scan(canteen, first.link)).toEqual(refusal('codeSuperseded'));
  value(await gate.manager.revokeCode(mary));
  await meet(gate, canteen);
  expect(await scan(canteen, second.link)).toEqual(refusal('codeRevoked'));
});

test('[C10] [C7] checking a link redeems nothing, and of two who hold it the second is told', async () => {
  const { link } = await codeFor();
  const [one, two] = [value(await scan(canteen, link)), value(await scan(canteen, link))];
  const chosen = { password: 'green tractors', personalEmail: '' };
  value(await canteen.app.activate(one, chosen));
  expect(await canteen.app.activate(two, chosen)).toEqual(refusal('codeUsed'));
});

test('[V7] a typed code that this tablet cannot know is told as such', async () => {
  const { code } = await codeFor();
  expect(await canteen.app.checkCode({ employeeId: mary, code })).toEqual(refusal('codeUnknownHere'));
  const alone = await openManagedApp();
  expect(await alone.app.checkCode({ employeeId: mary, code })).toEqual(refusal('codeNotAccepted'));
});

test('[C13] a letter lives for 30 days, or as the administrator has chosen; what is out keeps its time', async () => {
  const before = await codeFor(mary, { channel: 'letter' });
  expect(before.expiresAt).toBe(clock.now() + 30 * 24 * HOUR);
  value(await gate.manager.chooseCodeLifetimes({ letter: 14 * 24 * HOUR }));
  expect(await gate.app.queries.employee(mary)).toMatchObject({
    account: { code: { expiresAt: before.expiresAt } },
  });
  expect((await codeFor(mary, { channel: 'letter' })).expiresAt).toBe(clock.now() + 14 * 24 * HOUR);
  const choice = { channel: 'screen', lifetime: 30 * 24 * HOUR } as const;
  expect(await gate.manager.createLoginCode(mary, choice)).toMatchObject(refusal('lifetimeOutOfRange'));
});

test('[D1] [D2] a day pass opens the account as often as needed, beside the password, and its session ends with it', async () => {
  value(await activate(gate, (await codeFor()).link));
  gate.app.session.end();
  const manager = await managerOf(gate);
  expect(await manager.issueDayPass(mary, 13)).toEqual(refusal('dayPassOutOfRange'));
  const pass = value(await manager.issueDayPass(mary, 1));
  clock.move(50 * 60_000);
  for (const _ of [1, 2]) {
    const checked = value(await scan(gate, pass.link));
    expect(checked.opens).toBe('account');
    value(await gate.app.enterWithDayPass(checked));
    expect(gate.app.session.current()).toMatchObject({ employeeId: mary, endsAt: pass.expiresAt });
    gate.app.session.end();
  }
  value(await gate.app.signIn({ employeeId: mary, password: 'green tractors' }));
  value(await gate.app.signIn({ employeeId: mary, password: pass.code.toLowerCase() }));
  expect(gate.app.session.current()).toMatchObject({ endsAt: pass.expiresAt });
  const checked = value(await gate.app.checkCode({ employeeId: mary, code: pass.code }));
  expect(await gate.app.activate(checked, { password: 'red tractors', personalEmail: '' })).toMatchObject({
    ok: false,
  });
  clock.move(10 * 60_000);
  expect(await scan(gate, pass.link)).toEqual(refusal('codeExpired', { at: pass.expiresAt }));
  const late = await gate.app.signIn({ employeeId: mary, password: pass.code });
  expect(late).toEqual(refusal('signInNotAccepted'));
});

test('[D2] a day pass that was called back opens nothing', async () => {
  value(await activate(gate, (await codeFor()).link));
  const manager = await managerOf(gate);
  const pass = value(await manager.issueDayPass(mary, 12));
  const checked = value(await scan(gate, pass.link));
  value(await manager.endDayPass(mary));
  expect(await gate.app.enterWithDayPass(checked)).toEqual(refusal('codeEnded'));
});
