// A day without a clock or a time zone, as payroll means it: `2026-11-22`. Compares as text.

import type { Brand } from '../kernel/brand';
import { err, ok, type Result } from '../kernel/result';

export type PlainDate = Brand<string, 'PlainDate'>;
export type PlainDateRefusal = { readonly type: 'dateUnreadable'; readonly text: string };

/** The day on the wall calendar of the tablet at `time` (ms since 1970), `offsetMinutes` east of UTC. */
export function timeToPlainDate(time: number, offsetMinutes: number): PlainDate {
  return new Date(time + offsetMinutes * 60_000).toISOString().slice(0, 10) as PlainDate;
}

function fromParts(year: number, month: number, day: number): PlainDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1900 && year <= 2199 ? (date.toISOString().slice(0, 10) as PlainDate) : undefined;
}

/** Reads `2026-11-22`, with or without a time of day behind it. */
export function parsePlainDate(text: string): Result<PlainDate, PlainDateRefusal> {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text.trim());
  const date = match && fromParts(Number(match[1]), Number(match[2]), Number(match[3]));
  return date ? ok(date) : err({ type: 'dateUnreadable', text });
}

export type DayOrder = 'day first' | 'month first';

/**
 * [I7] Reads the dates that lists hold: `2026-11-22`, `2026/11/22`, `20261122`, `22.11.2026`, `22/11/2026`, `11/22/2026`.
 * Which of day and month comes first cannot be told from one cell: the caller says.
 */
export function parseListDate(text: string, order: DayOrder): Result<PlainDate, PlainDateRefusal> {
  const trimmed = text.trim();
  const yearFirst =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(trimmed) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed);
  if (yearFirst) {
    const date = fromParts(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
    return date ? ok(date) : err({ type: 'dateUnreadable', text });
  }
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: .*)?$/.exec(trimmed);
  if (!yearLast) return err({ type: 'dateUnreadable', text });
  const [first, second, year] = [Number(yearLast[1]), Number(yearLast[2]), Number(yearLast[3])];
  const date = order === 'day first' ? fromParts(year, second, first) : fromParts(year, first, second);
  return date ? ok(date) : err({ type: 'dateUnreadable', text });
}
