// The main job, on one tablet with no network from the first minute on: set up, enrol, hand over a code, activate by
// typing, sign in; and what happens to codes that are used, replaced or mistyped.

import { afterAll, beforeAll, expect as check, describe, test } from 'vitest';
import { kioskPages } from './pages/KioskPages';
import { managerPages } from './pages/ManagerPages';
import { expect } from './support/expect';
import { openTablet, type Tablet } from './support/launch';

describe('on one tablet, with the server stopped', () => {
  let tablet: Tablet;
  let firstCode = '';

  beforeAll(async () => {
    tablet = await openTablet();
    await tablet.visit('/');
    await tablet.waitUntilKept();
    await tablet.goOffline();
  });
  afterAll(async () => {
    check(tablet.problems).toEqual([]);
    await tablet.close();
  });

  test.each([
    ['Join an organisation', 'Join an organisation'],
    [/backup file/, 'Begin with a backup'],
  ])('a way of setting up (%s) stays over a reload, and the browser leads back', async (button, title) => {
    const { page } = tablet;
    const heading = page.getByRole('heading', { level: 1 });
    await tablet.visit('/setup');
    const first = await heading.innerText();
    await page.getByRole('button', { name: button }).click();
    await expect(heading).toHaveText(title);
    await page.reload();
    await expect(heading).toHaveText(title);
    await page.goBack();
    await expect(heading).toHaveText(first);
  });

  test('a manager sets the tablet up, enrols Mary and makes a code', async () => {
    const manager = managerPages(tablet);
    await manager.setUp();
    await manager.unlock();
    await manager.enrol({ id: '00123', firstName: 'Mary', lastName: 'Sluis' });
    ({ code: firstCode } = await manager.createCode());
    check(firstCode).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await expect(tablet.page.getByText(firstCode)).toHaveCount(0);
  });

  test('Mary is told of a slip at once, and of a wrong Employee ID without a hint which it was', async () => {
    const kiosk = kioskPages(tablet);
    await kiosk.welcome();
    const slip = firstCode.slice(0, -1) + (firstCode.endsWith('7') ? '8' : '7');
    await kiosk.typeCode('00123', slip);
    await expect(tablet.page.getByText('There is a slip in this code', { exact: false })).toBeVisible();
    await kiosk.welcome();
    await kiosk.typeCode('99999', firstCode);
    await expect(tablet.page.getByText('do not fit together', { exact: false })).toBeVisible();
  });

  test('Mary activates by typing, after the tablet was restarted', async () => {
    await tablet.restart();
    const kiosk = kioskPages(tablet);
    await kiosk.welcome();
    await kiosk.typeCode('00123', firstCode);
    await kiosk.choosePassword('green tractors');
  });

  test('the code works once', async () => {
    const kiosk = kioskPages(tablet);
    await kiosk.welcome();
    await kiosk.typeCode('00123', firstCode);
    await expect(tablet.page.getByText('has been used already', { exact: false })).toBeVisible();
  });

  test('Mary signs in, reads her details on a deep link that asks her to sign in first, and signs out', async () => {
    await tablet.visit('/me');
    await expect(tablet.page).toHaveURL(/\/sign-in$/);
    const kiosk = kioskPages(tablet);
    await kiosk.signIn('00123', 'green tractors');
    await expect(tablet.page).toHaveURL(/\/me$/);
    await expect(tablet.page.getByText('00123')).toBeVisible();
    await kiosk.signOut();
    await tablet.page.goBack();
    await expect(tablet.page.getByText('00123')).toHaveCount(0);
  });

  test('a new code ends the password; the link fills it in and redeems nothing by itself', async () => {
    const manager = managerPages(tablet);
    await manager.unlock('/manage/employees/00123');
    await tablet.page.getByRole('button', { name: 'Create login code' }).click();
    const dialog = tablet.page.getByRole('dialog');
    const code = (await dialog.getByLabel('Activation code').innerText()).replace(/\s/g, '');
    await dialog.getByRole('button', { name: 'Done', exact: true }).click();

    await kioskPages(tablet).signIn('00123', 'green tractors');
    await expect(tablet.page.getByText('do not fit together', { exact: false })).toBeVisible();

    await tablet.visit(`/activate#BWCH/00123/${code.replaceAll('-', '')}`);
    await expect(tablet.page.getByLabel('Activation code', { exact: true })).toHaveValue(code);
    check(tablet.page.url()).not.toContain(code.replaceAll('-', ''));
    await tablet.page.getByRole('button', { name: 'Continue', exact: true }).click();
    await kioskPages(tablet).choosePassword('seven red barns');
    await kioskPages(tablet).signIn('00123', 'seven red barns');
    await expect(tablet.page).toHaveURL(/\/me$/);
  });

  test('everything is on record', async () => {
    await managerPages(tablet).unlock('/manage/activity');
    const main = tablet.page.getByRole('main');
    await expect(main.getByText('Mary Sluis', { exact: false }).first()).toBeVisible();
    await expect(main.getByText('Ada Byron', { exact: false }).first()).toBeVisible();
  });
});
