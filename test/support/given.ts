// Tests of a decider in three lines: given these events, when this command, it records these events or is refused.

import { expect } from 'vitest';
import type { Decider, Recorded, VersionedEvent } from '../../src/kernel/decider';
import { type DeviceId, momentToEventId } from '../../src/kernel/hlc';
import { MORNING } from './stillClock';

const device = 'tablet0001' as DeviceId;

/** Stamps events as one tablet would, a minute apart. */
const record = <Event extends VersionedEvent>(
  events: readonly Event[],
  by = 'manager:ada',
): Recorded<Event>[] =>
  events.map((event, index) => ({
    id: momentToEventId({ time: MORNING + index * 60_000, counter: 0 }, device),
    by,
    ...event,
  }));

export function given<State, Command, Event extends VersionedEvent, Refusal>(
  decider: Decider<State, Command, Event, Refusal>,
  ...past: readonly NoInfer<Event>[]
) {
  const state = record(past).reduce<State>(decider.evolve, decider.initial);
  return {
    state,
    when(command: Command) {
      const decided = decider.decide(command, state);
      return {
        records: (...events: readonly Event[]) => expect(decided).toEqual({ ok: true, value: events }),
        refused: (refusal: Refusal) => expect(decided).toEqual({ ok: false, error: refusal }),
      };
    },
  };
}
