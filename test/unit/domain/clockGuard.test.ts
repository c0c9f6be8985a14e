import { expect, test } from 'vitest';
import { issuingRefusal } from '../../../src/domain/clockGuard';
import { MORNING } from '../../support/stillClock';

const DAY = 24 * 3_600_000;

test('[K1] a clock that goes on, or back by a day at most, stops nothing', () => {
  expect(issuingRefusal(0, MORNING)).toBeUndefined();
  expect(issuingRefusal(MORNING, MORNING + DAY)).toBeUndefined();
  expect(issuingRefusal(MORNING, MORNING - DAY)).toBeUndefined();
});

test('[K1] after a jump back of more than a day nothing is issued, and both times are told', () =>
  expect(issuingRefusal(MORNING, MORNING - DAY - 1)).toEqual({
    type: 'clockJumpedBack',
    before: MORNING,
    now: MORNING - DAY - 1,
  }));
