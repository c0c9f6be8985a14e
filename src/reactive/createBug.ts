// A bug that comes to light where Solid does not look (in a promise, in the store's answer) goes to the error boundary.

import { createComputed, createSignal } from 'solid-js';

/** Gives the function to call with what was thrown; once the screen is gone it does nothing. */
export function createBug(): (thrown: unknown) => void {
  const [bug, setBug] = createSignal<{ readonly thrown: unknown }>();
  createComputed(() => {
    const found = bug();
    if (found) throw found.thrown;
  });
  return (thrown) => setBug({ thrown });
}
