// Whoever leaves the tablet has left it: what was still being checked for them opens nothing and is shown to nobody, and
// a login link leaves no trace in the address.

import { afterEach, expect as check, test } from 'vitest';
import { kioskPages } from './pages/KioskPages';
import { managerPages, PASSCODE } from './pages/ManagerPages';
import { syncPages } from './pages/SyncPages';
import { expect } from './support/expect';
import type { Tablet } from './support/launch';
import { openTabletInUse } from './support/tabletInUse';

let tablet: Tablet;

afterEach(async () => {
  check(tablet.problems).toEqual([]);
  await tablet.close();
});

/** A tablet where Mary is enrolled and has a code; it stands at its welcome screen. */
async function withCodeForMary() {
  const opened = await openTabletInUse();
  tablet = opened;
  await kioskPages(tablet).welcome();
  return opened.mary;
}

const follow = (name: string) => tablet.page.getByRole('link', { name }).click();
const press = (name: string) => tablet.page.getByRole('button', { name, exact: true }).click();
const fill = (label: string, text: string) => tablet.page.getByLabel(label, { exact: true }).fill(text);
const told = (words: string) => expect(tablet.page.getByText(words, { exact: false })).toBeVisible();
const isWelcome = () => expect(tablet.page.getByRole('heading', { name: 'Welcome' })).toBeVisible();

/** Presses a button and, without any time between, the way back. */
const pressAndLeave = (name: string) =>
  tablet.page.evaluate((word) => {
    const button = [...document.querySelectorAll('button')].find(
      ({ innerText }) => innerText.trim() === word,
    );
    button?.click();
    document.querySelector<HTMLElement>('header a')?.click();
  }, name);

test('a code that was still being checked is not handed to the next person', async () => {
  const { code } = await withCodeForMary();
  await follow('Activate my account');
  await fill('Employee ID', '00123');
  await fill('Activation code', code);
  await pressAndLeave('Continue');
  await isWelcome();
  await follow('Activate my account');
  await expect(tablet.page.getByLabel('Employee ID', { exact: true })).toHaveValue('');
  await expect(tablet.page.getByLabel('Activation code', { exact: true })).toHaveValue('');
  // One check comes after the other: with this answer, the first one has long been there.
  await fill('Employee ID', '99999');
  await fill('Activation code', code);
  await press('Continue');
  await told('do not fit together');
  await expect(tablet.page.getByText('Mary')).toHaveCount(0);
});

test('a passcode that was still being checked opens nothing', async () => {
  await withCodeForMary();
  await follow('Manager area');
  await fill('Passcode', PASSCODE);
  await pressAndLeave('Unlock');
  await isWelcome();
  await follow('Manager area');
  await expect(tablet.page.getByLabel('Passcode', { exact: true })).toHaveValue('');
  await fill('Passcode', 'not the one');
  await press('Unlock');
  await told('passcode is not right');
  await expect(tablet.page.getByText('Sluis')).toHaveCount(0);
});

test('a sign-in that was still being checked signs nobody in', async () => {
  const { code } = await withCodeForMary();
  const kiosk = kioskPages(tablet);
  await kiosk.typeCode('00123', code);
  await kiosk.choosePassword('green tractors');
  await press('Done');
  await follow('Sign in');
  await fill('Employee ID', '00123');
  await fill('Password', 'green tractors');
  await pressAndLeave('Sign in');
  await isWelcome();
  await follow('Sign in');
  await fill('Employee ID', '00123');
  await fill('Password', 'blue tractors');
  await press('Sign in');
  await told('do not fit together');
  await expect(tablet.page).toHaveURL(/\/sign-in$/);
});

test('an activation that was still under way signs nobody in', async () => {
  const { code } = await withCodeForMary();
  await kioskPages(tablet).typeCode('00123', code);
  await fill('New password', 'green tractors');
  await fill('Repeat password', 'green tractors');
  await expect(tablet.page.getByRole('listitem').filter({ hasText: 'Not yet' })).toHaveCount(0);
  await tablet.page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')];
    for (const word of ['Activate', 'Back'])
      buttons.find(({ innerText }) => innerText.trim() === word)?.click();
  });
  await expect(tablet.page.getByLabel('Employee ID', { exact: true })).toHaveValue('');
  // It goes through all the same, and whoever has the code is told so.
  const used = tablet.page.getByText('has been used already', { exact: false });
  const password = tablet.page.getByLabel('New password', { exact: true });
  await expect(async () => {
    await fill('Employee ID', '00123');
    await fill('Activation code', '');
    await fill('Activation code', code);
    await press('Continue');
    await expect(used.or(password)).toBeVisible();
    if (await password.isVisible()) await press('Back');
    await expect(used).toBeVisible({ timeout: 1 });
  }).toPass({ timeout: 15_000, intervals: [20] });
});

test('a picture that was still being read leads nobody on', async () => {
  const { picture } = await withCodeForMary();
  await follow('Scan QR code');
  const choose = (buffer: Buffer) =>
    tablet.page.getByLabel(/picture/i).setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer });
  await choose(picture);
  await pressAndLeave('');
  await isWelcome();
  // A picture without a code takes the longest: when it is read, the first one has been.
  const blank = await tablet.page.screenshot();
  await follow('Scan QR code');
  await choose(blank);
  await told('no QR code in this picture');
  await follow('Back');
  await isWelcome();
  await follow('Activate my account');
  await expect(tablet.page.getByLabel('Employee ID', { exact: true })).toHaveValue('');
  await expect(tablet.page.getByText('Mary')).toHaveCount(0);
});

test('a lock screen that is left alone is the kiosk again, with nothing typed', async () => {
  await withCodeForMary();
  await tablet.page.clock.install();
  await follow('Manager area');
  await fill('Passcode', 'half a pass');
  await tablet.page.clock.runFor(61_000);
  await isWelcome();
  await follow('Manager area');
  await expect(tablet.page.getByLabel('Passcode', { exact: true })).toHaveValue('');
});

test('a session that has lasted its fifteen minutes says so before it ends', async () => {
  const { code } = await withCodeForMary();
  const kiosk = kioskPages(tablet);
  await kiosk.typeCode('00123', code);
  await tablet.page.clock.install();
  await kiosk.choosePassword('green tractors');
  await press('Open my Self Service');
  await expect(tablet.page.getByText('00123')).toBeVisible();
  const warning = tablet.page.getByRole('dialog', { name: 'Your time is nearly over' });
  for (let halfMinute = 0; halfMinute < 29; halfMinute += 1) {
    await tablet.page.clock.runFor(30_000);
    await tablet.page.keyboard.press('Shift');
  }
  await expect(warning).toHaveCount(0);
  await tablet.page.clock.runFor(15_000);
  await expect(warning).toBeVisible();
  await tablet.page.clock.runFor(20_000);
  await told('You have been signed out');
  await expect(warning).toHaveCount(0);
});

test('a login link leaves the address at once, and waits until the other tab is closed', async () => {
  const { code } = await withCodeForMary();
  const second = await tablet.context.newPage();
  await second.goto(`${tablet.url}/activate#BWCH/00123/${code.replaceAll('-', '')}`);
  await expect(second.getByRole('heading', { level: 1 })).toContainText('another tab');
  check(second.url()).toBe(`${tablet.url}/activate`);
  await tablet.page.close();
  await expect(second.getByLabel('Activation code', { exact: true })).toHaveValue(code);
  // Another link over the same page.
  await second.evaluate(() => {
    location.hash = 'OTHER/1/K7QM2XRD9F3A';
  });
  await expect(second.getByText('another organisation', { exact: false })).toBeVisible();
  check(second.url()).toBe(`${tablet.url}/activate`);
});

test('[S10] the manager area stays open while a pairing code is good, and no longer than without one after it', async () => {
  tablet = await openTabletInUse();
  await tablet.page.clock.install();
  await managerPages(tablet).unlock('/manage/sync');
  await syncPages(tablet).turnOn();
  await syncPages(tablet).showPairingCode();
  await tablet.page.clock.runFor(9 * 60_000);
  await expect(tablet.page.getByRole('img', { name: 'Pairing code' })).toBeVisible();
  await expect(tablet.page.getByRole('dialog', { name: 'Are you still there?' })).toHaveCount(0);
  await tablet.page.clock.runFor(61_000);
  await told('The pairing code is over');
  await tablet.page.clock.runFor(5 * 60_000);
  await expect(tablet.page.getByRole('button', { name: 'Unlock' })).toBeVisible();
});
