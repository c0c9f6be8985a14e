// The drawing of a QR code.

import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { drawQrCode } from '../../../src/platform/qrCode';

const LINK = 'https://gatehouse.example/activate#ACME/00123/K7QM2XRD9F3T';

/** Which modules a path covers, told by reading its runs. */
function darkModules(path: string): Set<string> {
  const dark = new Set<string>();
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let i = 0; i < Number(run); i += 1) dark.add(`${Number(x) + i},${y}`);
  }
  return dark;
}

test.each(['M', 'Q'] as const)(
  'at level %s every dark module is drawn, once, inside a quiet zone of four',
  (level) => {
    const { size, data } = create(LINK, { errorCorrectionLevel: level }).modules;
    const drawing = drawQrCode(LINK, level);
    const expected = Array.from(data).flatMap((isDark, i) =>
      isDark ? [`${(i % size) + 4},${Math.floor(i / size) + 4}`] : [],
    );
    expect(drawing.size).toBe(size + 8);
    expect([...darkModules(drawing.path)].sort()).toEqual(expected.sort());
  },
);

test('neighbouring modules are drawn in one go', () => {
  const { path } = drawQrCode(LINK);
  expect(path.split('M').length - 1).toBeLessThan(darkModules(path).size * 0.6);
});

test('paper gets a code that survives more damage than the screen', () => {
  expect(drawQrCode(LINK, 'Q').size).toBeGreaterThan(drawQrCode(LINK).size);
});
