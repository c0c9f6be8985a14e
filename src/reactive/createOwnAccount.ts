// The employee who is signed in: what is on the list about them, and whether their session still holds.

import { type Accessor, createMemo } from 'solid-js';
import type { EmployeeSession } from '../app/session';
import { type EmployeeState, type SessionStanding, standingOfSession } from '../domain/employee';
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
  const standing = createMemo<SessionStanding | undefined>((before) => {
    const now = state();
    return now ? standingOfSession(now, session().restsOn, before) : before;
  });
  return { employee, isOverruled: () => standing()?.is === 'overruled' };
}
