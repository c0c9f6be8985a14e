// Every screen, as a person meets it, on a phone and on a tablet, light and dark: axe finds nothing against WCAG 2.2 AA,
// and nothing sticks out sideways, neither with text at twice its size (1.4.4) nor at 320 px (1.4.10).

import { afterAll, beforeAll, expect as check, describe, test } from 'vitest';
import { screens } from '../screenshots/screens';
import { expectNoAxeViolations } from './support/expectNoAxeViolations';
import { expectNothingSticksOut } from './support/expectNothingSticksOut';
import { openTablet, type Tablet } from './support/launch';

const looks = [
  { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;

const rooms = [
  { viewport: { width: 1280, height: 800 }, rootSize: '200%' },
  { viewport: { width: 800, height: 1280 }, rootSize: '200%' },
  { viewport: { width: 320, height: 640 }, rootSize: '100%' },
] as const;

describe('axe finds nothing and nothing sticks out', () => {
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
      for (const { viewport, rootSize } of rooms) {
        await tablet.page.setViewportSize(viewport);
        await expectNothingSticksOut(tablet.page, rootSize);
      }
      await tablet.page.setViewportSize(looks[0].viewport);
    });
});
