// Who did it: every event says so, in one short string.

import type { EmployeeId, ManagerId } from './ids';

export type Actor =
  | { readonly kind: 'manager'; readonly managerId: ManagerId }
  | { readonly kind: 'employee'; readonly employeeId: EmployeeId }
  /** Someone at the kiosk who has not said who they are, or the tablet by itself. */
  | { readonly kind: 'kiosk' };

export function actorToText(actor: Actor): string {
  if (actor.kind === 'manager') return `manager:${actor.managerId}`;
  if (actor.kind === 'employee') return `employee:${actor.employeeId}`;
  return 'kiosk';
}

export function textToActor(text: string): Actor {
  const [kind, id] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];
  if (kind === 'manager') return { kind, managerId: id as ManagerId };
  if (kind === 'employee') return { kind, employeeId: id as EmployeeId };
  return { kind: 'kiosk' };
}
