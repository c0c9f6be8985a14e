// Who is at this tablet now. It lives in memory only: a reload, a closed tab or a crash ends it.

import type { EmployeeId, ManagerId } from '../domain/ids';
import type { ManagerRole } from '../domain/manager';
import type { EventId } from '../kernel/hlc';

export interface EmployeeSession {
  readonly kind: 'employee';
  readonly employeeId: EmployeeId;
  /** The session is over as soon as the account was changed after this event. */
  readonly accountSince: EventId;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}
export interface ManagerSession {
  readonly kind: 'manager';
  readonly managerId: ManagerId;
  readonly name: string;
  readonly role: ManagerRole;
  readonly endsAt: number;
}
export type Session = { readonly kind: 'nobody' } | EmployeeSession | ManagerSession;

/** The longest a session may be, however busy (OWASP session management; see the README's table of numbers). */
export const EMPLOYEE_SESSION_LIMIT = 15 * 60_000;
export const MANAGER_SESSION_LIMIT = 8 * 3_600_000;
/** Idle limits: the kiosk and an employee's pages reset after a minute, the manager area locks after five. */
export const KIOSK_IDLE_LIMIT = 60_000;
export const KIOSK_IDLE_WARNING = 40_000;
export const MANAGER_IDLE_LIMIT = 5 * 60_000;

export interface SessionHolder {
  current(): Session;
  begin(session: Session): void;
  end(): void;
  /** Calls back on every change until the returned function is called. */
  subscribe(listener: (session: Session) => void): () => void;
}

const nobody: Session = { kind: 'nobody' };

export function createSessionHolder(): SessionHolder {
  const listeners = new Set<(session: Session) => void>();
  let session = nobody;
  const change = (next: Session) => {
    session = next;
    for (const listener of listeners) listener(next);
  };
  return {
    current: () => session,
    begin: change,
    end: () => change(nobody),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
