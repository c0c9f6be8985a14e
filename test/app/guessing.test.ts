// Nobody can guess: wrong tries at the kiosk and at the manager's lock, over time and over reloads.

import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/store/db';
import type { TestApp } from '../support/testApp';
import { openManagedApp, PASSCODE, value } from '../support/testApp';

const HOUR = 3_600_000;

async function tabletWithMary() {
  const tablet = await openManagedApp();
  const id = value(await tablet.manager.enrol({ employeeId: '00123', firstName: 'Mary', lastName: 'Sluis' }));
  const code = value(await tablet.manager.createLoginCode(id));
  const checked = value(await tablet.app.checkCode({ employeeId: id, code: code.code }));
  value(await tablet.app.activate(checked, { password: 'green tractors', personalEmail: '' }));
  tablet.app.session.end();
  return tablet;
}

async function outcome({ app }: Pick<TestApp, 'app'>, password: string, employeeId = '00123') {
  const signedIn = await app.signIn({ employeeId, password });
  return signedIn.ok ? 'signed in' : signedIn.error.type;
}
const wrong = (tablet: Pick<TestApp, 'app'>, employeeId?: string) =>
  outcome(tablet, 'blue tractors', employeeId);

test('[T1] [T2] five wrong tries are free, then even the right password waits 30 s', async () => {
  const tablet = await tabletWithMary();
  for (let time = 0; time < 5; time += 1) expect(await wrong(tablet)).toBe('signInNotAccepted');
  expect(await outcome(tablet, 'green tractors')).toBe('waitBeforeNextTry');
  tablet.clock.move(29_999);
  expect(await outcome(tablet, 'green tractors')).toBe('waitBeforeNextTry');
  tablet.clock.move(1);
  expect(await outcome(tablet, 'green tractors')).toBe('signed in');
});

test('[T9] a reload gives no more tries, nor does asking many times at once', async () => {
  const tablet = await tabletWithMary();
  const answers = await Promise.all(Array.from({ length: 12 }, () => wrong(tablet)));
  expect(answers.filter((answer) => answer === 'signInNotAccepted')).toHaveLength(5);
  expect(await outcome(await tablet.reload(), 'green tractors')).toBe('waitBeforeNextTry');
});

test('[T3] thirty wrong tries close the account, on the record, until a new code is issued', async () => {
  const tablet = await tabletWithMary();
  for (let time = 0; time < 30; time += 1) {
    expect(await wrong(tablet)).toBe('signInNotAccepted');
    tablet.clock.move(HOUR);
  }
  expect(await outcome(tablet, 'green tractors')).toBe('tooManyTries');
  value(await tablet.app.unlock(PASSCODE));
  const manager = await tablet.app.manager();
  const [row] = await manager.employees.rows(['employee:00123' as never]);
  expect(row?.account).toBe('locked');
  const code = value(await manager.createLoginCode('00123' as never));
  value(await tablet.app.checkCode({ employeeId: '00123', code: code.code }));
});

test('[S1] an Employee ID that nobody has is throttled in the same way', async () => {
  const tablet = await tabletWithMary();
  for (let time = 0; time < 5; time += 1) expect(await wrong(tablet, '99999')).toBe('signInNotAccepted');
  expect(await wrong(tablet, '99999')).toBe('waitBeforeNextTry');
});

test('[T4] one account’s wrong tries leave the tablet open for others', async () => {
  const tablet = await tabletWithMary();
  for (let time = 0; time < 6; time += 1) await wrong(tablet, '99999');
  expect(await outcome(tablet, 'green tractors')).toBe('signed in');
});

test('[T4] [T7] wrong tries on many accounts shut the tablet until a manager opens their area', async () => {
  const tablet = await tabletWithMary();
  for (const id of ['1', '2', '3', '4', '5']) expect(await wrong(tablet, id)).toBe('signInNotAccepted');
  expect(await outcome(tablet, 'green tractors')).toBe('waitBeforeNextTry');
  value(await tablet.app.unlock(PASSCODE));
  expect(await outcome(tablet, 'green tractors')).toBe('signed in');
});

test('[T2] [T8] a passcode has waits but no hard stop, and is not shut by the kiosk', async () => {
  const tablet = await tabletWithMary();
  for (const id of ['1', '2', '3', '4', '5']) await wrong(tablet, id);
  for (let time = 0; time < 5; time += 1)
    expect(await tablet.app.unlock('not the one')).toEqual({
      ok: false,
      error: { type: 'passcodeNotAccepted' },
    });
  expect(await tablet.app.unlock(PASSCODE)).toMatchObject({
    ok: false,
    error: { type: 'waitBeforeNextTry' },
  });
  for (let time = 0; time < 40; time += 1) {
    tablet.clock.move(HOUR);
    await tablet.app.unlock('not the one');
  }
  tablet.clock.move(HOUR);
  value(await tablet.app.unlock(PASSCODE));
});

test('[T13] an empty passcode and an empty password are no tries', async () => {
  const tablet = await tabletWithMary();
  for (let time = 0; time < 9; time += 1)
    expect(await tablet.app.unlock('')).toEqual({ ok: false, error: { type: 'passcodeMissing' } });
  value(await tablet.app.unlock(PASSCODE));
  for (let time = 0; time < 9; time += 1) expect(await outcome(tablet, '')).toBe('signInNotAccepted');
  expect(await outcome(tablet, 'green tractors')).toBe('signed in');
  for (let time = 0; time < 9; time += 1)
    expect(await tablet.app.changePassword({ current: '', next: 'seven red barns' })).toEqual({
      ok: false,
      error: { type: 'currentPasswordWrong' },
    });
  value(await tablet.app.changePassword({ current: 'green tractors', next: 'seven red barns' }));
});

test('[S3] the password is changed by giving the one in use', async () => {
  const tablet = await tabletWithMary();
  expect(await outcome(tablet, 'green tractors')).toBe('signed in');
  const change = (current: string) => tablet.app.changePassword({ current, next: 'seven red barns' });
  expect(await change('wrong one')).toEqual({ ok: false, error: { type: 'currentPasswordWrong' } });
  value(await change('green tractors'));
  value(await change('seven red barns'));
  tablet.app.session.end();
  expect(await outcome(tablet, 'green tractors')).toBe('signInNotAccepted');
  expect(await outcome(tablet, 'seven red barns')).toBe('signed in');
});

test('[S1] an unknown Employee ID costs as much work as a wrong password', async () => {
  const tablet = await tabletWithMary();
  const workOf = async (employeeId: string) => {
    const before = tablet.passwords.asked;
    await wrong(tablet, employeeId);
    return tablet.passwords.asked - before;
  };
  expect(await workOf('99999')).toBe(await workOf('00123'));
});

test('[S1] a code is compared as often for nobody, for someone without a code, and for someone with several', async () => {
  const tablet = await openManagedApp();
  for (const [employeeId, codes] of [
    ['1', 0],
    ['2', 1],
    ['3', 3],
  ] as const) {
    const id = value(await tablet.manager.enrol({ employeeId, firstName: 'Mary', lastName: 'Sluis' }));
    for (let made = 0; made < codes; made += 1) value(await tablet.manager.createLoginCode(id));
  }
  const { code } = value(await tablet.manager.createLoginCode('1' as never));
  const derive = vi.spyOn(crypto.subtle, 'deriveBits');
  const workOf = async (employeeId: string) => {
    derive.mockClear();
    expect((await tablet.app.checkCode({ employeeId, code })).ok).toBe(employeeId === '1');
    return derive.mock.calls.length;
  };
  const work = [await workOf('99999'), await workOf('1'), await workOf('2'), await workOf('3')];
  derive.mockRestore();
  expect(work).toEqual([4, 4, 4, 4]);
});

test('[T10] a spent code buys no guesses at the password', async () => {
  const tablet = await openManagedApp();
  const id = value(await tablet.manager.enrol({ employeeId: '00123', firstName: 'Mary', lastName: 'Sluis' }));
  const { code } = value(await tablet.manager.createLoginCode(id));
  const checked = value(await tablet.app.checkCode({ employeeId: id, code }));
  value(await tablet.app.activate(checked, { password: 'green tractors', personalEmail: '' }));
  tablet.app.session.end();
  for (let time = 0; time < 4; time += 1) await wrong(tablet);
  expect(await tablet.app.checkCode({ employeeId: id, code })).toEqual({
    ok: false,
    error: { type: 'codeUsed' },
  });
  expect(await wrong(tablet)).toBe('waitBeforeNextTry');
});

test('[T6] a tablet whose clock was set back far opens again after the wait, for managers too', async () => {
  const tablet = await tabletWithMary();
  for (let time = 0; time < 5; time += 1) await wrong(tablet);
  for (let time = 0; time < 5; time += 1) await tablet.app.unlock('not the one');
  tablet.clock.move(-30 * 24 * HOUR);
  expect(await outcome(tablet, 'green tractors')).toBe('waitBeforeNextTry');
  expect((await tablet.app.unlock(PASSCODE)).ok).toBe(false);
  tablet.clock.move(30_000);
  expect(await outcome(tablet, 'green tractors')).toBe('signed in');
  tablet.app.session.end();
  value(await tablet.app.unlock(PASSCODE));
});

test('[S6] whoever leaves while a secret is being checked is not signed in when the answer comes', async () => {
  const tablet = await tabletWithMary();
  const signingIn = outcome(tablet, 'green tractors');
  tablet.app.session.end();
  expect(await signingIn).toBe('sessionOver');
  const unlocking = tablet.app.unlock(PASSCODE);
  tablet.app.session.end();
  expect((await unlocking).ok).toBe(false);
  expect(tablet.app.session.current()).toEqual({ kind: 'nobody' });
});

test('[T12] what was typed into the wrong field is not kept, nor anything in which it could be tried out', async () => {
  const [one, other] = [await tabletWithMary(), await tabletWithMary()];
  const [kept, keptThere] = await Promise.all(
    [one, other].map(async (tablet) => {
      await wrong(tablet, 'green tractors');
      await tablet.app.unlock('00000000');
      return keptTries(tablet.databaseName);
    }),
  );
  expect(kept).toHaveLength(2);
  expect(kept).toContain('passcode');
  expect(JSON.stringify(kept).toLowerCase()).not.toContain('tractor');
  // The same words on another tablet: nothing that all tablets, or a list of common passwords, would have in common.
  expect(kept?.filter((account) => keptThere?.includes(account))).toEqual(['passcode']);
});

test('[T12] the key cannot be read, and is the same after a reload', async () => {
  const tablet = await tabletWithMary();
  await wrong(tablet);
  const db = openDatabase(tablet.databaseName);
  const row = await db.meta.get('hiding');
  db.close();
  expect(row).toMatchObject({ hidingKey: { type: 'secret', extractable: false } });
  const again = await tablet.reload();
  await wrong(again);
  expect(await keptTries(tablet.databaseName)).toHaveLength(1);
});

test('[T12] what an older version kept of accounts goes; the passcode’s wrong tries stay', async () => {
  const name = 'older-tries';
  const older = new Dexie(name);
  older.version(3).stores({ log: '++seq', streams: 'stream', tries: 'account', meta: 'key' });
  const tries = { count: 6, lastAt: 0, onTablet: 0 };
  await older.table('tries').bulkAdd([
    { account: 'xB3sQz1sha256', ...tries },
    { account: 'passcode', ...tries },
  ]);
  older.close();
  expect(await keptTries(name)).toEqual(['passcode']);
});

async function keptTries(databaseName: string): Promise<readonly string[]> {
  const db = openDatabase(databaseName);
  const rows = await db.tries.toArray();
  db.close();
  return rows.map(({ account }) => account);
}
