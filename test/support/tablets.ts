// Tablets of one site that write alone and meet now and then: no database, no network, only the rules and the clock.

import type { EmployeeState } from '../../src/domain/employee';
import type { EmployeeCommand } from '../../src/domain/employeeCommands';
import { employeeDecider } from '../../src/domain/employeeDecider';
import type { RecordedEvent } from '../../src/domain/streams';
import type { Recorded, VersionedEvent } from '../../src/kernel/decider';
import {
  type DeviceId,
  type EventId,
  eventIdToMoment,
  type Moment,
  momentToEventId,
  startOfTime,
  tick,
} from '../../src/kernel/hlc';
import { MORNING } from './stillClock';

/** An event as the tablet of that letter recorded it, some minutes into the morning. */
export const on = <Event extends VersionedEvent>(
  tablet: string,
  minute: number,
  event: Event,
  by = `manager:${tablet}`,
): Recorded<Event> => ({ id: eventOf(tablet, minute), by, ...event });

export const eventOf = (tablet: string, minute: number): EventId =>
  momentToEventId({ time: MORNING + minute * 60_000, counter: 0 }, deviceOf(tablet));

const deviceOf = (tablet: string): DeviceId => `tablet000${tablet}` as DeviceId;

/** The plain answer: each event once, sorted by id, folded from nothing. */
export const foldAll = (events: Iterable<Recorded<VersionedEvent>>): EmployeeState =>
  sorted(events).reduce<EmployeeState>(
    (state, event) => employeeDecider.evolve(state, event as never),
    employeeDecider.initial,
  );

export const sorted = <Event extends { readonly id: EventId }>(events: Iterable<Event>): Event[] =>
  [...new Map([...events].map((event) => [event.id, event])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));

export interface Tablet {
  readonly device: DeviceId;
  readonly events: Map<EventId, RecordedEvent>;
  moment: Moment;
}

export const createTablet = (letter: string): Tablet => ({
  device: deviceOf(letter),
  events: new Map(),
  moment: startOfTime,
});

/** Decides by what this tablet knows, and records what follows. `wallTime` in ms since 1970. */
export function act(tablet: Tablet, toCommand: (state: EmployeeState) => EmployeeCommand, wallTime: number) {
  const state = foldAll(tablet.events.values());
  const decided = employeeDecider.decide(toCommand(state), state);
  if (!decided.ok) return;
  for (const event of decided.value) {
    tablet.moment = tick(tablet.moment, wallTime);
    const id = momentToEventId(tablet.moment, tablet.device);
    tablet.events.set(id, { id, by: `manager:${tablet.device}`, ...event });
  }
}

/** Takes in what the other knows; the clock then never gives out a moment before what was heard. */
export function hear(tablet: Tablet, other: Tablet): void {
  for (const [id, event] of other.events) {
    tablet.events.set(id, event);
    const { time, counter } = eventIdToMoment(id);
    const isLater =
      time > tablet.moment.time || (time === tablet.moment.time && counter > tablet.moment.counter);
    if (isLater) tablet.moment = { time, counter };
  }
}
