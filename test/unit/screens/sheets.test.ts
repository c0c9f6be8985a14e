// Where letters, cards and labels stand on their pages.

import { describe, expect, test } from 'vitest';
import { fitText } from '../../../src/screens/manager/print/fitText';
import {
  countPages,
  itemsOn,
  placesOn,
  placeToPoint,
  sheetOf,
} from '../../../src/screens/manager/print/sheets';

const sheets = (['letter', 'card', 'label'] as const).flatMap((layout) =>
  (['a4', 'usLetter'] as const).map((paper) => ({ layout, paper, sheet: sheetOf(layout, paper) })),
);

describe.each(sheets)('on a sheet of $layout on $paper', ({ layout, sheet }) => {
  const places = Array.from({ length: placesOn(sheet) }, (_, place) => placeToPoint(sheet, place));
  const { page, item } = sheet;

  test('[B2] every place lies within the page, and none on another', () => {
    for (const { width, height } of places) {
      expect(width).toBeGreaterThanOrEqual(0);
      expect(height).toBeGreaterThanOrEqual(0);
      expect(width + item.width).toBeLessThanOrEqual(page.width + 1e-9);
      expect(height + item.height).toBeLessThanOrEqual(page.height + 1e-9);
    }
    const apart = places.every((a, at) =>
      places
        .slice(at + 1)
        .every(
          (b) =>
            Math.abs(a.width - b.width) > item.width - 1e-9 ||
            Math.abs(a.height - b.height) > item.height - 1e-9,
        ),
    );
    expect(apart).toBe(true);
  });

  test('what stands on it is in its middle, as the makers of label sheets cut them', () => {
    const last = places.at(-1) ?? { width: 0, height: 0 };
    expect(sheet.start.width).toBeCloseTo(page.width - last.width - item.width, 1);
    expect(sheet.start.height).toBeCloseTo(page.height - last.height - item.height, 1);
  });

  test('[B1] the QR code has room, and is as wide as it must be without its quiet zone', () => {
    expect(sheet.qrCode).toBeLessThanOrEqual(Math.min(item.width, item.height) - 2);
    const DENSEST_QUIET_ZONE = 8 / 50;
    expect(sheet.qrCode * (1 - DENSEST_QUIET_ZONE)).toBeGreaterThanOrEqual(layout === 'letter' ? 35 : 25);
  });
});

describe('pages', () => {
  const labels = sheetOf('label', 'a4');

  test.each([
    [0, 0, 0],
    [1, 0, 1],
    [14, 0, 1],
    [15, 0, 2],
    [14, 1, 2],
    [100, 13, 9],
  ])('%d labels after %d that are used up take %d', (items, skip, pages) => {
    expect(countPages(labels, items, skip)).toBe(pages);
  });

  test.each([0, 1, 13])('every label stands on one page, after %d that are used up', (skip) => {
    const people = Array.from({ length: 40 }, (_, at) => at);
    const pages = Array.from({ length: countPages(labels, people.length, skip) }, (_, page) =>
      itemsOn(labels, page, skip),
    );
    expect(pages.flatMap(({ from, to }) => people.slice(from, to))).toEqual(people);
    expect(pages.map(({ firstPlace }) => firstPlace)).toEqual([skip, ...pages.slice(1).map(() => 0)]);
    for (const { from, to, firstPlace } of pages) expect(firstPlace + to - from).toBeLessThanOrEqual(14);
  });
});

describe('[B2] a text is set', () => {
  const steps = [
    { points: 13, lines: 1 },
    { points: 11, lines: 2 },
    { points: 7, lines: 3 },
  ] as const;

  test.each([
    ['Mary Sluis', 13],
    ['Grzegorz Brzęczyszczykiewicz', 11],
    ['Wolfeschlegelstein Fairweather-Macquarie of Upper Slaughter', 7],
    ['歐陽司馬諸葛上官', 13],
    ['歐陽司馬諸葛上官歐陽司馬', 11],
  ])('as large as it fits: %s', (name, points) => {
    expect(fitText(name, 40, steps).points).toBe(points);
  });

  test('in the last size when nothing fits', () => {
    expect(fitText('W'.repeat(200), 40, steps)).toEqual({ points: 7, lines: 3 });
  });
});
