// Something that takes a moment to make, made anew whenever the question changes; until then the last one stays.

import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import { createBug } from './createBug';

/** `undefined` until the first one is there. */
export function createLoaded<Key, Value>(
  key: Accessor<Key>,
  load: (key: Key) => Promise<Value>,
): Accessor<Value | undefined> {
  const [loaded, setLoaded] = createSignal<Value>();
  const reportBug = createBug();
  let turn = 0;
  createEffect(() => {
    turn += 1;
    const mine = turn;
    load(key()).then(
      (value) => {
        if (mine === turn) setLoaded(() => value);
      },
      (thrown) => {
        if (mine === turn) reportBug(thrown);
      },
    );
  });
  onCleanup(() => {
    turn += 1;
  });
  return loaded;
}
