// Numbers, days and times as the person's language writes them.

import type { PlainDate } from '../domain/plainDate';

const locale = () => navigator.language;

/** `22 Nov 2026`; `time` in ms since 1970. */
export const showDay = (time: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(time);

/** `22 Nov 2026, 14:05`; `time` in ms since 1970. */
export const showMoment = (time: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);

/** A day without a time zone stays that day everywhere. */
export const showPlainDate = (date: PlainDate): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

export const showTime = (time: number): string =>
  new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(time);

export const showNumber = (value: number): string => new Intl.NumberFormat(locale()).format(value);

/** As a percentage; whole only when all is done. */
export const showShare = (done: number, of: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent' }).format(Math.floor((100 * done) / of) / 100);

export const showCountry = (code: string): string =>
  new Intl.DisplayNames([locale(), 'en'], { type: 'region' }).of(code) ?? code;

/** A span in whole days where it is some, else in hours: `24 hours`, `30 days`; `span` in ms. */
export function showSpan(span: number): string {
  const hours = Math.round(span / 3_600_000);
  const [count, unit] = hours >= 48 && hours % 24 === 0 ? [hours / 24, 'day'] : [hours, 'hour'];
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** How long until `time`, rounded up, in words that fit "Try again in …"; both in ms since 1970. */
export function showWait(time: number, now: number): string {
  const seconds = Math.max(1, Math.ceil((time - now) / 1000));
  if (seconds <= 90) return `${showNumber(seconds)} ${seconds === 1 ? 'second' : 'seconds'}`;
  const minutes = Math.ceil(seconds / 60);
  return `${showNumber(minutes)} minutes`;
}
