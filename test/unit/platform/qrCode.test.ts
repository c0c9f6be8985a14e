// The drawing of a QR code.

import { create } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { drawQrCode, drawQrCodeForPaper } from '../../../src/platform/qrCode';

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

describe('[B1] on paper', () => {
  /** As long as the longest plain names, IDs and company codes make it, beside an address of 60 characters. */
  const LONGEST = `https://${'a'.repeat(52)}/activate#${'A7'.repeat(160)}`;
  const SMALLEST = 34;

  test('the longest link is drawn at level Q, its modules large enough, on the smallest label', () => {
    const drawing = drawQrCodeForPaper(LONGEST, SMALLEST);
    expect(drawing).toEqual(drawQrCode(LONGEST, 'Q'));
    expect(SMALLEST / drawing.size).toBeGreaterThanOrEqual(0.33);
  });

  test('what would become too fine is drawn at level M', () => {
    const longer = `${LONGEST}${'%E6%AD%90'.repeat(30)}`;
    expect(drawQrCodeForPaper(longer, SMALLEST)).toEqual(drawQrCode(longer, 'M'));
    expect(drawQrCodeForPaper(longer, 58)).toEqual(drawQrCode(longer, 'Q'));
  });
});
