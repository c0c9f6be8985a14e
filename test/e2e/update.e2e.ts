// A new version waits: until a manager says so, or until nobody is at the kiosk. Never under a finger. And what broke is
// left by a fresh start, which takes the new version along.

import { rmSync } from 'node:fs';
import { afterEach, expect as check, test } from 'vitest';
import { kioskPages } from './pages/KioskPages';
import { managerPages } from './pages/ManagerPages';
import { expect } from './support/expect';
import { openTablet, type Tablet } from './support/launch';
import { makeNextVersion } from './support/nextVersion';
import { type AppServer, serveApp } from './support/serveApp';
import { openTabletInUse } from './support/tabletInUse';

let tablet: Tablet;
let server: AppServer;
let next: string | undefined;

afterEach(async () => {
  await tablet.close();
  await server.stop();
  if (next) rmSync(next, { recursive: true, force: true });
  next = undefined;
});

/** A tablet in use, for which a newer version has come out. */
async function withNewerVersion() {
  server = await serveApp();
  tablet = await openTabletInUse({ server });
  await tablet.visit('/');
  await tablet.waitUntilKept();
  next = makeNextVersion();
  await server.stop();
  await server.start(next);
}

const isNewer = () => tablet.page.locator('meta[name=newer]').count();
/** Asks for the new version and waits until it has been fetched and waits to be taken. */
const fetchNewer = () =>
  tablet.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing;
    if (worker)
      await new Promise<void>((resolve) =>
        worker.addEventListener('statechange', () => worker.state === 'installed' && resolve()),
      );
    return registration.waiting !== null;
  });

/** The page as it was opened, not loaded anew. */
const pageOfBefore = () => tablet.page.locator('html[data-opened=before]');

/** A browser may hold the old version for a while; then the next quiet minute tries again. */
const afterQuietMinutes = (isSo: () => Promise<void>) =>
  expect(async () => {
    await tablet.page.clock.runFor(61_000);
    await isSo();
  }).toPass({ timeout: 40_000, intervals: [20] });

test('the very first version is no update', async () => {
  server = await serveApp();
  tablet = await openTablet({ server });
  await managerPages(tablet).setUp();
  await tablet.waitUntilKept();
  await tablet.page.getByRole('button', { name: /^Enrol / }).click();
  await tablet.page.getByRole('link', { name: 'Settings', exact: true }).first().click();
  await expect(tablet.page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(tablet.page.getByRole('button', { name: 'Update now' })).toHaveCount(0);
});

test('a manager is told, goes on working, and takes it when they want to', async () => {
  await withNewerVersion();
  await managerPages(tablet).unlock('/manage/settings');
  check(await fetchNewer()).toBe(true);
  const update = tablet.page.getByRole('button', { name: 'Update now' }).first();
  await expect(update).toBeVisible();
  check(await isNewer()).toBe(0);
  await update.click();
  await expect(tablet.page.locator('meta[name=newer]')).toHaveCount(1);
  await expect(tablet.page.getByLabel('Passcode', { exact: true })).toBeVisible();
});

test('an idle kiosk takes it by itself, but not while somebody is typing', async () => {
  await withNewerVersion();
  await tablet.page.clock.install();
  await kioskPages(tablet).welcome();
  check(await fetchNewer()).toBe(true);
  await tablet.page.evaluate(() => document.documentElement.setAttribute('data-opened', 'before'));
  await tablet.page.getByRole('link', { name: 'Activate my account' }).click();
  await tablet.page.getByLabel('Employee ID', { exact: true }).fill('00123');
  await tablet.page.clock.runFor(30_000);
  await expect(pageOfBefore()).toHaveCount(1);
  await expect(tablet.page.getByLabel('Employee ID', { exact: true })).toHaveValue('00123');
  await tablet.page.clock.runFor(11_000);
  await expect(tablet.page.getByRole('dialog')).toBeVisible();
  await tablet.page.clock.runFor(20_000);
  await expect(tablet.page).toHaveURL(/\/$/);
  await afterQuietMinutes(() => expect(pageOfBefore()).toHaveCount(0, { timeout: 3_000 }));
  // When the browser holds on to the old version, the new one is there after the next start at the latest.
  await tablet.restart();
  await expect(async () => {
    await tablet.visit('/');
    await expect(tablet.page.locator('meta[name=newer]')).toHaveCount(1, { timeout: 3_000 });
  }).toPass({ timeout: 30_000, intervals: [20] });
});

/** From the next page on, the version in use cannot open its database; a newer one can. */
const breakThisVersion = () =>
  tablet.context.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB);
    IDBFactory.prototype.open = (...asked) => {
      if (!document.querySelector('meta[name=newer]')) throw new Error('This version cannot read its data');
      return open(...asked);
    };
  });

test('a version that cannot start is healed by the newer one that waits', async () => {
  await withNewerVersion();
  await breakThisVersion();
  await tablet.visit('/sign-in');
  await expect(tablet.page.getByRole('heading', { name: 'Something broke' })).toBeVisible();
  check(await fetchNewer()).toBe(true);
  // Pressed before the page has heard of the new version, it is a plain reload, and the next press takes it.
  await expect(async () => {
    await tablet.page.getByRole('button', { name: 'Reload', exact: true }).click();
    await expect(tablet.page.getByLabel('Employee ID', { exact: true })).toBeVisible({ timeout: 3_000 });
  }).toPass({ intervals: [20] });
  check(await isNewer()).toBe(1);
});

test('a tablet on which something broke starts afresh when it is left alone', async () => {
  await withNewerVersion();
  await breakThisVersion();
  await tablet.page.clock.install();
  await tablet.visit('/sign-in');
  await expect(tablet.page.getByRole('heading', { name: 'Something broke' })).toBeVisible();
  check(await fetchNewer()).toBe(true);
  await afterQuietMinutes(() =>
    expect(tablet.page.getByRole('link', { name: 'Activate my account' })).toBeVisible({ timeout: 3_000 }),
  );
  await expect(tablet.page).toHaveURL(/\/$/);
});
