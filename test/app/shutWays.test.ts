// Ways in that must stay shut, and ways that must not be shut by mistake, between tablets that heard of different things.

import { beforeEach, expect, test } from 'vitest';
import type { EmployeeId } from '../../src/domain/ids';
import type { Result } from '../../src/kernel/result';
import { beginSister, carryEnds, type Managed, managed, tellAll } from '../support/sisters';
import { type StillClock, stillClock } from '../support/stillClock';
import { openManagedApp, PASSCODE, type TestApp, value } from '../support/testApp';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const mary = '1' as EmployeeId;
const joe = '2' as EmployeeId;

let clock: StillClock;
let gate: Managed;

beforeEach(async () => {
  clock = stillClock();
  gate = await openManagedApp({ clock });
});

const enrol = async ({ manager }: Managed, employeeId: EmployeeId, firstName = 'Mary', lastName = 'Sluis') =>
  value(await manager.enrol({ employeeId, firstName, lastName }));
const codeFor = async ({ manager }: Managed, employeeId: EmployeeId) =>
  value(await manager.createLoginCode(employeeId));
async function scan({ app }: TestApp, link: string) {
  const read = await app.readScan(link);
  return read.ok ? app.checkCode(read.value) : read;
}
const typeOf = (result: Result<unknown, { readonly type: string }>) => (result.ok ? 'ok' : result.error.type);
const activate = async (tablet: TestApp, link: string, password = 'green tractors') =>
  tablet.app.activate(value(await scan(tablet, link)), { password, personalEmail: '' });
const signIn = async ({ app }: TestApp, employeeId: EmployeeId, password: string) =>
  typeOf(await app.signIn({ employeeId, password }));
const accountOf = async ({ store }: TestApp, id: EmployeeId) => {
  const employee = await store.queries.employee(id);
  return employee.status === 'enrolled' ? employee.account.status : employee.status;
};
/** Thirty of them, over time. */
async function guessUntilStopped(tablet: TestApp, id: EmployeeId) {
  for (let time = 0; time < 30; time += 1) {
    await tablet.app.signIn({ employeeId: id, password: `guess ${time}` });
    clock.move(2 * HOUR);
  }
}
async function withPassword(tablet: Managed, id: EmployeeId, password: string): Promise<Managed> {
  value(await activate(tablet, (await codeFor(tablet, id)).link, password));
  return managed(tablet);
}

test('[T3] [T11] letters for many lift every stop, not only the first', async () => {
  await enrol(gate, mary);
  await enrol(gate, joe, 'Joe', 'Doe');
  for (const id of [mary, joe]) await guessUntilStopped(gate, id);
  gate = await managed(gate);
  const { codes } = value(await gate.manager.createManyLoginCodes([mary, joe], { channel: 'letter' }));
  for (const { employeeId, code } of codes)
    expect(typeOf(await gate.app.checkCode({ employeeId, code }))).toBe('ok');
});

test('[B4] letters for people who all have left are none, and nothing breaks', async () => {
  await enrol(gate, mary);
  value(await gate.manager.markAsLeft(mary, ''));
  const made = value(await gate.manager.createManyLoginCodes([mary], { channel: 'letter' }));
  expect(made.codes).toEqual([]);
});

test('[T11] a code made elsewhere after a stop here is taken here, and is not closed by it', async () => {
  await enrol(gate, mary);
  gate = await withPassword(gate, mary, 'green tractors');
  const canteen = await beginSister(gate, 'Canteen');
  await guessUntilStopped(canteen, mary);
  expect(await signIn(canteen, mary, 'green tractors')).toBe('tooManyTries');
  gate = await managed(gate);
  const { code } = await codeFor(gate, mary);
  await tellAll(gate, canteen);
  expect(typeOf(await canteen.app.checkCode({ employeeId: mary, code }))).toBe('ok');
  await tellAll(canteen, gate);
  expect(await accountOf(gate, mary)).toBe('invited');
});

test('[T11] a clock that was set back lifts no stop', async () => {
  await enrol(gate, mary);
  gate = await withPassword(gate, mary, 'green tractors');
  clock.move(-30 * 24 * HOUR);
  await guessUntilStopped(gate, mary);
  expect(await signIn(gate, mary, 'green tractors')).toBe('tooManyTries');
});

test('[T10] a day pass gives no guesses at the password back, and costs none', async () => {
  await enrol(gate, mary);
  gate = await withPassword(gate, mary, 'green tractors');
  const pass = value(await gate.manager.issueDayPass(mary, 12));
  const enter = async () => typeOf(await gate.app.checkCode({ employeeId: mary, code: pass.code }));
  for (let time = 0; time < 4; time += 1) {
    expect(await signIn(gate, mary, `guess ${time}`)).toBe('signInNotAccepted');
    expect(await enter()).toBe('ok');
  }
  expect(await signIn(gate, mary, 'guess again')).toBe('signInNotAccepted');
  expect(await signIn(gate, mary, 'green tractors')).toBe('waitBeforeNextTry');
});

test('[M2] [V4] where only what ended an account was carried, codes from before it open nothing', async () => {
  const canteen = await beginSister(gate, 'Canteen');
  clock.move(MINUTE);
  await enrol(gate, mary);
  const replaced = await codeFor(gate, mary);
  clock.move(MINUTE);
  const used = await codeFor(gate, mary);
  value(await activate(gate, used.link));
  gate = await managed(gate);
  expect(await carryEnds(gate, canteen)).toMatchObject({ counts: { newCodes: 1, left: 0 } });
  expect(typeOf(await scan(canteen, replaced.link))).toBe('codeSuperseded');
  expect(typeOf(await scan(canteen, used.link))).toBe('codeUsed');
});

test('[M2] the code of an account that was closed for guessing opens nothing where that was carried', async () => {
  let canteen = await beginSister(gate, 'Canteen');
  clock.move(MINUTE);
  await enrol(gate, mary);
  const { link } = value(await gate.manager.createLoginCode(mary, { channel: 'letter' }));
  await guessUntilStopped(gate, mary);
  [gate, canteen] = [await managed(gate), await managed(canteen)];
  await carryEnds(gate, canteen);
  expect(typeOf(await scan(canteen, link))).toBe('codeEnded');
});

test('[Y6] [V2] [M7] a tablet that is known by its revocation alone is a revoked one', async () => {
  const canteen = await beginSister(gate, 'Canteen');
  clock.move(MINUTE);
  const stolen = await beginSister(gate, 'Stolen');
  await tellAll(stolen, gate);
  await enrol(stolen, mary);
  const { link } = await codeFor(stolen, mary);
  value(await gate.manager.sync.revoke(stolen.store.device, PASSCODE));
  expect(await carryEnds(gate, canteen)).toMatchObject({ counts: { revokedTablets: 1 } });
  expect(typeOf(await scan(canteen, link))).toBe('voucherFromRevokedTablet');
  const { file } = value(await stolen.manager.sync.carry('everything'));
  const intake = value(await canteen.manager.sync.beginIntake());
  expect(typeOf(await intake.takeInFile(file))).toBe('parcelFromRevokedTablet');
  // And once the rest of it has arrived.
  await tellAll(gate, canteen);
  expect(typeOf(await scan(canteen, link))).toBe('voucherFromRevokedTablet');
});

test('[Y6] a tablet that has heard of its own revocation makes no codes and no day passes', async () => {
  await enrol(gate, mary);
  gate = await withPassword(gate, mary, 'green tractors');
  const stolen = await beginSister(gate, 'Stolen');
  await tellAll(stolen, gate);
  value(await gate.manager.sync.revoke(stolen.store.device, PASSCODE));
  await carryEnds(gate, stolen);
  expect(typeOf(await stolen.manager.createLoginCode(mary))).toBe('thisTabletRevoked');
  expect(typeOf(await stolen.manager.issueDayPass(mary, 1))).toBe('thisTabletRevoked');
  expect(typeOf(await stolen.manager.createManyLoginCodes([mary], { channel: 'letter' }))).toBe(
    'thisTabletRevoked',
  );
});

test('[V5] a leaver does not get in with a code of a tablet that had not heard of the leaving', async () => {
  const canteen = await beginSister(gate, 'Canteen');
  clock.move(MINUTE);
  await enrol(gate, mary);
  const pantry = await beginSister(gate, 'Pantry');
  clock.move(MINUTE);
  value(await gate.manager.markAsLeft(mary, ''));
  clock.move(MINUTE);
  const { link } = await codeFor(pantry, mary);
  await carryEnds(gate, canteen);
  expect(typeOf(await scan(canteen, link))).toBe('codeEnded');
});

test('[D3] the day pass of somebody else under the same Employee ID opens nothing', async () => {
  const canteen = await beginSister(gate, 'Canteen');
  clock.move(MINUTE);
  await enrol(gate, mary, 'Tom', 'Lind');
  gate = await withPassword(gate, mary, 'green tractors');
  clock.move(MINUTE);
  await enrol(canteen, mary, 'Bob', 'Stone');
  const there = await withPassword(canteen, mary, 'brown hedgehogs');
  clock.move(MINUTE);
  const { code } = value(await there.manager.issueDayPass(mary, 12));
  expect(await signIn(there, mary, code)).toBe('ok');
  await tellAll(there, gate);
  expect(await signIn(gate, mary, code)).toBe('signInNotAccepted');
  expect(await signIn(gate, mary, 'green tractors')).toBe('ok');
});

test('[M2] [A1] the password of an activation that lost is carried as ended', async () => {
  await enrol(gate, mary);
  const { link } = await codeFor(gate, mary);
  const pantry = await beginSister(gate, 'Pantry');
  clock.move(MINUTE);
  value(await activate(pantry, link, 'brown hedgehogs'));
  const canteen = await beginSister(pantry, 'Canteen');
  clock.move(MINUTE);
  value(await activate(gate, link, 'green tractors'));
  await tellAll(pantry, gate);
  gate = await managed(gate);
  expect(await signIn(canteen, mary, 'brown hedgehogs')).toBe('ok');
  await carryEnds(gate, await managed(canteen));
  expect(await signIn(canteen, mary, 'brown hedgehogs')).toBe('signInNotAccepted');
  expect(await signIn(canteen, mary, 'green tractors')).toBe('ok');
});

test('[M5] [O5] what a parcel says of tablets decides which of its events count', async () => {
  await enrol(gate, mary);
  const stolen = await beginSister(gate, 'Stolen');
  const pantry = await beginSister(gate, 'Pantry');
  const canteen = await beginSister(gate, 'Canteen');
  for (const tablet of [gate, pantry, canteen]) await tellAll(stolen, tablet);
  clock.move(MINUTE);
  value(await stolen.manager.markAsLeft(mary, ''));
  for (const tablet of [gate, canteen]) await carryEnds(stolen, tablet);
  clock.move(MINUTE);
  value(await pantry.manager.sync.revoke(stolen.store.device, PASSCODE));
  await carryEnds(pantry, canteen);
  // At the gate the leaving counts: it was there before the revocation.
  value(await gate.manager.sync.revoke(stolen.store.device, PASSCODE));
  await carryEnds(gate, canteen);
  const there = await canteen.store.queries.employee(mary);
  expect(there).toMatchObject({ employment: { status: 'left' } });
  expect(there).toEqual(await gate.store.queries.employee(mary));
});

test('[C6] a code or a day pass that was told to have expired stays so when the clock is set back', async () => {
  await enrol(gate, mary);
  await enrol(gate, joe, 'Joe', 'Doe');
  gate = await withPassword(gate, joe, 'green tractors');
  const { code } = await codeFor(gate, mary);
  const pass = value(await gate.manager.issueDayPass(joe, 12));
  clock.move(25 * HOUR);
  const check = async () => typeOf(await gate.app.checkCode({ employeeId: mary, code }));
  expect(await check()).toBe('codeExpired');
  expect(await signIn(gate, joe, pass.code)).toBe('signInNotAccepted');
  clock.move(-24 * HOUR);
  expect(await check()).toBe('codeExpired');
  expect(await signIn(gate, joe, pass.code)).toBe('signInNotAccepted');
});

test('[P5] the name in a voucher is as easy to guess as any', async () => {
  const canteen = await beginSister(gate, 'Canteen');
  clock.move(MINUTE);
  await enrol(gate, mary, 'Bartholomew', 'Featherstonehaugh');
  const { link } = await codeFor(gate, mary);
  const checked = value(await scan(canteen, link));
  const owner = { employeeId: mary, voucher: checked.voucher?.content ?? { firstName: '', lastName: '' } };
  expect(typeOf(await canteen.app.checkPassword(owner, 'Featherstonehaugh1'))).toBe('passwordGuessable');
  expect(
    typeOf(await canteen.app.activate(checked, { password: 'Featherstonehaugh1', personalEmail: '' })),
  ).toBe('passwordGuessable');
});

test('[B5] a printed code that was copied too is still a printed one', async () => {
  await enrol(gate, mary);
  const { codeId } = value(await gate.manager.createLoginCode(mary, { channel: 'letter' }));
  for (const how of ['print', 'copy'] as const) value(await gate.manager.recordHandOver(mary, codeId, how));
  expect(await gate.manager.readChosen([mary])).toMatchObject([{ standing: 'has a printed code' }]);
});
