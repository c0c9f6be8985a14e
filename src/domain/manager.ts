// Someone who may open the manager area, with the passcode that opens it.

import type { Decider } from '../kernel/decider';
import type { EventId } from '../kernel/hlc';
import { err, ok } from '../kernel/result';
import type { PasswordHash } from './employee';
import { initialStates } from './initialStates';

export type ManagerRole = 'manager' | 'admin';

export interface Manager {
  readonly status: 'added';
  readonly name: string;
  readonly role: ManagerRole;
  readonly passcode: PasswordHash;
  readonly passcodeSince: EventId;
}
export type ManagerState = { readonly status: 'unknown' } | Manager;

export type ManagerEvent =
  | {
      readonly type: 'ManagerAdded';
      readonly v: 1;
      readonly name: string;
      readonly role: ManagerRole;
      readonly passcode: PasswordHash;
    }
  | { readonly type: 'PasscodeChanged'; readonly v: 1; readonly passcode: PasswordHash };

export type ManagerCommand =
  | {
      readonly type: 'AddManager';
      readonly name: string;
      readonly role: ManagerRole;
      readonly passcode: PasswordHash;
    }
  | { readonly type: 'ChangePasscode'; readonly passcode: PasswordHash };

export type ManagerRefusal = { readonly type: 'managerExists' } | { readonly type: 'managerUnknown' };

export const managerDecider: Decider<ManagerState, ManagerCommand, ManagerEvent, ManagerRefusal> = {
  initial: initialStates.manager,
  decide(command, state) {
    if (command.type === 'AddManager') {
      if (state.status === 'added') return err({ type: 'managerExists' });
      const { name, role, passcode } = command;
      return ok([{ type: 'ManagerAdded', v: 1, name, role, passcode }]);
    }
    if (state.status === 'unknown') return err({ type: 'managerUnknown' });
    return ok([{ type: 'PasscodeChanged', v: 1, passcode: command.passcode }]);
  },
  evolve(state, event) {
    if (event.type === 'ManagerAdded' && state.status === 'unknown') {
      const { name, role, passcode } = event;
      return { status: 'added', name, role, passcode, passcodeSince: event.id };
    }
    if (event.type === 'PasscodeChanged' && state.status === 'added')
      return { ...state, passcode: event.passcode, passcodeSince: event.id };
    return state;
  },
};
