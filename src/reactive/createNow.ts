// The time, once a second, for what counts down on screen.

import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { useApp } from './AppContext';

/** Milliseconds since 1970, by the app's clock; every second anew. */
export function createNow(): Accessor<number> {
  const app = useApp();
  const [now, setNow] = createSignal(app.now());
  const timer = setInterval(() => setNow(app.now()), 1_000);
  onCleanup(() => clearInterval(timer));
  return now;
}
