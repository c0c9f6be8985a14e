import { expect, test } from 'vitest';
import type { EmployeeEvent } from '../../../src/domain/employee';
import { sinceAccountEnded } from '../../../src/domain/endedAccount';
import type { RecordedEvent } from '../../../src/domain/streams';
import { enrolled, firstCode, issued, left, password, redeemed, secondCode } from '../../support/people';
import { MORNING } from '../../support/stillClock';
import { eventOf, on } from '../../support/tablets';

/** A minute apart; gives which of them are carried, by their place. */
function carried(events: readonly EmployeeEvent[], since = MORNING): readonly number[] {
  const recorded = events.map((event, minute): RecordedEvent => on('a', minute, event));
  return sinceAccountEnded(recorded, since).map((event) => recorded.indexOf(event));
}
const passwordChanged = (minute: number): EmployeeEvent => ({
  type: 'PasswordChanged',
  v: 1,
  password,
  accountSince: eventOf('a', minute),
});
const locked = (minute: number): EmployeeEvent => ({
  type: 'AccountLocked',
  v: 1,
  accountSince: eventOf('a', minute),
});
const returned: EmployeeEvent = { type: 'EmployeeReturned', v: 1 };
const renamed: EmployeeEvent = { type: 'EmployeeDetailsChanged', v: 1, changes: { lastName: 'Hopper' } };

test('[M2] of whoever only came, was activated and changed their own password nothing is carried', () => {
  expect(carried([enrolled, issued(), redeemed(), passwordChanged(2), renamed])).toEqual([]);
});

test('[M2] of whoever left it is carried, with an account and without', () => {
  expect(carried([enrolled, issued(), redeemed(), renamed, left])).toEqual([0, 4]);
  expect(carried([enrolled, left])).toEqual([0, 1]);
  expect(carried([left])).toEqual([0]);
});

test('[M2] with it goes everything since: a code that was used must not look unused elsewhere', () => {
  expect(carried([enrolled, left, returned, issued(), redeemed(), passwordChanged(4)])).toEqual([
    0, 1, 2, 3, 4, 5,
  ]);
});

test('[M2] a new code that ended a password or a live code is carried; the first one is not', () => {
  expect(carried([enrolled, issued(), redeemed(), issued(secondCode), redeemed(secondCode)])).toEqual([
    0, 3, 4,
  ]);
  expect(carried([enrolled, issued(), issued(secondCode)])).toEqual([0, 2]);
});

test('[M2] a new code for an old one that had expired ended nothing', () => {
  const short: EmployeeEvent = { ...issued(firstCode), expiresAt: MORNING + 90_000 } as EmployeeEvent;
  expect(carried([enrolled, short, renamed, issued(secondCode)])).toEqual([]);
});

test('[M2] a closed account is carried with the code it rests on, or another tablet would not see what was closed', () => {
  expect(carried([enrolled, issued(), redeemed(), passwordChanged(2), locked(3)])).toEqual([0, 1, 2, 3, 4]);
});

test('[M2] a revoked code is carried with its issue, or alone where that is all that is known', () => {
  const revoked: EmployeeEvent = { type: 'ActivationCodeRevoked', v: 1, codeId: firstCode };
  expect(carried([enrolled, issued(), renamed, revoked])).toEqual([0, 1, 2, 3]);
  expect(carried([revoked])).toEqual([0]);
});

test('[M2] what ended too long ago is not carried, and what has ended since is', () => {
  const past = [enrolled, issued(), redeemed(), issued(secondCode), redeemed(secondCode)];
  expect(carried(past, MORNING + 4 * 60_000)).toEqual([]);
  expect(carried([...past, left], MORNING + 4 * 60_000)).toEqual([0, 5]);
});

test('[E11] what only a newer version knows is carried too, and ends nothing by itself', () => {
  const newer = { type: 'EmployeeRecovered', v: 1 } as unknown as EmployeeEvent;
  expect(carried([enrolled, newer])).toEqual([]);
  expect(carried([enrolled, left, newer])).toEqual([0, 1, 2]);
});

test('[M2] [A1] the password of an activation that does not count after all is carried as ended', () => {
  const there = [on('a', 0, enrolled), on('a', 1, issued()), on('b', 2, redeemed())];
  const won = on('a', 3, redeemed());
  expect(sinceAccountEnded(there, MORNING)).toEqual([]);
  expect(sinceAccountEnded([...there, won], MORNING)).toEqual([...there, won]);
});
