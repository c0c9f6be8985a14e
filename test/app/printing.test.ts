// Codes for many, as they are made for printing: everyone gets one and one only, whatever comes between.

import { beforeEach, expect, test } from 'vitest';
import type { ManagerApp } from '../../src/app/manager/managerApp';
import type { EmployeeId } from '../../src/domain/ids';
import { openManagedApp, type TestApp, value } from '../support/testApp';

const PEOPLE = 250;
const DAY = 24 * 3_600_000;
const ids = Array.from({ length: PEOPLE }, (_, at) => String(7_000 + at) as EmployeeId);
const [first, second, third] = ids as [EmployeeId, EmployeeId, EmployeeId];

let tablet: TestApp & { readonly manager: ManagerApp };
let manager: ManagerApp;

beforeEach(async () => {
  tablet = await openManagedApp();
  manager = tablet.manager;
});

const enrol = async (some: readonly EmployeeId[]) => {
  for (const employeeId of some)
    value(await manager.enrol({ employeeId, firstName: 'Ada', lastName: `Sluis ${employeeId}` }));
};
const opens = async ({ employeeId, code }: { employeeId: EmployeeId; code: string }) =>
  (await tablet.app.checkCode({ employeeId, code })).ok;
const issuedOf = async (id: EmployeeId) =>
  (await manager.activity.of(id)).filter(({ event }) => event.type === 'ActivationCodeIssued').length;

test('[B4] stopped half-way, it goes on with the others, and nobody has two', async () => {
  await enrol(ids);
  const stopping = new AbortController();
  const told: number[] = [];
  const half = value(
    await manager.createManyLoginCodes(
      ids,
      { channel: 'letter' },
      {
        signal: stopping.signal,
        onProgress(done) {
          told.push(done);
          if (done > 0) stopping.abort();
        },
      },
    ),
  );
  expect(half.codes.map(({ employeeId }) => employeeId)).toEqual(ids.slice(0, half.codes.length));
  expect(half.rest).toEqual(ids.slice(half.codes.length));
  expect(half.rest.length).toBeGreaterThan(0);
  expect(told).toEqual([0, half.codes.length]);

  const whole = value(await manager.createManyLoginCodes(half.rest, { channel: 'letter' }));
  expect(whole.rest).toEqual([]);
  const codes = [...half.codes, ...whole.codes];
  expect(codes.map(({ employeeId }) => employeeId)).toEqual(ids);
  expect(new Set(codes.map(({ code }) => code)).size).toBe(PEOPLE);
  for (const code of [codes[0], codes[120], codes[249]]) {
    expect(code && (await opens(code))).toBe(true);
    expect(code && (await issuedOf(code.employeeId))).toBe(1);
    expect(code?.expiresAt).toBe(tablet.clock.now() + 30 * DAY);
    expect(code?.link).toContain(`/activate#BWCH/${code?.employeeId}/${code?.code}`);
  }
});

test('[B4] whoever cannot get a code holds nobody up', async () => {
  await enrol([first, third]);
  value(await manager.markAsLeft(first, ''));
  const { codes, refused } = value(await manager.createManyLoginCodes([first, second, third], {}));
  expect(codes.map(({ employeeId }) => employeeId)).toEqual([third]);
  expect(refused).toEqual([
    { employeeId: first, refusal: { type: 'hasLeft' } },
    { employeeId: second, refusal: { type: 'employeeUnknown' } },
  ]);
});

test('[S5] a locked area issues nothing more; who has no code by then has none, who has one can get another', async () => {
  await enrol(ids);
  const made = await manager.createManyLoginCodes(
    ids,
    {},
    {
      onProgress(done) {
        if (done > 0) tablet.app.session.end();
      },
    },
  );
  expect(made).toEqual({ ok: false, error: { type: 'sessionOver' } });
  value(await tablet.app.unlock('open the small gate'));
  manager = await tablet.app.manager();
  expect(await issuedOf(first)).toBe(1);
  expect(await issuedOf(ids.at(-1) as EmployeeId)).toBe(0);
  const { codes } = value(await manager.createManyLoginCodes([first], {}));
  expect(codes[0] && (await opens(codes[0]))).toBe(true);
});

test('[K1] no codes after the clock jumped back', async () => {
  await enrol([first]);
  tablet.clock.move(-2 * DAY);
  expect(await manager.createManyLoginCodes([first], {})).toMatchObject({
    ok: false,
    error: { type: 'clockJumpedBack' },
  });
});

test('[B5] those who were chosen are told apart: has left, has a printed code, has a password', async () => {
  await enrol(ids.slice(0, 5));
  const [, , , fourth, fifth] = ids as [EmployeeId, EmployeeId, EmployeeId, EmployeeId, EmployeeId];
  value(await manager.markAsLeft(first, ''));
  const { codes } = value(await manager.createManyLoginCodes([second, third, fourth], { channel: 'letter' }));
  const [ofSecond, ofThird, ofFourth] = codes;
  if (!ofSecond || !ofThird || !ofFourth) throw new Error('Somebody got no code');
  value(await manager.recordPrinted([ofSecond]));
  const checked = value(await tablet.app.checkCode(ofFourth));
  value(await tablet.app.activate(checked, { password: 'green tractors', personalEmail: '' }));
  value(await tablet.app.unlock('open the small gate'));
  manager = await tablet.app.manager();

  const chosen = await manager.readChosen([...ids.slice(0, 5), ids[9] as EmployeeId]);
  expect(chosen?.map(({ employeeId, standing, hasPassword }) => [employeeId, standing, hasPassword])).toEqual(
    [
      [first, 'has left', false],
      [second, 'has a printed code', false],
      [third, 'ready', false],
      [fourth, 'ready', true],
      [fifth, 'ready', false],
    ],
  );

  tablet.clock.move(31 * DAY);
  value(await tablet.app.unlock('open the small gate'));
  manager = await tablet.app.manager();
  const later = await manager.readChosen([second]);
  expect(later?.[0]?.standing).toBe('ready');
});

test('[B6] a printed code is on record as handed over, once; one that was replaced meanwhile is not', async () => {
  await enrol([first, second]);
  const { codes } = value(await manager.createManyLoginCodes([first, second], { channel: 'letter' }));
  value(await manager.createLoginCode(second));
  value(await manager.recordPrinted(codes));
  // Once more, on other paper.
  value(await manager.recordPrinted(codes));
  const handedOver = async (id: EmployeeId) =>
    (await manager.activity.of(id)).filter(({ event }) => event.type === 'CodeHandedOver');
  expect(await handedOver(first)).toMatchObject([{ event: { how: 'print' } }]);
  expect(await handedOver(second)).toEqual([]);
});
