import { expect, test } from 'vitest';
import { createSightings, type ScanRefusal } from '../../../src/reactive/sightings';

const START = 1_000_000;
const expired: ScanRefusal = { type: 'codeExpired', at: START - 1 };
const foreign: ScanRefusal = { type: 'notALoginCode' };

/** Each of these is seen at its second; gives what each sighting was. */
function seeAll(
  seen: readonly (readonly [second: number, text: string])[],
  answers: Readonly<Record<string, ScanRefusal>>,
): string[] {
  const sightings = createSightings();
  return seen.map(([second, text]) => {
    const now = START + second * 1000;
    const { is } = sightings.see(text, now);
    const refusal = answers[text];
    if (is === 'new' && refusal) sightings.answer(text, refusal, now);
    return is;
  });
}

test('[N1] a code that is held still is asked about once', () =>
  expect(
    seeAll(
      [
        [0, 'old'],
        [3, 'old'],
        [6, 'old'],
        [60, 'new'],
      ],
      { old: expired },
    ),
  ).toEqual(['new', 'still there', 'still there', 'new']));

test('[N1] two codes in view do not take turns: each is told when it is first seen', () =>
  expect(
    seeAll(
      [
        [0, 'menu'],
        [0.1, 'old'],
        [0.2, 'menu'],
        [0.3, 'old'],
        [3, 'menu'],
        [3.1, 'old'],
      ],
      { menu: foreign, old: expired },
    ),
  ).toEqual(['new', 'new', 'still there', 'still there', 'still there', 'still there']));

test('[N2] taken away and held up again, it is told again without being asked about', () => {
  const sightings = createSightings();
  sightings.answer('old', expired, START);
  expect(sightings.see('old', START + 6_000)).toEqual({ is: 'back', refusal: expired });
  expect(sightings.see('old', START + 9_000)).toEqual({ is: 'still there' });
});

test('[N2] a wait that is over is asked about anew', () => {
  const sightings = createSightings();
  const until = START + 30_000;
  sightings.answer('mine', { type: 'waitBeforeNextTry', until }, START);
  expect(sightings.see('mine', until - 1)).toMatchObject({ is: 'back' });
  expect(sightings.answered('mine', until - 1)).toEqual({ type: 'waitBeforeNextTry', until });
  expect(sightings.answered('mine', until)).toBeUndefined();
  expect(sightings.see('mine', until)).toEqual({ is: 'new' });
});

test('[N2] a code whose first hour has come is asked about anew', () => {
  const sightings = createSightings();
  const from = START + 30_000;
  sightings.answer('mine', { type: 'codeNotYetValid', from }, START);
  expect(sightings.see('mine', from - 1)).toMatchObject({ is: 'back' });
  expect(sightings.see('mine', from)).toEqual({ is: 'new' });
});
