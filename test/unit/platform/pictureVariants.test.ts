// What a second look does to a picture.

import { expect, test } from 'vitest';
import { evened, type GreyPicture, sharpened } from '../../../src/platform/pictureVariants';

const WIDTH = 64;
const HEIGHT = 48;

function picture(at: (x: number, y: number) => number): GreyPicture {
  const grey = Uint8ClampedArray.from({ length: WIDTH * HEIGHT }, (_, i) =>
    at(i % WIDTH, Math.floor(i / WIDTH)),
  );
  return { width: WIDTH, height: HEIGHT, grey };
}

const greyAt = ({ width, grey }: GreyPicture, x: number, y: number) => grey[y * width + x] ?? Number.NaN;

test('pale stripes in a light that fades become dark and light alike everywhere', () => {
  const faded = picture((x) => 60 + 2 * x + (x % 8 < 4 ? -8 : 8));
  const even = evened(faded);
  for (const x of [17, 25, 33, 41]) {
    expect(greyAt(faded, x + 4, 20) - greyAt(faded, x, 20)).toBeLessThan(30);
    expect(greyAt(even, x + 4, 20) - greyAt(even, x, 20)).toBeGreaterThan(60);
    expect(Math.abs(greyAt(even, x, 20) - greyAt(even, 25, 20))).toBeLessThan(12);
  }
});

test('a soft edge becomes a steep one', () => {
  const soft = picture((x) => Math.min(160, Math.max(96, 96 + 4 * (x - 24))));
  const steep = sharpened(4)(soft);
  expect(greyAt(steep, 25, 20)).toBeLessThan(greyAt(soft, 25, 20) - 10);
  expect(greyAt(steep, 39, 20)).toBeGreaterThan(greyAt(soft, 39, 20) + 10);
});

test.each([
  ['evened', evened],
  ['sharpened', sharpened(4)],
])('a picture of one grey stays one grey, to its very corners, when %s', (_, variant) => {
  const changed = variant(picture(() => 128));
  expect(new Set(changed.grey)).toEqual(new Set([128]));
  expect([changed.width, changed.height]).toEqual([WIDTH, HEIGHT]);
});
