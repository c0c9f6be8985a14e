// What a manager can rely on, beside the main job: every Employee ID has its page, nothing of a person stands in the
// browser's history or stays in its clipboard, and what ends much at once asks for the passcode.

import { afterAll, beforeAll, expect as check, describe, test } from 'vitest';
import { managerPages, PASSCODE } from './pages/ManagerPages';
import { expect } from './support/expect';
import type { Tablet } from './support/launch';
import { openTabletInUse } from './support/tabletInUse';

describe('in the manager area', () => {
  let tablet: Tablet;
  beforeAll(async () => {
    tablet = await openTabletInUse();
  });
  afterAll(async () => {
    check(tablet.problems).toEqual([]);
    await tablet.close();
  });

  const heading = () => tablet.page.getByRole('heading', { level: 1 });
  const press = (name: string) => tablet.page.getByRole('button', { name, exact: true }).click();

  test.each([
    ['new', 'Nora', '/manage/employees/NEW'],
    ['Import', 'Ines', '/manage/employees/IMPORT'],
    ['.', 'Dot', '/manage/employees/~.'],
    ['..', 'Dots', '/manage/employees/~..'],
    ['a/1 #2', 'Ada', '/manage/employees/A%2F1%20%232'],
  ])('whoever has the Employee ID "%s" has a page', async (id, firstName, address) => {
    await managerPages(tablet).unlock();
    await managerPages(tablet).enrol({ id, firstName, lastName: 'Sluis' });
    check(new URL(tablet.page.url()).pathname).toBe(address);
    await managerPages(tablet).unlock(address);
    await expect(heading()).toHaveText(`${firstName} Sluis`);
  });

  test('the pages beside the employees are still there', async () => {
    await managerPages(tablet).unlock('/manage/employees/new');
    await expect(heading()).toHaveText('Enrol an employee');
    await managerPages(tablet).unlock('/manage/employees/import');
    await expect(heading()).toHaveText('Import a list');
  });

  test('an address with the same question twice is no reason to break', async () => {
    await managerPages(tablet).unlock('/manage/activity?employee=NEW&employee=IMPORT');
    await expect(heading()).toHaveText('Activity');
  });

  test('the window is not named after a person', async () => {
    await managerPages(tablet).unlock('/manage/employees/NEW');
    await expect(heading()).toHaveText('Nora Sluis');
    await expect(tablet.page).toHaveTitle('Employee · Gatehouse');
  });

  test('a copied code is wiped when the dialog is closed', async () => {
    await tablet.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: tablet.url });
    const clipboard = () => tablet.page.evaluate(() => navigator.clipboard.readText());
    await press('Create login code');
    await press('More ways');
    await press('Copy code');
    await expect(tablet.page.getByText('The code is copied.', { exact: false })).toBeVisible();
    check(await clipboard()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await press('Done');
    await expect(async () => check((await clipboard()).trim()).toBe('')).toPass();
  });

  test('[S9] who changes their own passcode goes on, and is told that it is done', async () => {
    await managerPages(tablet).unlock('/manage/settings');
    const fill = (label: string, text: string) => tablet.page.getByLabel(label, { exact: true }).fill(text);
    const change = async (current: string, next: string) => {
      await press('Change my passcode');
      await fill('Current passcode', current);
      await fill('New passcode', next);
      await fill('Repeat new passcode', next);
      await press('Change passcode');
      await expect(tablet.page.getByText('Your passcode is changed.')).toBeVisible();
    };
    await change(PASSCODE, 'a very different thing');
    await change('a very different thing', PASSCODE);
    await managerPages(tablet).enrol({ id: 'S9', firstName: 'Sam', lastName: 'Nine' });
  });

  test('codes for several people are made only by whoever knows the passcode', async () => {
    await managerPages(tablet).unlock('/manage/employees');
    await press('Select people');
    await tablet.page.getByRole('checkbox').nth(0).check();
    await tablet.page.getByRole('checkbox').nth(1).check();
    await press('Show codes one by one');
    const dialog = tablet.page.getByRole('dialog');
    await dialog.getByLabel('Passcode').fill('not the one');
    await press('Show the first code');
    await expect(dialog.getByText('passcode is not right', { exact: false })).toBeVisible();
    await expect(dialog.getByLabel('Activation code')).toHaveCount(0);
    await dialog.getByLabel('Passcode').fill(PASSCODE);
    await press('Show the first code');
    await expect(dialog.getByLabel('Activation code')).toBeVisible();
    await press('Next person');
    await expect(dialog.getByText('2 of 2')).toBeVisible();
    await press('Done');
    await expect(dialog).toHaveCount(0);
  });
});
