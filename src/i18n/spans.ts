// How long, how long ago, how many: in words.

import { showNumber } from './format';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `1 event`, `2,000 events`. */
export const count = (amount: number, one: string, many: string): string =>
  amount === 1 ? `1 ${one}` : `${showNumber(amount)} ${many}`;

/** `12 minutes`; `ms` is how long. */
export function showSpan(ms: number): string {
  if (ms < HOUR) return count(Math.round(ms / MINUTE), 'minute', 'minutes');
  if (ms < 2 * DAY) return count(Math.round(ms / HOUR), 'hour', 'hours');
  return count(Math.round(ms / DAY), 'day', 'days');
}

/** The parts of a tablet that are missing. */
export const showParts = (from: number, to: number): string =>
  from === to ? `part ${showNumber(from)}` : `parts ${showNumber(from)} to ${showNumber(to)}`;

/** `9:41` until `time`; both in ms since 1970. */
export function showCountdown(time: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((time - now) / SECOND));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How long ago `time` was; both in ms since 1970. */
export const showAge = (time: number, now: number): string =>
  now - time < MINUTE ? 'just now' : `${showSpan(now - time)} ago`;
