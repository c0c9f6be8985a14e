// A login link on the employee's own phone: its QR code, large, for the tablet's camera. Nothing is redeemed, and nothing
// stays behind.

import { afterAll, beforeAll, expect as check, test } from 'vitest';
import { readQr } from '../support/readQr';
import { kioskPages } from './pages/KioskPages';
import { managerPages } from './pages/ManagerPages';
import { expect } from './support/expect';
import { openTablet, type Tablet } from './support/launch';
import { type AppServer, serveApp } from './support/serveApp';
import { openTabletInUse } from './support/tabletInUse';

let server: AppServer;
let phone: Tablet;
let tablet: Tablet;
let link: string;
let picture: Buffer;

beforeAll(async () => {
  server = await serveApp();
  const opened = await openTabletInUse({ server });
  tablet = opened;
  ({ link } = opened.mary);
  phone = await openTablet({ server, viewport: { width: 390, height: 844 } });
  await phone.visit('/activate');
  await phone.waitUntilKept();
});

afterAll(async () => {
  check([...phone.problems, ...tablet.problems]).toEqual([]);
  await phone.close();
  await tablet.close();
  await server.stop();
});

const qrCode = () => phone.page.getByRole('img', { name: 'QR code', exact: true });
const open = async (url: string) => {
  await phone.page.goto('about:blank');
  await phone.page.goto(url);
};

test('[N5] without a network the phone shows the link it was opened with as a QR code, as wide as its screen', async () => {
  await phone.context.setOffline(true);
  await open(link);
  await expect(qrCode()).toBeVisible();
  picture = await qrCode().screenshot();
  check(await readQr(picture)).toBe(link);
  check((await qrCode().boundingBox())?.width).toBe(390);
  check(phone.page.url()).toBe(`${phone.url}/activate`);
  await expect(phone.page.getByRole('definition').first()).toHaveText('00123');
  await expect(phone.page.getByRole('heading', { name: 'Keep Gatehouse on this phone' })).toBeVisible();
  await phone.context.setOffline(false);
});

test('where the browser offers to install the app, one button does', async () => {
  const isTaken = await phone.page.evaluate(() => {
    const offer = new Event('beforeinstallprompt', { cancelable: true });
    Object.assign(offer, { prompt: async () => document.body.setAttribute('data-asked', '') });
    return !dispatchEvent(offer);
  });
  check(isTaken).toBe(true);
  const install = phone.page.getByRole('button', { name: 'Install Gatehouse' });
  await install.click();
  await expect(phone.page.locator('body[data-asked]')).toHaveCount(1);
  await expect(install).toHaveCount(0);
});

test('[N5] what is no login link, or not all of one, gives a sentence and no QR code', async () => {
  for (const broken of [link.slice(0, -1), `${phone.url}/activate#o=1&javascript:alert(1)`]) {
    await open(broken);
    await expect(phone.page.getByRole('heading', { level: 1 })).toHaveText('This link is not whole');
    await expect(qrCode()).toHaveCount(0);
  }
});

test('[N5] whoever leaves the page and comes back finds no link', async () => {
  await open(link);
  await expect(qrCode()).toBeVisible();
  // As a browser does that keeps the page for its Back button.
  await phone.page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expect(phone.page.getByRole('heading', { level: 1 })).toContainText('Take your code');
  await expect(qrCode()).toHaveCount(0);
  await open(link);
  await expect(qrCode()).toBeVisible();
  await phone.page.reload();
  await expect(phone.page.getByRole('heading', { level: 1 })).toContainText('Take your code');
  await phone.page.goBack();
  await phone.page.goForward();
  await expect(phone.page.getByRole('heading', { level: 1 })).toContainText('Take your code');
  await expect(qrCode()).toHaveCount(0);
});

test('the picture on the phone activates at the tablet, and nothing of it stays in the history there', async () => {
  const kiosk = kioskPages(tablet);
  await tablet.visit('/sign-in');
  await kiosk.welcome();
  await kiosk.scan();
  await tablet.page.getByRole('button', { name: 'Turn sound off' }).click();
  await expect(tablet.page.getByRole('button', { name: 'Turn sound on' })).toBeVisible();
  await tablet.page
    .getByLabel('Use a picture')
    .setInputFiles({ name: 'phone.png', mimeType: 'image/png', buffer: picture });
  await kiosk.choosePassword('green tractors');
  await tablet.page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(tablet.page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  // Back to where the browser began.
  for (await tablet.page.goBack(); tablet.page.url() !== 'about:blank'; await tablet.page.goBack()) {
    await expect(tablet.page.getByRole('heading', { level: 1 })).toBeVisible();
    check(await tablet.page.content()).not.toMatch(/Mary|00123/);
  }
});

test('[N4] what was chosen at the scan screen stands in the settings of this tablet, where it can be changed back', async () => {
  await managerPages(tablet).unlock('/manage/settings');
  const box = tablet.page.getByLabel('A sound and a vibration when a code is scanned');
  await expect(box).not.toBeChecked();
  await box.check();
  await tablet.page.getByRole('button', { name: 'Lock', exact: true }).click();
  await tablet.page.getByRole('link', { name: /^Back/ }).click();
  await kioskPages(tablet).scan();
  await expect(tablet.page.getByRole('button', { name: 'Turn sound off' })).toBeVisible();
});
