// Settling a case: what is true by now, and which ways out there are. Both are read off the employee as they stand today:
// they may have left, come back or been given a code since.

import type { EventId } from '../kernel/hlc';
import { type AttentionCase, alsoOf, type Settlement } from './attention';
import type { Employee } from './employee';
import { type EmployeeDetails, givenDetails } from './employeeDetails';

/** What opens the account now. */
export type Standing =
  | { readonly type: 'left' | 'none' | 'locked' }
  | { readonly type: 'invited'; readonly expiresAt: number }
  | {
      readonly type: 'active';
      /** The activation that the account rests on, and which of the two sides that is. */
      readonly redemption: EventId;
      readonly side: 'first' | 'second' | 'another' | 'neither';
      /** Its password was changed since. */
      readonly isChanged: boolean;
    };

export function standing(entry: AttentionCase, employee: Employee): Standing {
  const { account, accountSince, employment } = employee;
  if (employment.status === 'left') return { type: 'left' };
  if (account.status === 'invited') return { type: 'invited', expiresAt: account.code.expiresAt };
  if (account.status !== 'active') return { type: account.status };
  const { redemption } = account;
  return {
    type: 'active',
    redemption,
    side: sideOf(entry, redemption),
    isChanged: accountSince !== redemption,
  };
}

function sideOf(entry: AttentionCase, redemption: EventId) {
  if (redemption === entry.first.id) return 'first';
  if (redemption === entry.second.id) return 'second';
  return alsoOf(entry).some(({ id }) => id === redemption) ? 'another' : 'neither';
}

/** [A13] Who has left gets no code; who somebody is, is asked only where two people share an ID. */
export function waysToSettle({ type }: AttentionCase, employee: Employee): readonly Settlement[] {
  if (type === 'differentPeople') return ['new id', 'merge', 'keep'];
  if (employee.employment.status === 'left') return ['dismiss'];
  const isOpen = type === 'codeRedeemedTwice' && employee.account.status === 'active';
  return ['new code', isOpen ? 'keep' : 'dismiss'];
}

/** [A9] One person after all: what the other side says, over what is known. */
export const mergedDetails = (known: EmployeeDetails, other: EmployeeDetails): EmployeeDetails => ({
  ...known,
  ...givenDetails(other),
});
