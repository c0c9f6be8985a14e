import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastCounting, type Revocation } from '../../../src/domain/revocations';
import { type DeviceId, momentToEventId } from '../../../src/kernel/hlc';

const device = (letter: string) => letter.repeat(10) as DeviceId;

/** "a2 > b1": in its segment 2, A revoked B as of 1; each later than the one before. */
const read = (text: string, at: number): Revocation => {
  const [by, sequence, of, lastSequence] = text.replace(' > ', '').split('') as [
    string,
    string,
    string,
    string,
  ];
  return {
    id: momentToEventId({ time: at, counter: 0 }, device(by)),
    by: device(by),
    sequence: Number(sequence),
    device: device(of),
    lastSequence: Number(lastSequence),
  };
};
const last = (...texts: readonly string[]) =>
  Object.fromEntries([...lastCounting(texts.map(read))].map(([name, at]) => [name[0], at]));

describe('[Y6] [O5] how far revoked tablets count', () => {
  test.each([
    ['nobody is revoked', [], {}],
    ['one is', ['a2 > b1'], { b: 1 }],
    ['on two tablets: the larger', ['a2 > c1', 'b2 > c3'], { c: 3 }],
    ['by one that is revoked before that: not at all', ['x2 > a1', 'b2 > x1'], { x: 1 }],
    ['by one that is revoked after that', ['x2 > a1', 'b2 > x2'], { a: 1, x: 2 }],
    ['by one that counts farther after all', ['x2 > a1', 'b2 > x1', 'c2 > x2'], { a: 1, x: 2 }],
    ['by one whose revocation does not count', ['x2 > a1', 'b2 > x1', 'c2 > b1'], { a: 1, b: 1 }],
    ['each other: by the first', ['a2 > b1', 'b2 > a1'], { b: 1 }],
    ['each other, the other first', ['b2 > a1', 'a2 > b1'], { a: 1 }],
    ['in a circle of three: the first stands', ['a2 > b1', 'b2 > c1', 'c2 > a1'], { a: 2, b: 1 }],
    [
      'one that hangs on two others is not decided first',
      ['d2 > e1', 'b2 > d1', 'b3 > a1', 'a2 > b1'],
      { a: 1, d: 1 },
    ],
    ['itself: up to where it said so', ['a2 > a1'], { a: 2 }],
  ])('%s', (_, texts, expected) => {
    expect(last(...texts)).toEqual(expected);
  });

  const letters = ['a', 'b', 'c', 'd'];
  const revocations = fc
    .array(
      fc.record({
        by: fc.constantFrom(...letters),
        sequence: fc.integer({ min: 1, max: 3 }),
        of: fc.constantFrom(...letters),
        lastSequence: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 8 },
    )
    .map((all) => all.map((one, at) => read(`${one.by}${one.sequence} > ${one.of}${one.lastSequence}`, at)));

  test('a tablet is revoked by what counts, and by nothing else, in whatever order they are told', () => {
    fc.assert(
      fc.property(revocations, fc.infiniteStream(fc.nat()), (all, order) => {
        const counting = lastCounting(all);
        const doesCount = ({ by, sequence }: Revocation) => sequence <= (counting.get(by) ?? sequence);
        for (const name of letters.map(device)) {
          const against = all.filter((one) => one.device === name && doesCount(one));
          const largest = Math.max(...against.map(({ lastSequence }) => lastSequence));
          expect(counting.has(name)).toBe(against.length > 0);
          // It may count farther, up to a revocation of its own.
          const own = all.filter(({ by }) => by === name).map(({ sequence }) => sequence);
          if (against.length > 0) expect([largest, ...own]).toContain(counting.get(name));
          if (against.length > 0) expect(counting.get(name)).toBeGreaterThanOrEqual(largest);
        }
        const shuffled = all.map((one) => [order.next().value, one] as const).sort(([a], [b]) => a - b);
        expect(lastCounting(shuffled.map(([, one]) => one))).toEqual(counting);
      }),
      { numRuns: 2_000 },
    );
  });
});
