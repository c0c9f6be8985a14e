// Random histories for property tests: commands to three employees, clocks that jump, tabs that are killed.

import fc from 'fast-check';
import type { EmployeeState } from '../../src/domain/employee';
import type { EmployeeCommand } from '../../src/domain/employeeCommands';
import { employeeDecider } from '../../src/domain/employeeDecider';
import { folds, streamKind } from '../../src/domain/folds';
import type { EmployeeId } from '../../src/domain/ids';
import {
  employeeStream,
  type RecordedEvent,
  type StateOf,
  type StreamKind,
  type StreamName,
} from '../../src/domain/streams';
import type { Fold } from '../../src/kernel/decider';
import type { EventId } from '../../src/kernel/hlc';
import type { Step } from '../../src/store/eventLog';
import { hash, mary, password } from './people';

export const ids = ['1', '2', '3'] as unknown as readonly [EmployeeId, EmployeeId, EmployeeId];
const codeIds = ['a', 'b', 'c'] as const;

/** A command whose session, where it has one, is whatever is current when it runs. */
const deeds = fc.constantFrom(
  'enrol',
  'rename',
  'take over',
  'list says left',
  'leave',
  'return',
  'issue',
  'redeem',
  'change password',
  'lock',
  'settle',
);

export interface Deed {
  readonly employee: EmployeeId;
  readonly deed: string;
  readonly code: (typeof codeIds)[number];
  /** How far the wall clock moves before it, in ms; also backwards. */
  readonly clock: number;
  /** The write at which the tab is killed; none when undefined. */
  readonly killAt: number | undefined;
}

export const deedArbitrary: fc.Arbitrary<Deed> = fc.record({
  employee: fc.constantFrom(...ids),
  deed: deeds,
  code: fc.constantFrom(...codeIds),
  clock: fc.oneof(fc.constant(0), fc.integer({ min: -100_000, max: 100_000 })),
  killAt: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 3 }),
});

function toCommand({ deed, code }: Deed, state: EmployeeState, now: number): EmployeeCommand {
  const accountSince = state.status === 'unknown' ? ('' as EventId) : state.accountSince;
  switch (deed) {
    case 'enrol':
      return { type: 'EnrolEmployee', details: mary };
    case 'rename':
      return { type: 'ChangeDetails', details: { ...mary, lastName: `Sluis ${code}` } };
    case 'take over':
      return { type: 'TakeOverFromList', details: { ...mary, jobTitle: code } };
    case 'list says left':
      return { type: 'TakeOverFromList', details: mary, left: {} };
    case 'leave':
      return { type: 'MarkAsLeft' };
    case 'return':
      return { type: 'BringBack' };
    case 'issue':
      return {
        type: 'IssueActivationCode',
        codeId: code as never,
        hash,
        channel: 'screen',
        expiresAt: now + 50_000,
      };
    case 'redeem':
      return { type: 'RedeemActivationCode', codeId: code as never, password, now };
    case 'change password':
      return { type: 'ChangePassword', password, accountSince };
    case 'settle':
      return { type: 'SettleAttention', caseId: newestCase(state), how: 'keep' };
    default:
      return { type: 'LockAccount', accountSince };
  }
}

const newestCase = (state: EmployeeState): EventId =>
  (state.status === 'unknown' ? undefined : state.attention.at(-1)?.caseId) ?? ('' as EventId);

export const deedToStep = (deed: Deed, now: number): Step<'employee'> => ({
  stream: employeeStream(deed.employee),
  decide: (state) => employeeDecider.decide(toCommand(deed, state, now), state),
});

/** The plain answer: all events of a stream, each once, sorted by id and folded from nothing. */
export function plainFold(
  entries: readonly (RecordedEvent & { readonly stream: StreamName })[],
): ReadonlyMap<string, StateOf<StreamKind>> {
  const states = new Map<string, StateOf<StreamKind>>();
  const once = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  for (const { stream, ...event } of once.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const fold = folds[streamKind(stream) ?? 'employee'] as unknown as Fold<unknown, RecordedEvent>;
    states.set(
      stream,
      fold.evolve(states.get(stream) ?? fold.initial, event as RecordedEvent) as StateOf<StreamKind>,
    );
  }
  return states;
}
