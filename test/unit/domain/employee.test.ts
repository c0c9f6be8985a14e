import { describe, expect, test } from 'vitest';
import type { EmployeeEvent, PasswordHash } from '../../../src/domain/employee';
import { employeeDecider } from '../../../src/domain/employeeDecider';
import { isOfflineEmployee } from '../../../src/domain/employeeDetails';
import { accountStatus, readiness } from '../../../src/domain/readiness';
import { type DeviceId, type EventId, momentToEventId } from '../../../src/kernel/hlc';
import { given } from '../../support/given';
import {
  enrolled,
  firstCode,
  hash,
  issued,
  left,
  mary,
  password,
  redeemed,
  secondCode,
  tomorrow,
} from '../../support/people';
import { MORNING } from '../../support/stillClock';

/** Of whoever was enrolled first. */
const detailsChanged = {
  type: 'EmployeeDetailsChanged',
  v: 1,
  enrolment: momentToEventId({ time: MORNING, counter: 0 }, 'tablet0001' as DeviceId),
} as const;
const employee = (...past: EmployeeEvent[]) => given(employeeDecider, ...past);
const stateOf = (...past: EmployeeEvent[]) => {
  const { state } = employee(...past);
  if (state.status === 'unknown') throw new Error('Nobody is enrolled');
  return state;
};
const redeem = (codeId = firstCode, now = tomorrow - 1) =>
  ({ type: 'RedeemActivationCode', codeId, password, now }) as const;
const issue = {
  type: 'IssueActivationCode',
  codeId: secondCode,
  hash,
  channel: 'screen',
  expiresAt: tomorrow,
} as const;

describe('enrolling and changing', () => {
  test('[E5] somebody new is enrolled', () =>
    employee().when({ type: 'EnrolEmployee', details: mary }).records(enrolled));

  test('[E5] an Employee ID is enrolled once', () =>
    employee(enrolled).when({ type: 'EnrolEmployee', details: mary }).refused({ type: 'alreadyEnrolled' }));

  test('[E6] a change records only what changed, and what was taken away', () =>
    employee(enrolled)
      .when({ type: 'ChangeDetails', details: { firstName: 'Mary', lastName: 'Smith' } })
      .records({ ...detailsChanged, changes: { lastName: 'Smith', department: null } }));

  test('[E6] no change records nothing', () =>
    employee(enrolled).when({ type: 'ChangeDetails', details: mary }).records());

  test('[E4] without an email an employee is offline', () => {
    expect(isOfflineEmployee(mary)).toBe(true);
    expect(isOfflineEmployee({ ...mary, email: 'mary@example.com' })).toBe(false);
  });

  test('nothing can be done with somebody unknown', () => {
    employee().when(issue).refused({ type: 'employeeUnknown' });
    employee().when({ type: 'MarkAsLeft' }).refused({ type: 'employeeUnknown' });
  });
});

describe('codes', () => {
  test('[C9] a new code ends the old one and the password', () => {
    const state = stateOf(enrolled, issued(), redeemed(), issued(secondCode));
    expect(state.account).toMatchObject({ status: 'invited', code: { codeId: secondCode } });
    expect(state.passwordSetAt).toBeDefined();
    employee(enrolled, issued(), issued(secondCode)).when(redeem()).refused({ type: 'codeSuperseded' });
  });

  test('[C9] [S2] a new code ends any open session', () => {
    const before = stateOf(enrolled, issued(), redeemed()).accountSince;
    expect(stateOf(enrolled, issued(), redeemed(), issued(secondCode)).accountSince).not.toBe(before);
  });

  test('[C6] a code is good until the moment it expires, and not at it', () => {
    employee(enrolled, issued())
      .when(redeem(firstCode, tomorrow - 1))
      .records(redeemed());
    employee(enrolled, issued())
      .when(redeem(firstCode, tomorrow))
      .refused({ type: 'codeExpired', at: tomorrow });
  });

  test('[C7] a code works once', () =>
    employee(enrolled, issued(), redeemed()).when(redeem()).refused({ type: 'codeUsed' }));

  test('[C7] of two redemptions in the log only the first counts', () => {
    const other: EmployeeEvent = {
      type: 'ActivationCodeRedeemed',
      v: 1,
      codeId: firstCode,
      password: 'theirs' as PasswordHash,
    };
    expect(stateOf(enrolled, issued(), redeemed(), other).account).toMatchObject({
      status: 'active',
      password,
    });
  });

  test('[C8] only the last two spent codes are remembered', () => {
    const codes = ['a', 'b', 'c', 'd'].map((id) => issued(id as typeof firstCode));
    expect(stateOf(enrolled, ...codes).spentCodes.map((code) => code.codeId)).toEqual(['c', 'b']);
  });

  test('[E8] [E10] leaving ends the account and any code, and no code is issued any more', () => {
    const state = stateOf(enrolled, issued(), left);
    expect(state.account).toEqual({ status: 'none' });
    expect(accountStatus(state)).toBe('left');
    employee(enrolled, issued(), left).when(redeem()).refused({ type: 'codeEnded' });
    employee(enrolled, left).when(issue).refused({ type: 'hasLeft' });
  });

  test('[E9] who comes back has no account', () => {
    const state = stateOf(enrolled, issued(), redeemed(), left, { type: 'EmployeeReturned', v: 1 });
    expect(state.employment).toEqual({ status: 'employed' });
    expect(state.account).toEqual({ status: 'none' });
    employee(enrolled).when({ type: 'BringBack' }).refused({ type: 'notLeft' });
  });

  test('[E8] a code issued elsewhere after somebody left opens nothing', () =>
    expect(stateOf(enrolled, left, issued(), redeemed()).account).toEqual({ status: 'none' }));
});

describe('passwords and locks', () => {
  const { accountSince } = stateOf(enrolled, issued(), redeemed());

  test('[S3] a password is changed in the session that is open', () =>
    employee(enrolled, issued(), redeemed())
      .when({ type: 'ChangePassword', password, accountSince })
      .records({ type: 'PasswordChanged', v: 1, password, accountSince }));

  test('[S2] a session that is over changes nothing', () =>
    employee(enrolled, issued(), redeemed(), issued(secondCode))
      .when({ type: 'ChangePassword', password, accountSince })
      .refused({ type: 'sessionOver' }));

  test('[T3] a closed account opens with nothing but a new code', () => {
    employee(enrolled, issued(), redeemed())
      .when({ type: 'LockAccount', accountSince })
      .records({ type: 'AccountLocked', v: 1, accountSince });
    const locked = (since: EventId): EmployeeEvent => ({ type: 'AccountLocked', v: 1, accountSince: since });
    const invitedSince = stateOf(enrolled, issued()).accountSince;
    expect(stateOf(enrolled, issued(), redeemed(), locked(accountSince)).account).toEqual({
      status: 'locked',
    });
    expect(stateOf(enrolled, issued(), locked(invitedSince), redeemed()).account).toEqual({
      status: 'locked',
    });
    expect(stateOf(enrolled, issued(), locked(invitedSince), issued(secondCode)).account.status).toBe(
      'invited',
    );
  });

  test('[T3] what was guessed at and has been replaced meanwhile is not locked', () =>
    employee(enrolled, issued(), redeemed(), issued(secondCode))
      .when({ type: 'LockAccount', accountSince })
      .records());

  test('[S7] what comes late from a tablet that was apart neither undoes a new code nor closes it', () => {
    const changed: EmployeeEvent = { type: 'PasswordChanged', v: 1, password, accountSince };
    const locked: EmployeeEvent = { type: 'AccountLocked', v: 1, accountSince };
    const renewed = [enrolled, issued(), redeemed(), issued(secondCode)] as const;
    expect(stateOf(...renewed, changed).account).toMatchObject({ status: 'invited' });
    expect(stateOf(...renewed, locked).account).toMatchObject({ status: 'invited' });
    const own = 'their own' as PasswordHash;
    const redeemedAgain = { ...redeemed(secondCode), password: own } as EmployeeEvent;
    expect(stateOf(...renewed, redeemedAgain, changed).account).toMatchObject({
      status: 'active',
      password: own,
    });
  });

  test('[T3] an account is closed once', () => {
    const since = stateOf(enrolled).accountSince;
    const { state, when } = employee(enrolled, { type: 'AccountLocked', v: 1, accountSince: since });
    const now = state.status === 'unknown' ? since : state.accountSince;
    when({ type: 'LockAccount', accountSince: now }).records();
  });
});

describe('taking over a list', () => {
  const takeOver = { type: 'TakeOverFromList', details: mary } as const;

  test('[L1] people who have left are not enrolled', () =>
    employee()
      .when({ ...takeOver, left: {} })
      .refused({ type: 'hasLeft' }));

  test('[L2] who was marked as left stays so', () =>
    employee(enrolled, left).when(takeOver).refused({ type: 'hasLeft' }));

  test('[L3] what a list does not say is not taken away', () =>
    employee({ ...enrolled, details: { ...mary, email: 'mary@example.com' } } as EmployeeEvent)
      .when(takeOver)
      .records());

  test('[L3] a name that the list leaves empty is kept', () =>
    employee(enrolled)
      .when({ type: 'TakeOverFromList', details: { firstName: '', lastName: 'Hopper' } })
      .records({ ...detailsChanged, changes: { lastName: 'Hopper' } }));

  test('[L4] who is known and has left by the list is marked as left', () =>
    employee(enrolled)
      .when({ ...takeOver, left: {} })
      .records(left));
});

test('[R1] readiness lists what is met', () => {
  const met = (...past: EmployeeEvent[]) => readiness(stateOf(...past)).map((item) => item.met);
  expect(met(enrolled)).toEqual([true, true, true, false]);
  expect(met(enrolled, issued(), redeemed())).toEqual([true, true, true, true]);
  expect(met(enrolled, left)).toEqual([true, true, false, false]);
});

test('[E11] an event of a newer version leaves the state as it is', () => {
  const { state } = employee(enrolled);
  const newer = { type: 'EmployeePhotographed', v: 1, id: 'x' as EventId, by: 'manager:ada' };
  expect(employeeDecider.evolve(state, newer as never)).toBe(state);
});
