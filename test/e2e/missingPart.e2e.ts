// A part of the app does not come, although the tablet keeps it: the browser drops it on its way from the service worker,
// and then never gives it to that page. A fresh page does, by itself; where that does not help either, the tablet says so
// and asks again only when somebody does.

import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect as check, test } from 'vitest';
import { managerPages } from './pages/ManagerPages';
import { syncPages } from './pages/SyncPages';
import { expect } from './support/expect';
import type { Tablet } from './support/launch';
import { openTabletInUse } from './support/tabletInUse';

let tablet: Tablet;
beforeEach(async () => {
  tablet = await openTabletInUse({ switches: ['--js-flags=--expose-gc'] });
  await tablet.visit('/');
  await tablet.waitUntilKept();
});
afterEach(() => tablet.close());

function serviceWorker() {
  const [worker] = tablet.context.serviceWorkers();
  if (!worker) throw new Error('There is no service worker.');
  return worker;
}

/** The service worker answers for this part with something else, so many times. */
async function dropPart(name: string, times: number): Promise<void> {
  await serviceWorker().evaluate(
    ([part, often]) => {
      const match = caches.match.bind(caches);
      let left = Number(often);
      caches.match = async (request, options) => {
        const address = typeof request === 'string' ? request : (request as Request).url;
        if (!address.includes(`/assets/${part}-`) || left-- <= 0) return match(request, options);
        return new Response('', { headers: { 'content-type': 'text/plain' } });
      };
    },
    [name, String(times)],
  );
}

/** Marks the page that is shown; gives whether it is there no more. */
async function markPage() {
  await tablet.page.evaluate(() => document.documentElement.classList.add('marked'));
  return async () => (await tablet.page.locator('html.marked').count()) === 0;
}

const brokenScreen = () => tablet.page.getByRole('heading', { name: 'Something broke' });

test('a part that was dropped once is there on the next page, which comes by itself', async () => {
  await dropPart('SignInScreen', 1);
  await tablet.goOffline();
  const isGone = await markPage();
  await tablet.page.getByRole('link', { name: 'Sign in' }).click();
  await expect(tablet.page.getByLabel('Employee ID', { exact: true })).toBeVisible();
  check(await isGone()).toBe(true);
  await expect(tablet.page).toHaveURL(/\/sign-in$/);
});

test('a part that never comes is told, with no reload after the first', async () => {
  await dropPart('SignInScreen', 1_000);
  let pages = 0;
  tablet.page.on('load', () => {
    pages += 1;
  });
  await tablet.page.getByRole('link', { name: 'Sign in' }).click();
  await expect(brokenScreen()).toBeVisible();
  check(pages).toBe(1);
});

test('for a part that is missing behind the screens, a fresh page comes when nobody is there', async () => {
  await managerPages(tablet).unlock('/manage/sync');
  await syncPages(tablet).turnOn();
  await dropPart('syncService', 1);
  await tablet.page.clock.install();
  await tablet.visit('/');
  await expect(() => check(tablet.problems).toContainEqual(check.stringMatching('PartNotLoaded'))).toPass();
  const isGone = await markPage();
  // A minute goes by as often as it takes: the page counts it from when it was drawn.
  await expect(async () => {
    await tablet.page.clock.runFor(61_000);
    check(await isGone()).toBe(true);
  }).toPass({ intervals: [20] });
  await expect(tablet.page.getByRole('link', { name: 'Sign in' })).toBeVisible();
});

/** Of five pages, those that did not get every script of the app. */
async function pagesThatLackParts(): Promise<number> {
  const parts = readdirSync('dist/assets').filter((file) => file.endsWith('.js'));
  let lacking = 0;
  for (let page = 0; page < 5; page += 1) {
    await tablet.visit('/activate');
    // As a text: the test run would put its own way of loading in place of `import`.
    const load = `Promise.all(${JSON.stringify(parts)}.map((part) => import('/assets/' + part)))`;
    const isWhole = await tablet.page.evaluate(`${load}.then(() => true, () => false)`);
    if (!isWhole) lacking += 1;
  }
  return lacking;
}

test('no part is lost to the garbage collector of the service worker', async () => {
  await serviceWorker().evaluate(() => {
    setInterval((globalThis as unknown as { gc: () => void }).gc, 50);
  });
  check(await pagesThatLackParts()).toBe(0);
});
