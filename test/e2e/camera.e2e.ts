// Activating by camera: the QR code that a tablet showed is filmed and held before the camera of the same tablet.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect as check, test } from 'vitest';
import { writeQrVideo } from '../support/y4m';
import { kioskPages } from './pages/KioskPages';
import { managerPages } from './pages/ManagerPages';
import { expect } from './support/expect';
import { openTablet, type Tablet } from './support/launch';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-film-'));
let tablet: Tablet | undefined;

afterEach(async () => {
  await tablet?.close();
  tablet = undefined;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A tablet where Mary is enrolled, with a fresh code for her. */
async function withCodeForMary(video: string) {
  tablet = await openTablet({ camera: { video } });
  const manager = managerPages(tablet);
  await manager.setUp();
  await manager.unlock();
  await manager.enrol({ id: '00123', firstName: 'Mary', lastName: 'Sluis' });
  return { tablet, ...(await manager.createCode()) };
}

test('a scanned code leads straight to the password, and the account is active', async () => {
  const video = join(folder, 'code.y4m');
  writeQrVideo(video, 'nothing to see yet');
  const { tablet, code } = await withCodeForMary(video);
  writeQrVideo(video, `${tablet.url}/activate#BWCH/00123/${code.replaceAll('-', '')}`);
  await tablet.restart();
  const kiosk = kioskPages(tablet);
  await kiosk.welcome();
  await kiosk.scan();
  await kiosk.choosePassword('green tractors');
  await kiosk.signIn('00123', 'green tractors');
  await expect(tablet.page).toHaveURL(/\/me$/);
  check(tablet.problems).toEqual([]);
});

test('what is no login code is told, and scanning goes on', async () => {
  const video = join(folder, 'other.y4m');
  writeQrVideo(video, 'https://example.com/menu');
  ({ tablet } = await withCodeForMary(video));
  await kioskPages(tablet).welcome();
  await kioskPages(tablet).scan();
  await expect(tablet.page.getByText('not a Gatehouse login code', { exact: false })).toBeVisible();
});

test.each([
  ['refused', 'switched off'],
  ['none', 'no camera'],
] as const)('a camera that is %s is told, with the ways round it', async (camera, words) => {
  tablet = await openTablet({ camera });
  await managerPages(tablet).setUp();
  await kioskPages(tablet).welcome();
  await kioskPages(tablet).scan();
  await expect(tablet.page.getByText(words, { exact: false })).toBeVisible();
  await tablet.page.getByRole('button', { name: 'Type the code' }).click();
  await expect(tablet.page.getByLabel('Activation code', { exact: true })).toBeVisible();
});

test('a picture of the code does as well as the camera', async () => {
  const video = join(folder, 'blank.y4m');
  writeQrVideo(video, 'nothing to see yet');
  const { tablet, picture } = await withCodeForMary(video);
  await tablet.visit('/activate/scan');
  await tablet.page
    .getByLabel(/picture/i)
    .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture });
  await kioskPages(tablet).choosePassword('green tractors');
});
