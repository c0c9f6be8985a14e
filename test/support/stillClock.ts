// A clock that stands still until it is told to move.

export interface StillClock {
  now(): number;
  /** Moves the clock by some ms, also backwards. */
  move(ms: number): void;
}

export const MORNING = Date.UTC(2026, 10, 22, 7, 0, 0);

export function stillClock(start = MORNING): StillClock {
  let time = start;
  return {
    now: () => time,
    move: (ms) => {
      time += ms;
    },
  };
}
