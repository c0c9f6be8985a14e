// Whether the window is as a CSS media query says, for what CSS alone cannot decide.

import { type Accessor, createSignal, onCleanup } from 'solid-js';

export function createMediaQuery(query: string): Accessor<boolean> {
  const list = matchMedia(query);
  const [matches, setMatches] = createSignal(list.matches);
  const hear = () => setMatches(list.matches);
  list.addEventListener('change', hear);
  onCleanup(() => list.removeEventListener('change', hear));
  return matches;
}
