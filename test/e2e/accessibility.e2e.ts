// Every screen, as a person meets it, on a phone and on a tablet, light and dark: axe finds nothing against WCAG 2.2 AA.

import { afterAll, beforeAll, expect as check, describe, test } from 'vitest';
import { screens } from '../screenshots/screens';
import { expectNoAxeViolations } from './support/expectNoAxeViolations';
import { openTablet, type Tablet } from './support/launch';

const looks = [
  { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;

describe('axe finds nothing', () => {
  let tablet: Tablet;
  beforeAll(async () => {
    tablet = await openTablet({ camera: 'test picture' });
  });
  afterAll(async () => {
    check(tablet.problems).toEqual([]);
    await tablet.close();
  });

  for (const screen of screens)
    test(`on ${screen.name}`, async () => {
      await screen.open(tablet);
      for (const { viewport, colorScheme } of looks) {
        await tablet.page.setViewportSize(viewport);
        await tablet.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expectNoAxeViolations(tablet.page);
      }
      await tablet.page.setViewportSize(looks[0].viewport);
    });

  test('no screen is wider than a narrow phone', async () => {
    await tablet.page.setViewportSize({ width: 320, height: 640 });
    for (const path of ['/', '/activate', '/sign-in', '/manage/employees']) {
      await tablet.visit(path);
      await tablet.page.getByRole('heading', { level: 1 }).waitFor();
      check(await tablet.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });
});
