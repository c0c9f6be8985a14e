// Long work that tells how far it is and can be stopped: by its button, and by leaving the screen.

import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Result } from '../kernel/result';
import { type Command, createCommand } from './createCommand';

export interface Stoppable<Input, Value, Refusal, Told> extends Command<Input, Value, Refusal> {
  /** What it told last, while it is under way. */
  readonly progress: Accessor<Told | undefined>;
  readonly isStopping: Accessor<boolean>;
  stop(): void;
}

export function createStoppable<Input, Value, Refusal, Told>(
  perform: (input: Input, signal: AbortSignal, tell: (told: Told) => void) => Promise<Result<Value, Refusal>>,
): Stoppable<Input, Value, Refusal, Told> {
  const [progress, setProgress] = createSignal<Told>();
  const [isStopping, setIsStopping] = createSignal(false);
  let stopping = new AbortController();
  const command = createCommand(async (input: Input) => {
    stopping = new AbortController();
    setIsStopping(false);
    const result = await perform(input, stopping.signal, (told) => setProgress(() => told));
    setProgress(undefined);
    return result;
  });
  onCleanup(() => stopping.abort());
  return {
    ...command,
    progress,
    isStopping,
    stop() {
      setIsStopping(true);
      stopping.abort();
    },
  };
}
