// Every screen, as a person meets it, on a phone and on a tablet, light and dark: axe finds nothing against WCAG 2.2 AA,
// and nothing sticks out sideways, neither with text at twice its size (1.4.4) nor at 320 px (1.4.10).

import { afterAll, beforeAll, expect as check, test } from 'vitest';
import type { Story } from '../../screenshots/screens';
import { expectNoAxeViolations } from './expectNoAxeViolations';
import { expectNothingSticksOut } from './expectNothingSticksOut';
import { openTablet, type Tablet } from './launch';
import { type AppAndCouch, serveApp } from './serveApp';

const looks = [
  { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;

const rooms = [
  { viewport: { width: 1280, height: 800 }, rootSize: '200%' },
  { viewport: { width: 800, height: 1280 }, rootSize: '200%' },
  { viewport: { width: 320, height: 640 }, rootSize: '100%' },
] as const;

/** The tests of a story, each of a screen. */
export function walkStory({ before, screens }: Story): void {
  let server: AppAndCouch;
  let tablet: Tablet;
  let other: Tablet;
  beforeAll(async () => {
    server = await serveApp();
    tablet = await openTablet({ server, camera: 'test picture' });
    // A story of one tablet has no other.
    other = screens.some(({ isOther }) => isOther) ? await openTablet({ server }) : tablet;
    await before?.(tablet);
  });
  afterAll(async () => {
    check([...tablet.problems, ...other.problems]).toEqual([]);
    for (const open of new Set([tablet, other])) await open.close();
    await server.stop();
  });

  // Each screen relies on those before it: behind one that is not reached, waiting for the others says nothing more.
  let notReached: string | undefined;

  for (const screen of screens)
    test(`axe finds nothing on ${screen.name}, and nothing sticks out`, async () => {
      if (notReached) throw new Error(`The story ended at ${notReached}.`);
      notReached = screen.name;
      await screen.open(tablet, other);
      notReached = undefined;
      const { page } = screen.isOther ? other : tablet;
      for (const { viewport, colorScheme } of looks) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        // From its top: what lies half under a band that stays in sight is a matter of scrolling.
        await page.evaluate(() => window.scrollTo(0, 0));
        await expectNoAxeViolations(page);
      }
      for (const { viewport, rootSize } of rooms) {
        await page.setViewportSize(viewport);
        await expectNothingSticksOut(page, rootSize);
      }
      await page.setViewportSize(looks[0].viewport);
    });
}
