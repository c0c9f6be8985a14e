// A decider is the whole life of one kind of stream: what it may refuse, and how a fact changes it.
// `decide` may refuse; `evolve` never does and never throws: what is in the log has happened.

import type { EventId } from './hlc';
import type { Result } from './result';

export interface VersionedEvent {
  readonly type: string;
  readonly v: number;
}

/** An event as it stands in the log: with its id (which is also its place in the order) and who caused it. */
export type Recorded<Event extends VersionedEvent> = Event & { readonly id: EventId; readonly by: string };

/** What follows from the facts. */
export interface Fold<State, Event extends VersionedEvent> {
  readonly initial: State;
  readonly evolve: (state: State, event: Recorded<Event>) => State;
}

export interface Decider<State, Command, Event extends VersionedEvent, Refusal> extends Fold<State, Event> {
  readonly decide: (command: Command, state: State) => Result<readonly Event[], Refusal>;
}
