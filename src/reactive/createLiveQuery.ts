// A question to the store that is asked again whenever what it read has changed, by this tab or by another.

import { liveQuery } from 'dexie';
import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import { createBug } from './createBug';

/**
 * The newest answer, `undefined` until the first one is there. It is asked anew when `source` changes. A failure is
 * thrown to the error boundary.
 */
export function createLiveQuery<Source, Answer>(
  source: Accessor<Source>,
  ask: (source: Source) => Promise<Answer>,
): Accessor<Answer | undefined> {
  const [answer, setAnswer] = createSignal<Answer>();
  const reportBug = createBug();
  createEffect(
    on(source, (asked) => {
      const subscription = liveQuery(() => ask(asked)).subscribe({
        next: (next) => setAnswer(() => next),
        error: reportBug,
      });
      onCleanup(() => subscription.unsubscribe());
    }),
  );
  return answer;
}
