// A sequence of codes that is shown round and round, for a camera. Whoever wants less motion begins with it standing
// still, and goes through it step by step.

import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';

/** In ms. At most one and a half flashes a second, and time enough for a slow tablet to read each. */
const EACH = 333;

export interface CodeLoop {
  /** Which one is shown, from 1. */
  readonly at: Accessor<number>;
  readonly isPlaying: Accessor<boolean>;
  toggle(): void;
  /** One on or one back; it stands still then. */
  step(by: 1 | -1): void;
}

export function createCodeLoop(length: number): CodeLoop {
  const [at, setAt] = createSignal(1);
  const wantsStillness = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const [isPlaying, setIsPlaying] = createSignal(length > 1 && !wantsStillness);
  const go = (by: number) => setAt((before) => ((before - 1 + by + length) % length) + 1);
  createEffect(() => {
    if (!isPlaying()) return;
    const timer = setInterval(() => go(1), EACH);
    onCleanup(() => clearInterval(timer));
  });
  return {
    at,
    isPlaying,
    toggle: () => setIsPlaying((before) => !before),
    step(by) {
      setIsPlaying(false);
      go(by);
    },
  };
}
