// What follows from a trouble: a pause that grows, or a person.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { laneAfter, pauseAfter, startOfSync, troubleOf } from '../../../src/sync/syncState';

const NOW = 1_700_000_000_000;
const passing = { type: 'unreachable' } as const;

test('[Y12] each pause is longer than half of the full one and at most five minutes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempts, chance) => {
        const pause = pauseAfter(passing, attempts, chance);
        const full = Math.min(300_000, 1_000 * 2 ** (attempts - 1));
        expect(pause).toBeGreaterThanOrEqual(full / 2);
        expect(pause).toBeLessThanOrEqual(full);
      },
    ),
  );
  expect(pauseAfter(passing, 4, 0)).not.toBe(pauseAfter(passing, 4, 1));
});

test('[Y12] a server that says when is believed, and a broken cluster gets time', () => {
  expect(pauseAfter({ type: 'busy', retryAfter: 90_000 }, 1, 0)).toBe(90_000);
  expect(pauseAfter({ type: 'busy' }, 1, 1)).toBe(1_000);
  expect(pauseAfter({ type: 'acceptedByFew' }, 1, 0)).toBe(15_000);
});

test.each(['unreachable', 'timedOut', 'halfAnswer', 'noNetwork', 'noRoom', 'acceptedByFew'] as const)(
  '%s passes by itself',
  (type) => expect(laneAfter({ type }, 1, NOW, 1)).toMatchObject({ status: 'pausing', trouble: { type } }),
);
test.each([
  'signInRefused',
  'noSuchDatabase',
  'notAllowed',
  'otherSite',
  'eventTooLarge',
  'tabletRevoked',
] as const)('%s waits for a person', (type) =>
  expect(laneAfter({ type }, 1, NOW, 1)).toEqual({ status: 'stopped', trouble: { type } }),
);

test('what is told first is what only a person can mend', () => {
  expect(troubleOf(startOfSync)).toBeUndefined();
  const pausing = laneAfter(passing, 1, NOW, 1);
  const stopped = laneAfter({ type: 'notAllowed' }, 1, NOW, 1);
  expect(troubleOf({ pull: pausing, push: { status: 'settled' } })).toEqual(passing);
  expect(troubleOf({ pull: pausing, push: stopped })).toEqual({ type: 'notAllowed' });
});
