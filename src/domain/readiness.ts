// What an employee needs before a login code can be made, told item by item on their page.

import type { Employee } from './employee';

export interface ReadinessItem {
  readonly item: 'hasEmployeeId' | 'hasProfile' | 'isEmployed' | 'hasAccount';
  readonly met: boolean;
}

export type AccountStatus = 'none' | 'invited' | 'active' | 'locked' | 'left';

/** How the list shows an employee: whoever has left has no account, whatever it was. */
export const accountStatus = (employee: Employee): AccountStatus =>
  employee.employment.status === 'left' ? 'left' : employee.account.status;

/**
 * [R1] The first three are needed before a code can be made; the account is what the code leads to.
 * Everyone has the one built-in profile, called Standard.
 */
export function readiness(employee: Employee): readonly ReadinessItem[] {
  return [
    { item: 'hasEmployeeId', met: true },
    { item: 'hasProfile', met: true },
    { item: 'isEmployed', met: employee.employment.status === 'employed' },
    { item: 'hasAccount', met: employee.account.status === 'active' },
  ];
}
