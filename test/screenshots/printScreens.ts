// Codes on their way to paper, and the poster: the rest of the story that screens.ts tells.

import { managerPages, PASSCODE } from '../e2e/pages/ManagerPages';
import { expect } from '../e2e/support/expect';
import type { Tablet } from '../e2e/support/launch';
import type { PicturedScreen } from './screens';

const press = ({ page }: Tablet, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).click();
const dialog = ({ page }: Tablet, name: string | RegExp) => page.getByRole('dialog', { name });

/** The page of the preview is drawn, and the address of the window says nothing of it. */
const seesPage = (tablet: Tablet, name: string | RegExp) =>
  expect(dialog(tablet, name).locator('[data-printed]').first()).toBeVisible();

export const printScreens: readonly PicturedScreen[] = [
  {
    name: 'employees-selected',
    open: async (tablet) => {
      await managerPages(tablet).unlock('/manage/employees');
      await tablet.page.getByRole('checkbox').first().check();
      await expect(tablet.page.getByRole('button', { name: 'Print codes' })).toBeVisible();
    },
  },
  {
    name: 'print-passcode',
    open: async (tablet) => {
      await press(tablet, /^Select all/);
      await press(tablet, 'Print codes');
      await expect(dialog(tablet, /^Print codes for/).getByLabel('Passcode')).toBeVisible();
    },
  },
  {
    name: 'print-chosen',
    open: async (tablet) => {
      await tablet.page.getByLabel('Passcode', { exact: true }).fill(PASSCODE);
      await press(tablet, 'Go on');
      await expect(tablet.page.getByRole('button', { name: /^Make/ })).toBeVisible();
    },
  },
  {
    name: 'print-letters',
    open: async (tablet) => {
      await press(tablet, /^Make/);
      await seesPage(tablet, /^Print \d+ codes/);
    },
  },
  {
    name: 'print-cards',
    open: async (tablet) => {
      await tablet.page.getByLabel('Print as').selectOption('card');
      await seesPage(tablet, /^Print \d+ codes/);
    },
  },
  {
    name: 'print-labels',
    open: async (tablet) => {
      await tablet.page.getByLabel('Print as').selectOption('label');
      await expect(tablet.page.getByLabel('First free label')).toBeVisible();
      await seesPage(tablet, /^Print \d+ codes/);
    },
  },
  {
    name: 'print-not-yet',
    open: async (tablet) => {
      await press(tablet, 'Done');
      await expect(dialog(tablet, /not been printed/)).toBeVisible();
    },
  },
  {
    name: 'print-poster',
    open: async (tablet) => {
      await managerPages(tablet).unlock('/manage/sync');
      await press(tablet, 'Show organisation code');
      await press(tablet, 'Print poster');
      await seesPage(tablet, 'Print the poster');
    },
  },
];
