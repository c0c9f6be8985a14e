// Activating by camera: the QR code that a tablet showed is filmed and held before the camera of the same tablet.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect as check, inject, test } from 'vitest';
import { writeQrFilm, writeQrVideo } from '../support/y4m';
import { kioskPages } from './pages/KioskPages';
import { managerPages } from './pages/ManagerPages';
import { expect } from './support/expect';
import { openTablet, type Tablet } from './support/launch';
import { openTabletInUse } from './support/tabletInUse';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-film-'));
let tablet: Tablet | undefined;

afterEach(async () => {
  await tablet?.close();
  tablet = undefined;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A tablet that sees this film, with a code for Mary. */
async function withCodeForMary(video: string) {
  const opened = await openTabletInUse({ camera: { video } });
  tablet = opened;
  return { tablet: opened, ...opened.mary };
}

test('a scanned code leads straight to the password, and the account is active', async () => {
  const video = join(folder, 'code.y4m');
  writeQrVideo(video, inject('tabletInUse').link);
  const { tablet } = await withCodeForMary(video);
  const kiosk = kioskPages(tablet);
  await kiosk.welcome();
  await kiosk.scan();
  await kiosk.choosePassword('green tractors');
  await kiosk.signIn('00123', 'green tractors');
  await expect(tablet.page).toHaveURL(/\/me$/);
  check(tablet.problems).toEqual([]);
});

test('[N1] [N3] while wrong codes are told within the frame, once each, the camera looks on for the right one', async () => {
  const video = join(folder, 'mixed.y4m');
  writeQrVideo(video, 'nothing to see yet');
  const { tablet, link: replaced } = await withCodeForMary(video);
  await managerPages(tablet).unlock('/manage/employees/00123');
  const { link } = await managerPages(tablet).createCode();
  const menu = 'https://example.com/menu';
  const wrong = Array.from({ length: 5 }, () => [menu, menu, replaced, replaced]).flat();
  writeQrFilm(video, [...wrong, ...Array.from({ length: 8 }, () => link)]);
  await tablet.restart();
  const kiosk = kioskPages(tablet);
  await kiosk.welcome();
  await kiosk.scan();
  const told = await tablet.page.evaluateHandle(() => {
    const heard: string[] = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) {
          const words = (node as HTMLElement).innerText?.trim();
          if (words && node.parentElement?.closest('[role=status]')) heard.push(words);
        }
    }).observe(document.body, { childList: true, subtree: true });
    return heard;
  });
  await expect(tablet.page.getByLabel('New password', { exact: true })).toBeVisible();
  const heard = await told.jsonValue();
  check(heard.filter((words) => words.startsWith('Another kind of code'))).toHaveLength(1);
  check(heard.filter((words) => words.startsWith('Replaced'))).toHaveLength(1);

  // Nothing of the scan stays behind: neither in the history nor on the page.
  await kiosk.choosePassword('green tractors');
  await tablet.page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(tablet.page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await tablet.page.goBack();
  await tablet.page.goBack().catch(() => undefined);
  await expect(tablet.page.getByText('Mary')).toHaveCount(0);
  check(tablet.problems).toEqual([]);
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
