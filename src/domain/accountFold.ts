// What opens an account, and its codes that open nothing any more: what the folds of codes and of all else share.

import type { Recorded } from '../kernel/decider';
import type { Side } from './attention';
import { type Account, type CodeEnd, type Employee, type EmployeeEvent, SPENT_CODES_KEPT } from './employee';

export type Happened<Type extends EmployeeEvent['type']> = Recorded<Extract<EmployeeEvent, { type: Type }>>;

export const toSide = ({ id, by }: Side): Side => ({ id, by });

/** What opens the account has changed by this event. Whatever the change, a day pass ends with it. */
export function changeAccount(
  { dayPass: _, ...state }: Employee,
  { id, by }: Side,
  account: Account,
): Employee {
  return { ...state, account, accountSince: id, accountBy: by };
}

/** The code that was out until now is one that ended so. */
export const spend = (
  { account, spentCodes }: Employee,
  end: CodeEnd,
  event: Side,
): Employee['spentCodes'] =>
  account.status === 'invited'
    ? [{ ...account.code, end, endedBy: toSide(event) }, ...spentCodes].slice(0, SPENT_CODES_KEPT)
    : spentCodes;
