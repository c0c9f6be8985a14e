// From the manager's tap to the employee's password, without a screen.

import { beforeEach, expect, test } from 'vitest';
import type { LoginCode } from '../../src/app/manager/loginCodes';
import type { EmployeeId } from '../../src/domain/ids';
import { openManagedApp, value } from '../support/testApp';

type Tablet = Awaited<ReturnType<typeof openManagedApp>>;
let tablet: Tablet;
let mary: EmployeeId;

const enrol = async (employeeId: string, firstName = 'Mary') =>
  value(await tablet.manager.enrol({ employeeId, firstName, lastName: 'Sluis' }));
const codeFor = async (id: EmployeeId): Promise<LoginCode> => value(await tablet.manager.createLoginCode(id));
const check = (employeeId: string, code: string) => tablet.app.checkCode({ employeeId, code });
const activate = async (code: LoginCode, password = 'green tractors') => {
  const checked = value(await check(code.employeeId, code.code));
  return tablet.app.activate(checked, { password, personalEmail: '' });
};
const refusal = (type: string, more: object = {}) => ({ ok: false, error: { type, ...more } });

beforeEach(async () => {
  tablet = await openManagedApp();
  mary = await enrol('00123');
});

test('a code is issued, redeemed with an own password, and opens Self Service', async () => {
  const code = await codeFor(mary);
  expect(code.link).toBe(`https://gatehouse.example/activate#BWCH/00123/${code.code}`);
  expect(await activate(code)).toEqual({ ok: true, value: undefined });
  expect(tablet.app.session.current()).toMatchObject({ kind: 'employee', employeeId: '00123' });
  tablet.app.session.end();
  value(await tablet.app.signIn({ employeeId: '00123', password: 'green tractors' }));
});

test('[C10] checking a code redeems nothing', async () => {
  const code = await codeFor(mary);
  value(await check('00123', code.code));
  value(await check('00123', code.code));
  expect(await tablet.app.queries.employee(mary)).toMatchObject({ account: { status: 'invited' } });
});

test('[C7] [C8] the bearer of a used code is told so', async () => {
  const code = await codeFor(mary);
  value(await activate(code));
  expect(await check('00123', code.code)).toEqual(refusal('codeUsed'));
});

test('[C8] [C9] the bearer of a superseded code is told so', async () => {
  const old = await codeFor(mary);
  const fresh = await codeFor(mary);
  expect(await check('00123', old.code)).toEqual(refusal('codeSuperseded'));
  value(await activate(fresh));
});

test('[C4] [C6] a code shown on screen is good for 24 hours', async () => {
  const code = await codeFor(mary);
  tablet.clock.move(24 * 3_600_000 - 1);
  value(await check('00123', code.code));
  tablet.clock.move(1);
  expect(await check('00123', code.code)).toEqual(refusal('codeExpired', { at: code.expiresAt }));
});

test('[C6] a code that expires while the password is typed is told so', async () => {
  const code = await codeFor(mary);
  const checked = value(await check('00123', code.code));
  tablet.clock.move(25 * 3_600_000);
  const activated = await tablet.app.activate(checked, { password: 'green tractors', personalEmail: '' });
  expect(activated).toEqual(refusal('codeExpired', { at: code.expiresAt }));
});

test('[C8] [S1] an unknown Employee ID and a wrong code are one answer', async () => {
  const other = await codeFor(await enrol('00124', 'Tom'));
  expect(await check('00123', other.code)).toEqual(refusal('codeNotAccepted'));
  expect(await check('99999', other.code)).toEqual(refusal('codeNotAccepted'));
});

test('[C3] a slip costs no try', async () => {
  const code = await codeFor(mary);
  const slip = `${code.code.slice(0, -1)}${code.code.endsWith('0') ? '1' : '0'}`;
  for (let time = 0; time < 20; time += 1) expect(await check('00123', slip)).toEqual(refusal('codeHasTypo'));
  value(await check('00123', code.code));
});

test('[C12] the plain code is nowhere in the database', async () => {
  const code = await codeFor(mary);
  const everything = JSON.stringify([
    await tablet.manager.employees.row(mary),
    await tablet.manager.activity.of(mary),
  ]);
  expect(everything).toContain('pbkdf2');
  expect(everything).not.toContain(code.code);
});

test('[P3] [P5] the rules for passwords hold at the door, and nothing is redeemed', async () => {
  const code = await codeFor(mary);
  expect(await activate(code, 'password1')).toEqual(refusal('passwordCommon'));
  expect(await activate(code, 'MarySluis1')).toEqual(refusal('passwordGuessable', { word: 'sluis' }));
  value(await activate(code));
});

test('a personal email is kept, a garbled one is told and redeems nothing', async () => {
  const code = await codeFor(mary);
  const checked = value(await check('00123', code.code));
  const chosen = { password: 'green tractors', personalEmail: 'mary at home' };
  expect(await tablet.app.activate(checked, chosen)).toEqual(refusal('emailUnreadable'));
  value(await tablet.app.activate(checked, { ...chosen, personalEmail: 'mary@example.com' }));
  expect(await tablet.app.queries.employee(mary)).toMatchObject({ personalEmail: 'mary@example.com' });
});

test('[S2] a new code ends the session that is open, and the old password with it', async () => {
  value(await activate(await codeFor(mary)));
  const session = tablet.app.session.current();
  tablet.app.session.end();
  const { manager } = await unlocked();
  value(await manager.createLoginCode(mary));
  const employee = await tablet.app.queries.employee(mary);
  if (session.kind !== 'employee' || employee.status === 'unknown') throw new Error('There should be both');
  expect(employee.accountSince).not.toBe(session.restsOn);
  expect(await tablet.app.signIn({ employeeId: '00123', password: 'green tractors' })).toEqual(
    refusal('signInNotAccepted'),
  );
});

test('[S5] a manager area that is locked writes nothing more', async () => {
  tablet.app.session.end();
  expect(await tablet.manager.createLoginCode(mary)).toEqual(refusal('sessionOver'));
  expect(await tablet.manager.markAsLeft(mary, '')).toEqual(refusal('sessionOver'));
});

test('[S4] a manager’s session is over after eight hours', async () => {
  tablet.clock.move(8 * 3_600_000);
  expect(await tablet.manager.createLoginCode(mary)).toEqual(refusal('sessionOver'));
});

async function unlocked() {
  value(await tablet.app.unlock('open the small gate'));
  return { manager: await tablet.app.manager() };
}
