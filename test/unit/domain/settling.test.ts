// What is true by now about a case, and which ways out there are.

import { expect, test } from 'vitest';
import type { Employee, EmployeeEvent } from '../../../src/domain/employee';
import { mergedDetails, standing, waysToSettle } from '../../../src/domain/settling';
import type { Recorded } from '../../../src/kernel/decider';
import { enrolled, issued, left, mary, redeemed, secondCode, tomorrow } from '../../support/people';
import { foldAll, on } from '../../support/tablets';

const tom = { firstName: 'Tom', lastName: 'O’Mara' };
const returned: EmployeeEvent = { type: 'EmployeeReturned', v: 1 };

function theCase(...events: readonly Recorded<EmployeeEvent>[]) {
  const employee = foldAll(events) as Employee;
  const [entry] = employee.attention;
  if (!entry) throw new Error('There should be a case');
  return { ways: waysToSettle(entry, employee), now: standing(entry, employee) };
}
const invited = [on('a', 0, enrolled), on('a', 1, issued())];
const twice = [...invited, on('b', 5, redeemed()), on('a', 7, redeemed())];
const late = [...invited, on('a', 2, issued(secondCode)), on('b', 5, redeemed())];
const afterLeaving = [...invited, on('a', 2, left), on('b', 5, redeemed())];

test('[A13] of two activations the one that counts can be kept, or a new code ends both', () => {
  expect(theCase(...twice)).toEqual({
    ways: ['new code', 'keep'],
    now: { type: 'active', redemption: on('a', 7, redeemed()).id, side: 'second', isChanged: false },
  });
});

test('the winner may have changed the password since', () => {
  const { id } = on('a', 7, redeemed());
  const change = on('a', 8, {
    type: 'PasswordChanged',
    v: 1,
    password: 'new' as never,
    accountSince: id,
  } as const);
  expect(theCase(...twice, change).now).toMatchObject({ side: 'second', isChanged: true });
});

test('the account may rest on a third activation', () => {
  const third = theCase(...invited, on('b', 3, redeemed()), on('c', 4, redeemed()), on('a', 5, redeemed()));
  expect(third.now).toMatchObject({ side: 'another' });
});

test('[A13] nothing can be kept where the account has closed since', () => {
  const { id } = on('a', 7, redeemed());
  const locked = on('a', 8, { type: 'AccountLocked', v: 1, accountSince: id } as const);
  expect(theCase(...twice, locked)).toEqual({ ways: ['new code', 'dismiss'], now: { type: 'locked' } });
});

test('an activation that came too late leaves the newer code as it is', () => {
  expect(theCase(...late)).toEqual({
    ways: ['new code', 'dismiss'],
    now: { type: 'invited', expiresAt: tomorrow },
  });
});

test('[A13] who has left gets no new code, until they come back', () => {
  expect(theCase(...afterLeaving)).toEqual({ ways: ['dismiss'], now: { type: 'left' } });
  expect(theCase(...afterLeaving, on('a', 9, returned))).toEqual({
    ways: ['new code', 'dismiss'],
    now: { type: 'none' },
  });
  expect(theCase(...twice, on('a', 8, left)).ways).toEqual(['dismiss']);
});

test('[A13] only two people under one ID can be merged or told apart', () => {
  const other = on('b', 3, { ...enrolled, details: tom } as EmployeeEvent);
  expect(theCase(on('a', 0, enrolled), other).ways).toEqual(['new id', 'merge', 'keep']);
});

test('[A9] what the other side does not say is not taken away', () => {
  expect(mergedDetails(mary, { firstName: '', lastName: 'Sluis-Byron' })).toEqual({
    ...mary,
    lastName: 'Sluis-Byron',
  });
});
