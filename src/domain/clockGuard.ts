// What a tablet does when its own clock was set back. The log does not mind (its clock never runs backwards), but
// codes live by the wall clock: a small step back must not give a code a second life, and after a large one a new
// code could be good for years.

/** In ms. A wrong time zone or daylight saving is no reason to stop. */
const JUMP_LIMIT = 24 * 3_600_000;

/** `before`: the latest time the clock has shown; `now`: what it shows; ms since 1970. */
export interface ClockJumpedBack {
  readonly type: 'clockJumpedBack';
  readonly before: number;
  readonly now: number;
}

/** [K1] No code is issued after the clock jumped back by more than 24 hours, until a manager confirms it. */
export const issuingRefusal = (lastWall: number, now: number): ClockJumpedBack | undefined =>
  now < lastWall - JUMP_LIMIT ? { type: 'clockJumpedBack', before: lastWall, now } : undefined;
