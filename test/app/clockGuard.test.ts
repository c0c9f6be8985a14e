// A tablet whose clock was set back, from the manager's and from the employee's side.

import { beforeEach, expect, test } from 'vitest';
import type { EmployeeId } from '../../src/domain/ids';
import { MORNING } from '../support/stillClock';
import { openManagedApp, PASSCODE, value } from '../support/testApp';

const HOUR = 3_600_000;
const mary = '00123' as EmployeeId;
let tablet: Awaited<ReturnType<typeof openManagedApp>>;

beforeEach(async () => {
  tablet = await openManagedApp();
  value(await tablet.manager.enrol({ employeeId: mary, firstName: 'Mary', lastName: 'Sluis' }));
});

/** The manager area, opened anew: a session does not live through a clock that was set. */
async function unlocked() {
  tablet.app.session.end();
  value(await tablet.app.unlock(PASSCODE));
  return tablet.app.manager();
}
/** Something is written, and the clock's time with it. */
const write = async (lastName: string) =>
  value(await (await unlocked()).change(mary, { firstName: 'Mary', lastName }));

test('[K1] [K2] after a jump back of more than a day no code is issued, until a manager confirms the clock', async () => {
  tablet.clock.move(-25 * HOUR);
  const manager = await unlocked();
  const refused = {
    ok: false,
    error: { type: 'clockJumpedBack', before: MORNING, now: MORNING - 25 * HOUR },
  };
  expect(await manager.createLoginCode(mary)).toEqual(refused);
  // Whatever else is written meanwhile, the guard stays.
  await write('Smith');
  expect(await (await unlocked()).createLoginCode(mary)).toEqual(refused);
  const again = await unlocked();
  value(await again.confirmClock());
  value(await again.createLoginCode(mary));
  expect((await again.activity.page()).items.map(({ event }) => event.type)).toContain('ClockConfirmed');
});

test('[K1] the guard stands after a reload too', async () => {
  tablet.clock.move(-25 * HOUR);
  tablet = { ...tablet, ...(await tablet.reload()) };
  expect(await (await unlocked()).createLoginCode(mary)).toMatchObject({
    error: { type: 'clockJumpedBack' },
  });
});

test('[K1] a small step back stops nobody', async () => {
  tablet.clock.move(-24 * HOUR);
  value(await (await unlocked()).createLoginCode(mary));
});

test('[K3] a code and a day pass made after a small step back are good at once, and as long as they should be', async () => {
  tablet.clock.move(-12 * HOUR);
  const manager = await unlocked();
  const code = value(await manager.createLoginCode(mary, { lifetime: HOUR }));
  const checked = value(await tablet.app.checkCode({ employeeId: mary, code: code.code }));
  value(await tablet.app.activate(checked, { password: 'green tractors', personalEmail: '' }));
  const pass = value(await (await unlocked()).issueDayPass(mary, 1));
  tablet.app.session.end();
  value(await tablet.app.signIn({ employeeId: mary, password: pass.code }));
  tablet.app.session.end();
  tablet.clock.move(13 * HOUR);
  expect(await tablet.app.signIn({ employeeId: mary, password: pass.code })).toMatchObject({ ok: false });
});

test('[S5] [K2] a manager area that is locked confirms no clock', async () => {
  tablet.app.session.end();
  expect(await tablet.manager.confirmClock()).toEqual({ ok: false, error: { type: 'sessionOver' } });
});

test('[C6] a code that has expired stays so when the clock is set back', async () => {
  const code = value(await tablet.manager.createLoginCode(mary));
  const typed = { employeeId: mary, code: code.code };
  const checked = value(await tablet.app.checkCode(typed));
  tablet.clock.move(25 * HOUR);
  await write('Smith');
  tablet.clock.move(-25 * HOUR);
  const expired = { ok: false, error: { type: 'codeExpired', at: code.expiresAt } };
  expect(await tablet.app.checkCode(typed)).toEqual(expired);
  expect(await tablet.app.activate(checked, { password: 'green tractors', personalEmail: '' })).toEqual(
    expired,
  );
});
