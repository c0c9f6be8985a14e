// How often one may guess. Wrong tries are counted per account and per tablet, and kept over a reload.
// Numbers: `5 free tries, then 30 s, 1, 2, 4 … 60 min, a hard stop at 30` (NIST SP 800-63B-4 allows at most 100).

const FREE_TRIES = 5;
export const TRIES_LIMIT = 30;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 3_600_000;
/** [T4] One account alone never shuts the tablet for everybody: this many of its wrong tries count there. */
const TRIES_COUNTED_ON_TABLET = FREE_TRIES - 1;
/** [T5] A wrong try stops counting against the tablet after 12 quiet hours: a shift. */
const TABLET_FORGETS_AFTER = 12 * 3_600_000;

export interface WrongTries {
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

export type ThrottleRefusal =
  | { readonly type: 'waitBeforeNextTry'; readonly until: number }
  | { readonly type: 'tooManyTries' }
  | { readonly type: 'tabletStopped' };

export const noTries: WrongTries = { count: 0, lastAt: 0 };

/** How long after the last wrong try the next one may come, in ms. */
export function waitAfter(count: number): number {
  return count < FREE_TRIES ? 0 : Math.min(FIRST_WAIT * 2 ** (count - FREE_TRIES), LONGEST_WAIT);
}

/** [T1] Five free tries, [T2] then a growing wait. Gives the end of the wait, if there is one now. */
export function waitingUntil(tries: WrongTries, now: number): number | undefined {
  const until = tries.lastAt + waitAfter(tries.count);
  return until > now ? until : undefined;
}

/** [T6] A tablet clock that was set back must not make a wait longer than the wait itself: it starts anew. */
export const notAfter = <Tries extends WrongTries>(tries: Tries, now: number): Tries =>
  tries.lastAt > now ? { ...tries, lastAt: now } : tries;

/** So few that nobody has to wait for them. */
export const isFree = ({ count }: WrongTries): boolean => count < FREE_TRIES;

/** [T3] The hard stop: only a new code from a manager helps. */
export const isStopped = (tries: WrongTries): boolean => tries.count >= TRIES_LIMIT;

export const addWrongTry = (tries: WrongTries, now: number): WrongTries => ({
  count: tries.count + 1,
  lastAt: now,
});

/** [T4], [T5] What the wrong tries of all accounts amount to for the tablet as a whole. */
export function tabletTries(accounts: readonly WrongTries[], now: number): WrongTries {
  const fresh = accounts.filter((tries) => Math.abs(now - tries.lastAt) < TABLET_FORGETS_AFTER);
  return {
    count: fresh.reduce((sum, tries) => sum + Math.min(tries.count, TRIES_COUNTED_ON_TABLET), 0),
    lastAt: fresh.reduce((latest, tries) => Math.max(latest, tries.lastAt), 0),
  };
}
