// How long a code is good for, by the way it is given away: what is shown on the spot lives a day, a letter must first
// arrive. The defaults and their reasons stand in the README.

/** The way a code is given away. */
export type CodeChannel = 'screen' | 'link' | 'email' | 'letter' | 'reminder' | 'certificate';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** In ms. */
export type CodeLifetimes = Readonly<Record<CodeChannel, number>>;

/** [C13] Unless the organisation has chosen others. */
export const DEFAULT_LIFETIMES: CodeLifetimes = {
  screen: DAY,
  link: DAY,
  email: DAY,
  letter: 30 * DAY,
  reminder: 30 * DAY,
  certificate: 180 * DAY,
};

/** [C13] What may be chosen, in ms. */
export const SHORTEST_LIFETIME = HOUR;
export const LONGEST_LIFETIMES: CodeLifetimes = {
  screen: 7 * DAY,
  link: 7 * DAY,
  email: 7 * DAY,
  letter: 90 * DAY,
  reminder: 90 * DAY,
  certificate: 180 * DAY,
};

/** [C14] How far ahead a code may start, in ms. */
export const LATEST_START = 90 * DAY;

/** In ms: how long after its issue a code may still open something. */
export const LONGEST_REACH = LATEST_START + Math.max(...Object.values(LONGEST_LIFETIMES));

export const codeChannels = Object.keys(DEFAULT_LIFETIMES) as readonly CodeChannel[];

/** Whether a code for this channel may live so long. */
export const isLifetime = (channel: CodeChannel, lifetime: number): boolean =>
  Number.isFinite(lifetime) && lifetime >= SHORTEST_LIFETIME && lifetime <= LONGEST_LIFETIMES[channel];

/** [D1] A day pass is good for so long, in ms. */
export const SHORTEST_DAY_PASS = HOUR;
export const LONGEST_DAY_PASS = 12 * HOUR;
