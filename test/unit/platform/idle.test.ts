// When a tablet counts as left alone.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellInUse, timeUntilIdle, watchIdle } from '../../../src/platform/idle';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

function watched(after = MINUTE) {
  const target = new EventTarget();
  const said: string[] = [];
  const stop = watchIdle({
    after,
    target,
    onIdle: () => said.push('idle'),
    onActive: () => said.push('active'),
  });
  return { said, stop, target, sign: (type: string) => target.dispatchEvent(new Event(type)) };
}

test('the time until idle counts from the last touch, and is never negative', () => {
  expect(timeUntilIdle(1000, 1000, MINUTE)).toBe(MINUTE);
  expect(timeUntilIdle(1000, 41_000, MINUTE)).toBe(20_000);
  expect(timeUntilIdle(1000, 9_999_999, MINUTE)).toBe(0);
});

test('a clock set back does not make the wait longer than it is', () => {
  expect(timeUntilIdle(5_000_000, 1000, MINUTE)).toBe(MINUTE);
});

test('nobody for a minute is idle, once', () => {
  const { said } = watched();
  vi.advanceTimersByTime(MINUTE - 1);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(10 * MINUTE);
  expect(said).toEqual(['idle']);
});

test.each(['pointerdown', 'pointermove', 'touchstart', 'touchmove', 'keydown', 'wheel', 'input', 'paste'])(
  'a %s starts the minute anew',
  (type) => {
    const { said, sign } = watched();
    vi.advanceTimersByTime(MINUTE - 1);
    sign(type);
    vi.advanceTimersByTime(MINUTE - 1);
    expect(said).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(said).toEqual(['idle']);
  },
);

test('[S10] what is told to be in use starts the minute anew', () => {
  const { said, target } = watched();
  vi.advanceTimersByTime(MINUTE - 1);
  tellInUse(target);
  vi.advanceTimersByTime(MINUTE - 1);
  expect(said).toEqual([]);
});

test('the first touch after a pause says that someone is back, and the watch goes on', () => {
  const { said, sign } = watched();
  vi.advanceTimersByTime(MINUTE);
  sign('pointerdown');
  sign('pointerdown');
  expect(said).toEqual(['idle', 'active']);
  vi.advanceTimersByTime(MINUTE);
  expect(said).toEqual(['idle', 'active', 'idle']);
});

test('a page that slept notices the lost time when it becomes visible, before any timer fires', () => {
  const { said, sign } = watched();
  vi.setSystemTime(1_000_000 + 5 * MINUTE);
  sign('visibilitychange');
  expect(said).toEqual(['idle']);
});

test('a touch that wakes a sleeping page does not hide that nobody was there', () => {
  const { said, sign } = watched();
  vi.setSystemTime(1_000_000 + 5 * MINUTE);
  sign('pointerdown');
  expect(said).toEqual(['idle', 'active']);
});

test('becoming visible is not a touch', () => {
  const { said, sign } = watched();
  vi.advanceTimersByTime(MINUTE - 1);
  sign('visibilitychange');
  vi.advanceTimersByTime(1);
  expect(said).toEqual(['idle']);
});

test('a watch that was stopped says nothing more', () => {
  const { said, stop, sign } = watched();
  stop();
  sign('pointerdown');
  vi.advanceTimersByTime(10 * MINUTE);
  expect(said).toEqual([]);
});
