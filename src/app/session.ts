// Who is at this tablet now. It lives in memory only: a reload, a closed tab or a crash ends it.

import type { EmployeeId, ManagerId } from '../domain/ids';
import type { ManagerRole } from '../domain/manager';
import type { Brand } from '../kernel/brand';
import type { EventId } from '../kernel/hlc';

export interface EmployeeSession {
  readonly kind: 'employee';
  readonly employeeId: EmployeeId;
  /** [S2] What it was begun by: the event that last changed the account, or that gave the day pass. It is over with it. */
  readonly restsOn: EventId;
  /** [D1] Begun with a day pass, which ends then; ms since 1970. */
  readonly passUntil?: number;
  /** Milliseconds since 1970. */
  readonly beganAt: number;
  readonly endsAt: number;
}
export interface ManagerSession {
  readonly kind: 'manager';
  readonly managerId: ManagerId;
  readonly name: string;
  readonly role: ManagerRole;
  /** [S9] What set the passcode it was opened with. */
  readonly restsOn: EventId;
  readonly beganAt: number;
  readonly endsAt: number;
}
export type Session = { readonly kind: 'nobody' } | EmployeeSession | ManagerSession;

/** The time of a session that begins now. */
export const sessionTime = (now: number, limit: number) => ({ beganAt: now, endsAt: now + limit });

/** [S4] [D1] A session that begins now, and ends at the latest with what it was begun by. */
export function employeeSession(
  employeeId: EmployeeId,
  restsOn: EventId,
  now: number,
  passUntil?: number,
): EmployeeSession {
  const time = sessionTime(now, EMPLOYEE_SESSION_LIMIT);
  const session = { kind: 'employee', employeeId, restsOn, ...time } as const;
  return passUntil === undefined
    ? session
    : { ...session, endsAt: Math.min(time.endsAt, passUntil), passUntil };
}

/** The longest a session may be, however busy (OWASP session management; see the README's table of numbers). */
const EMPLOYEE_SESSION_LIMIT = 15 * 60_000;
export const MANAGER_SESSION_LIMIT = 8 * 3_600_000;
/** Idle limits: the kiosk and an employee's pages reset after a minute, the manager area locks after five. */
export const KIOSK_IDLE_LIMIT = 60_000;
export const KIOSK_IDLE_WARNING = 40_000;
export const MANAGER_IDLE_LIMIT = 5 * 60_000;

export interface SessionHolder {
  current(): Session;
  /** Whose turn it is now: take it before anything slow, and give it to `begin`. */
  turn(): Turn;
  /** [S6] Begins the session, unless the tablet has changed hands since that turn. Says whether it did. */
  begin(session: EmployeeSession | ManagerSession, turn: Turn): boolean;
  /** Nobody is at the tablet any more; whatever is still being checked for them comes too late. */
  end(): void;
  /** Calls back on every change until the returned function is called. */
  subscribe(listener: (session: Session) => void): () => void;
}

/** Begins a session in a turn that was taken before; see `SessionHolder.begin`. */
export type Begin = (session: EmployeeSession | ManagerSession) => boolean;

/** Changes whenever the tablet may have changed hands. */
export type Turn = Brand<number, 'Turn'>;

const nobody: Session = { kind: 'nobody' };

/** [S4] A clock that was set back to before the session began ends it too. */
export const isRunning = ({ beganAt, endsAt }: EmployeeSession | ManagerSession, now: number): boolean =>
  now >= beganAt && now < endsAt;

export function createSessionHolder(): SessionHolder {
  const listeners = new Set<(session: Session) => void>();
  let session = nobody;
  let turn = 0;
  const change = (next: Session) => {
    session = next;
    for (const listener of listeners) listener(next);
  };
  return {
    current: () => session,
    turn: () => turn as Turn,
    begin(next, taken) {
      if (taken !== turn) return false;
      change(next);
      return true;
    },
    end() {
      turn += 1;
      if (session.kind !== 'nobody') change(nobody);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
