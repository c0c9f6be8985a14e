// What time it is, as the tablet believes. It may be wrong, and it may run backwards: the log allows for both.

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** The tablet's own clock. */
export const systemClock: Clock = { now: () => Date.now() };
