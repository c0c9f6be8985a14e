// The employee who is signed in: what is on the list about them, and whether their session still holds.

import type { Accessor } from 'solid-js';
import type { EmployeeSession } from '../app/session';
import { type EmployeeState, isSessionOverruled } from '../domain/employee';
import { useApp } from './AppContext';
import { createLiveQuery } from './createLiveQuery';

export interface OwnAccount {
  readonly employee: Accessor<Extract<EmployeeState, { status: 'enrolled' }> | undefined>;
  /** The account was changed after the session began: by a new code, by leaving, by somebody else's hand. */
  readonly isOverruled: Accessor<boolean>;
}

export function createOwnAccount(session: Accessor<EmployeeSession>): OwnAccount {
  const app = useApp();
  const state = createLiveQuery(
    () => session().employeeId,
    (id) => app.queries.employee(id),
  );
  const employee = () => {
    const now = state();
    return now?.status === 'enrolled' ? now : undefined;
  };
  return {
    employee,
    isOverruled: () => {
      const now = state();
      // An answer from before the person's own last change does not know it yet, and means nothing.
      return now !== undefined && isSessionOverruled(now, session().restsOn);
    },
  };
}
