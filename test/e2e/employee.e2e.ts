// One person's page, which follows whatever is done on it: a code, an edit, leaving and coming back.

import { afterAll, beforeAll, expect as check, describe, test } from 'vitest';
import { managerPages } from './pages/ManagerPages';
import { expect } from './support/expect';
import type { Tablet } from './support/launch';
import { openTabletInUse } from './support/tabletInUse';

describe('the page of an employee', () => {
  let tablet: Tablet;
  const main = () => tablet.page.getByRole('main');
  const press = (name: string) => tablet.page.getByRole('button', { name, exact: true }).click();
  const inDialog = (name: string) =>
    tablet.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

  beforeAll(async () => {
    tablet = await openTabletInUse();
    await managerPages(tablet).unlock();
    await managerPages(tablet).enrol({ id: '00124', firstName: 'Tom', lastName: 'Lind' });
  });
  afterAll(async () => {
    check(tablet.problems).toEqual([]);
    await tablet.close();
  });

  test('shows that a code is out', async () => {
    await expect(main()).toContainText('No account yet');
    await managerPages(tablet).createCode();
    await expect(main()).toContainText('A code is out');
  });

  test('shows what was edited', async () => {
    await press('Edit');
    await tablet.page.getByRole('dialog').getByLabel('Email', { exact: true }).fill('tom@example.com');
    await inDialog('Save');
    await expect(tablet.page.getByRole('dialog')).toBeHidden();
    await expect(main()).toContainText('tom@example.com');
  });

  test('shows that somebody has left, and makes no code for them', async () => {
    await press('Mark as left');
    await inDialog('Mark as left');
    await expect(main()).toContainText('Left');
    await expect(tablet.page.getByRole('button', { name: 'Create login code' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  test('shows that they are back, without an account', async () => {
    await press('Bring back');
    await expect(main()).toContainText('No account yet');
    await managerPages(tablet).createCode();
  });

  test('an Employee ID that looks like an address has its page too', async () => {
    await managerPages(tablet).enrol({ id: 'new', firstName: 'Nora', lastName: 'Ewing' });
    await expect(tablet.page.getByRole('heading', { level: 1 })).toHaveText('Nora Ewing');
  });
});
