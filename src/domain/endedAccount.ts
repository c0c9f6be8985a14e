// What another tablet must hear so that nobody gets in there who no longer may: [M2].

import { eventTime } from '../kernel/hlc';
import type { Account, EmployeeEvent, EmployeeState } from './employee';
import { employeeFold } from './employeeFold';
import { isReadable } from './folds';
import type { RecordedEvent } from './streams';

type EventType = EmployeeEvent['type'];

/** Ends, whatever this tablet knows of what they end. */
const ENDS: readonly EventType[] = ['EmployeeLeft', 'ActivationCodeRevoked', 'DayPassEnded'];
/** Begins anew: nothing that was before matters any more. */
const GRANTS: readonly EventType[] = ['ActivationCodeIssued', 'VoucherAccepted'];

/**
 * Of one employee's events, in order: everything from the first one on that ended what opened the account, unless that
 * was before `since` (ms since 1970). Nothing is left out behind it: a code that was made since then and has been used
 * must not look unused elsewhere.
 */
export function sinceAccountEnded(events: readonly RecordedEvent[], since: number): readonly RecordedEvent[] {
  let state: EmployeeState = employeeFold.initial;
  let lastGrant: number | undefined;
  for (const [at, event] of events.entries()) {
    const before = state;
    if (isReadable(event)) state = employeeFold.evolve(before, event as never);
    const type = event.type as EventType;
    const time = eventTime(event.id);
    if (time >= since && (ENDS.includes(type) || hasEnded(before, state, time))) {
      const isByItself = type === 'EmployeeLeft' || GRANTS.includes(type);
      // The others end one certain code, or what came of it: a tablet that has not heard of it would not see what.
      const from = isByItself ? at : (lastGrant ?? at);
      return [...whoTheyAre(events.slice(0, from)), ...events.slice(from)];
    }
    if (GRANTS.includes(type)) lastGrant = at;
  }
  return [];
}

/** Of what was before: without it, the rest would say nothing where nobody has heard of them. */
function whoTheyAre(before: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const enrolments = before.filter(({ type }) => type === 'EmployeeEnrolled');
  return enrolments.length > 0
    ? enrolments
    : before.filter(({ type }) => type === 'VoucherAccepted').slice(0, 1);
}

const accountOf = (state: EmployeeState): Account =>
  state.status === 'unknown' ? { status: 'none' } : state.account;

/** What opened it opens it no more, and it was not its owner who saw to that. `time` in ms since 1970. */
function hasEnded(before: EmployeeState, after: EmployeeState, time: number): boolean {
  const [was, is] = [accountOf(before), accountOf(after)];
  const wasOpen = was.status === 'active' || (was.status === 'invited' && was.code.expiresAt > time);
  if (!wasOpen) return false;
  // [A1] Another redemption won: the password of the first opens it no more.
  if (is.status === 'active') return was.status === 'active' && was.redemption !== is.redemption;
  return was.status !== 'invited' || is.status !== 'invited' || was.code.codeId !== is.code.codeId;
}
