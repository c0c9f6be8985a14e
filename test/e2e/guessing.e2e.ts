// Nobody can guess at the kiosk, and nothing of the last person stays behind. The page's clock is moved, not waited for.

import { afterEach, expect as check, test } from 'vitest';
import { CODE_LENGTH, makeActivationCode } from '../../src/domain/activationCode';
import { kioskPages } from './pages/KioskPages';
import { managerPages, PASSCODE } from './pages/ManagerPages';
import { expect } from './support/expect';
import type { Tablet } from './support/launch';
import { openTabletInUse } from './support/tabletInUse';

let tablet: Tablet;

afterEach(async () => {
  check(tablet.problems).toEqual([]);
  await tablet.close();
});

async function tabletWithMary() {
  const opened = await openTabletInUse();
  tablet = opened;
  const kiosk = kioskPages(tablet);
  await kiosk.welcome();
  await kiosk.typeCode('00123', opened.mary.code);
  await kiosk.choosePassword('green tractors');
  return kiosk;
}

test('five wrong passwords are answered alike, then the right one waits too, also after a reload', async () => {
  const kiosk = await tabletWithMary();
  const told = (words: string) => expect(tablet.page.getByText(words, { exact: false })).toBeVisible();
  for (let time = 0; time < 5; time += 1) {
    await kiosk.signIn('00123', `blue tractors ${time}`);
    await told('do not fit together');
  }
  await kiosk.signIn('00123', 'green tractors');
  await told('several wrong tries');
  await tablet.restart();
  await kiosk.signIn('00123', 'green tractors');
  await told('several wrong tries');
});

test('a wait for the next try stays in sight while one types on', async () => {
  const kiosk = await tabletWithMary();
  await kiosk.welcome();
  // Well-formed, so that it costs a try.
  await kiosk.typeCode('00999', makeActivationCode(new Uint8Array(CODE_LENGTH - 1)));
  const wait = tablet.page.getByText('You can try again in', { exact: false });
  await expect(async () => {
    await tablet.page.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(wait).toBeVisible({ timeout: 500 });
  }).toPass({ intervals: [20] });
  await tablet.page.getByLabel('Employee ID', { exact: true }).fill('00888');
  await expect(wait).toBeVisible();
});

test('after a minute without a touch the kiosk has forgotten everything', async () => {
  const kiosk = await tabletWithMary();
  await tablet.page.clock.install();
  await kiosk.signIn('00123', 'green tractors');
  await expect(tablet.page).toHaveURL(/\/me$/);
  await tablet.page.clock.runFor(41_000);
  const warning = tablet.page.getByRole('dialog');
  await expect(warning).toBeVisible();
  await warning.getByRole('button').last().click();
  await tablet.page.clock.runFor(1_000);
  await expect(warning).toBeHidden();
  await expect(tablet.page).toHaveURL(/\/me$/);
  await tablet.page.clock.runFor(61_000);
  await expect(tablet.page).toHaveURL(/\/$/);
  await expect(tablet.page.getByText('Mary')).toHaveCount(0);
  await tablet.page.goBack();
  await expect(tablet.page.getByText('Mary')).toHaveCount(0);
});

test('half-typed codes are forgotten too', async () => {
  await tabletWithMary();
  await tablet.page.clock.install();
  await tablet.visit('/activate');
  await tablet.page.getByLabel('Employee ID', { exact: true }).fill('00123');
  await tablet.page.clock.runFor(61_000);
  await expect(tablet.page).toHaveURL(/\/$/);
  await tablet.page.getByRole('link', { name: 'Activate my account' }).click();
  await expect(tablet.page.getByLabel('Employee ID', { exact: true })).toHaveValue('');
});

test('the manager area locks after five idle minutes and on leaving', async () => {
  await tabletWithMary();
  await tablet.page.clock.install();
  await managerPages(tablet).unlock();
  await expect(tablet.page.getByRole('searchbox', { name: 'Search employees' })).toBeVisible();
  await tablet.page.clock.runFor(301_000);
  await expect(tablet.page.getByLabel('Passcode', { exact: true })).toBeVisible();
  await expect(tablet.page.getByText('Mary')).toHaveCount(0);
  await tablet.page.getByLabel('Passcode', { exact: true }).fill(PASSCODE);
  await tablet.page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(tablet.page.getByText('Sluis', { exact: false }).first()).toBeVisible();
  await kioskPages(tablet).welcome();
  await tablet.page.goBack();
  await expect(tablet.page.getByLabel('Passcode', { exact: true })).toBeVisible();
});

test('a second tab says so, stays shut, and opens when the first is closed', async () => {
  await tabletWithMary();
  const second = await tablet.context.newPage();
  await second.goto(`${tablet.url}/manage/employees`);
  await expect(second.getByRole('heading', { level: 1 })).toContainText('another tab');
  await expect(second.getByLabel('Passcode')).toHaveCount(0);
  await tablet.page.close();
  await expect(second.getByLabel('Passcode', { exact: true })).toBeVisible();
});
