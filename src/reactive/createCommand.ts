// Runs a command of the app for a screen: one at a time, with its refusal kept until the next run. What comes out after
// the person has left is dropped, so that nothing of theirs is handed to the next. A bug goes to the error boundary.

import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Result } from '../kernel/result';
import { useApp } from './AppContext';
import { createBug } from './createBug';

export type CommandState<Refusal> =
  | { readonly status: 'idle' }
  | { readonly status: 'pending' }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'done' };

export interface Command<Input, Value, Refusal> {
  readonly state: Accessor<CommandState<Refusal>>;
  readonly isPending: Accessor<boolean>;
  readonly refusal: Accessor<Refusal | undefined>;
  /**
   * Gives the result; or `undefined` when one was running already, and when the screen has gone or the tablet has
   * changed hands meanwhile: then do nothing more.
   */
  run(input: Input): Promise<Result<Value, Refusal> | undefined>;
  reset(): void;
}

export function createCommand<Input, Value, Refusal>(
  perform: (input: Input) => Promise<Result<Value, Refusal>>,
): Command<Input, Value, Refusal> {
  const { session } = useApp();
  const [state, setState] = createSignal<CommandState<Refusal>>({ status: 'idle' });
  const reportBug = createBug();
  let isGone = false;
  onCleanup(() => {
    isGone = true;
  });
  return {
    state,
    isPending: () => state().status === 'pending',
    refusal: () => {
      const now = state();
      return now.status === 'refused' ? now.refusal : undefined;
    },
    async run(input) {
      if (isGone || state().status === 'pending') return undefined;
      const turn = session.turn();
      setState({ status: 'pending' });
      try {
        const result = await perform(input);
        if (isGone) return undefined;
        if (session.turn() !== turn) {
          setState({ status: 'idle' });
          return undefined;
        }
        setState(result.ok ? { status: 'done' } : { status: 'refused', refusal: result.error });
        return result;
      } catch (thrown) {
        reportBug(thrown);
        return undefined;
      }
    },
    reset: () => setState({ status: 'idle' }),
  };
}
