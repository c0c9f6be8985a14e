// Runs a command of the app for a screen: one at a time, with its refusal kept until the next run.
// A bug it throws goes to the error boundary.

import { type Accessor, createSignal } from 'solid-js';
import type { Result } from '../kernel/result';

export type CommandState<Refusal> =
  | { readonly status: 'idle' }
  | { readonly status: 'pending' }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'done' };

export interface Command<Input, Value, Refusal> {
  readonly state: Accessor<CommandState<Refusal>>;
  readonly isPending: Accessor<boolean>;
  readonly refusal: Accessor<Refusal | undefined>;
  /** Gives the result, or `undefined` when one was running already. */
  run(input: Input): Promise<Result<Value, Refusal> | undefined>;
  /** A refusal of the form itself, before the app is asked. */
  refuse(refusal: Refusal): void;
  reset(): void;
}

export function createCommand<Input, Value, Refusal>(
  perform: (input: Input) => Promise<Result<Value, Refusal>>,
): Command<Input, Value, Refusal> {
  const [state, setState] = createSignal<CommandState<Refusal>>({ status: 'idle' });
  const [bug, setBug] = createSignal<{ readonly thrown: unknown }>();
  const stateOrThrow = () => {
    const found = bug();
    if (found) throw found.thrown;
    return state();
  };
  return {
    state: stateOrThrow,
    isPending: () => stateOrThrow().status === 'pending',
    refusal: () => {
      const now = stateOrThrow();
      return now.status === 'refused' ? now.refusal : undefined;
    },
    async run(input) {
      if (state().status === 'pending') return undefined;
      setState({ status: 'pending' });
      try {
        const result = await perform(input);
        setState(result.ok ? { status: 'done' } : { status: 'refused', refusal: result.error });
        return result;
      } catch (thrown) {
        setBug({ thrown });
        return undefined;
      }
    },
    refuse: (refusal) => setState({ status: 'refused', refusal }),
    reset: () => setState({ status: 'idle' }),
  };
}
