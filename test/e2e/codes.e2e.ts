// How long a code is good and from when, calling it back, and a day pass for somebody who forgot their password.

import { afterAll, beforeAll, expect as check, test } from 'vitest';
import { kioskPages } from './pages/KioskPages';
import { managerPages } from './pages/ManagerPages';
import { expect } from './support/expect';
import type { Tablet } from './support/launch';
import { openTabletInUse } from './support/tabletInUse';

let tablet: Tablet;
const press = (name: string) => tablet.page.getByRole('button', { name, exact: true }).click();
const sees = (text: string) => expect(tablet.page.getByText(text, { exact: false }).first()).toBeVisible();
const typeCode = async (code: string) => {
  await kioskPages(tablet).welcome();
  await kioskPages(tablet).typeCode('00123', code);
};

beforeAll(async () => {
  tablet = await openTabletInUse();
  await tablet.visit('/');
  await tablet.waitUntilKept();
  await tablet.goOffline();
  await managerPages(tablet).unlock('/manage/employees/00123');
});
afterAll(() => tablet.close());

test('[C13] [C14] a code by letter that starts next month is not good yet', async () => {
  await tablet.page.getByText('How long, and from when').click();
  await tablet.page.getByLabel('How it is given away').selectOption('letter');
  const start = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 16);
  await tablet.page.getByLabel('Starts on').fill(start);
  const { code } = await managerPages(tablet).createCode();
  await sees('Given away: by letter, from');
  await typeCode(code);
  await sees('This code is good from');
});

test('[C15] a code that was called back opens nothing, and its bearer is told', async () => {
  await managerPages(tablet).unlock('/manage/employees/00123');
  const { code } = await managerPages(tablet).createCode();
  await press('Revoke code');
  await tablet.page.getByRole('dialog').getByRole('button', { name: 'Revoke code' }).click();
  await sees('The code is called back.');
  await typeCode(code);
  await sees('called back by a manager');
});

test('[D1] [D2] a day pass opens the account without the password, until it is ended', async () => {
  await managerPages(tablet).unlock('/manage/employees/00123');
  const { code } = await managerPages(tablet).createCode();
  await typeCode(code);
  await kioskPages(tablet).choosePassword('green tractors');
  await managerPages(tablet).unlock('/manage/employees/00123');
  await press('Give a day pass');
  await tablet.page.getByLabel('How long?').selectOption('1');
  await press('Create the day pass');
  const pass = await tablet.page.getByLabel('Day pass code').innerText();
  await tablet.page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await typeCode(pass);
  await expect(tablet.page).toHaveURL(/\/me$/);
  await sees('You are in with a day pass');
  await expect(tablet.page.getByRole('button', { name: 'Change password' })).toHaveCount(0);
  await kioskPages(tablet).signOut();
  await kioskPages(tablet).signIn('00123', pass);
  await expect(tablet.page).toHaveURL(/\/me$/);
  await kioskPages(tablet).signOut();
  await managerPages(tablet).unlock('/manage/employees/00123');
  await press('End day pass');
  await expect(tablet.page.getByText('A day pass is out', { exact: false })).toHaveCount(0);
  await kioskPages(tablet).signIn('00123', pass);
  await sees('do not fit together');
  await kioskPages(tablet).signIn('00123', 'green tractors');
  await expect(tablet.page).toHaveURL(/\/me$/);
});

test('[C13] an administrator chooses how long codes live, within bounds', async () => {
  await managerPages(tablet).unlock('/manage/settings');
  await tablet.page.getByLabel('On screen, in hours').fill('2000');
  await press('Save times');
  await sees('Please choose from');
  await tablet.page.getByLabel('On screen, in hours').fill('8');
  await press('Save times');
  await sees('Saved.');
  await tablet.page.reload();
  await managerPages(tablet).unlock('/manage/settings');
  await expect(tablet.page.getByLabel('On screen, in hours')).toHaveValue('8');
  check(tablet.problems).toEqual([]);
});
