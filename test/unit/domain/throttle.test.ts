import { expect, test } from 'vitest';
import { isStopped, notAfter, tabletTries, waitAfter, waitingUntil } from '../../../src/domain/throttle';
import { MORNING } from '../../support/stillClock';

const seconds = (count: number) => waitAfter(count) / 1000;

test('[T1] five tries are free', () => expect([0, 1, 2, 3, 4].map(seconds)).toEqual([0, 0, 0, 0, 0]));

test('[T2] then 30 s, 1, 2, 4 ... at most 60 minutes', () => {
  expect([5, 6, 7, 8, 9, 10, 11, 12, 13, 29].map(seconds)).toEqual([
    30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600,
  ]);
  const tries = { count: 5, lastAt: MORNING };
  expect(waitingUntil(tries, MORNING + 29_999)).toBe(MORNING + 30_000);
  expect(waitingUntil(tries, MORNING + 30_000)).toBeUndefined();
});

test('[T3] the thirtieth wrong try is the last', () => {
  expect(isStopped({ count: 29, lastAt: MORNING })).toBe(false);
  expect(isStopped({ count: 30, lastAt: MORNING })).toBe(true);
});

test('[T4] one account alone never shuts the tablet', () => {
  const tablet = tabletTries([{ count: 29, lastAt: MORNING }], MORNING);
  expect(tablet.count).toBe(4);
  expect(waitingUntil(tablet, MORNING)).toBeUndefined();
});

test('[T4] several accounts do', () => {
  const tablet = tabletTries(
    [1, 2, 2].map((count) => ({ count, lastAt: MORNING })),
    MORNING + 1,
  );
  expect(waitingUntil(tablet, MORNING + 1)).toBe(MORNING + 30_000);
});

test('[T5] a wrong try stops counting against the tablet after twelve hours', () => {
  const tries = [{ count: 4, lastAt: MORNING }];
  expect(tabletTries(tries, MORNING + 12 * 3_600_000 - 1).count).toBe(4);
  expect(tabletTries(tries, MORNING + 12 * 3_600_000).count).toBe(0);
});

test('[T6] a clock that was set back makes no wait longer than the wait itself', () => {
  const tries = notAfter({ count: 5, lastAt: MORNING }, MORNING - 3_600_000);
  expect(waitingUntil(tries, MORNING - 3_600_000)).toBe(MORNING - 3_600_000 + 30_000);
});
