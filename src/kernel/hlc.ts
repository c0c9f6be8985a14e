// The hybrid logical clock: one string that is an event's id, its time and its place in the order.
// `<time>-<counter>-<device>`, fixed width, so that comparing strings compares by cause. It never runs
// backwards, even when the tablet's own clock does: then the time stands still and the counter counts.
// After Kulkarni et al., "Logical Physical Clocks", 2014.

import type { Brand } from './brand';

export type EventId = Brand<string, 'EventId'>;
export type DeviceId = Brand<string, 'DeviceId'>;

/** The last moment a clock gave out: milliseconds since 1970, and how often within them. */
export interface Moment {
  readonly time: number;
  readonly counter: number;
}

const TIME_WIDTH = 9; // base 36: enough until the year 5188
const COUNTER_WIDTH = 4; // base 36: 1,679,616 events within one millisecond
const COUNTER_LIMIT = 36 ** COUNTER_WIDTH;

export const startOfTime: Moment = { time: 0, counter: 0 };

/** The moment after `last`, given what the wall clock says now (ms). Always greater than `last`. */
export function tick(last: Moment, wallTime: number): Moment {
  if (wallTime > last.time) return { time: wallTime, counter: 0 };
  if (last.counter + 1 < COUNTER_LIMIT) return { time: last.time, counter: last.counter + 1 };
  return { time: last.time + 1, counter: 0 };
}

/** The moment to go on from after events of other tablets were taken in, the last of which was at `seen`. */
export function observe(last: Moment, seen: Moment): Moment {
  const isLater = seen.time > last.time || (seen.time === last.time && seen.counter > last.counter);
  return isLater ? seen : last;
}

export function momentToEventId(moment: Moment, device: DeviceId): EventId {
  const time = moment.time.toString(36).padStart(TIME_WIDTH, '0');
  const counter = moment.counter.toString(36).padStart(COUNTER_WIDTH, '0');
  return `${time}-${counter}-${device}` as EventId;
}

export function eventIdToMoment(id: EventId): Moment {
  return {
    time: Number.parseInt(id.slice(0, TIME_WIDTH), 36),
    counter: Number.parseInt(id.slice(TIME_WIDTH + 1, TIME_WIDTH + 1 + COUNTER_WIDTH), 36),
  };
}

/** When the event happened, in milliseconds since 1970, by the clock of the tablet that recorded it. */
export const eventTime = (id: EventId): number => eventIdToMoment(id).time;

export const eventDevice = (id: EventId): DeviceId => id.slice(TIME_WIDTH + COUNTER_WIDTH + 2) as DeviceId;

const EVENT_ID = /^[0-9a-z]{9}-[0-9a-z]{4}-[0-9a-z]{10}$/;

/** Whether a value from outside has the form of an event's id. */
export const isEventId = (value: unknown): value is EventId =>
  typeof value === 'string' && EVENT_ID.test(value);
