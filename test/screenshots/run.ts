// `npm run screenshots [name ...]`: builds the app and takes a picture of every screen in every size, light and
// dark, into `test/screenshots/out`; and those for the web manifest into `public/screenshots`.

import { mkdirSync, rmSync } from 'node:fs';
import { buildApp } from '../e2e/support/buildOnce';
import { openTablet, type Tablet } from '../e2e/support/launch';
import { serveApp } from '../e2e/support/serveApp';
import { type Story, stories } from './screens';

const OUT = 'test/screenshots/out';
const MANIFEST = 'public/screenshots';
const SIZES = [
  { name: 'wide', width: 1280, height: 800 },
  { name: 'upright', width: 800, height: 1280 },
  { name: 'narrow', width: 390, height: 844 },
];
const SCHEMES = ['light', 'dark'] as const;

const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);

buildApp();
if (wanted.length === 0) rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
mkdirSync(MANIFEST, { recursive: true });
for (const story of Object.values<Story>(stories))
  if (story.screens.some(({ name }) => isWanted(name))) await tell(story);

async function tell({ before, screens }: Story): Promise<void> {
  const server = await serveApp();
  const tablet = await openTablet({ server, camera: 'test picture' });
  const other = await openTablet({ server });
  try {
    await before?.(tablet);
    for (const screen of screens) {
      // Also when it is not wanted itself: a later one may need what it does.
      await screen.open(tablet, other);
      if (isWanted(screen.name))
        await takePictures(screen.isOther ? other : tablet, screen.name, screen.inManifest);
    }
  } finally {
    await tablet.close();
    await other.close();
    await server.stop();
  }
}

async function takePictures({ page }: Tablet, name: string, inManifest = false): Promise<void> {
  for (const { name: size, ...viewport } of SIZES) {
    await page.setViewportSize(viewport);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(() => document.fonts.ready);
      const path = `${OUT}/${name}-${size}-${colorScheme}.png`;
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      process.stdout.write(`${path}\n`);
      if (inManifest && colorScheme === 'light' && size !== 'upright')
        await page.screenshot({ path: `${MANIFEST}/${size}.png`, animations: 'disabled', caret: 'hide' });
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
}
