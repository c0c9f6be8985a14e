// The screens of what needs attention: four questions as they come up when two tablets that were apart have met.

import { managerPages, PASSCODE } from '../e2e/pages/ManagerPages';
import { expect } from '../e2e/support/expect';
import type { Tablet } from '../e2e/support/launch';
import { putCases } from '../support/putCases';
import { wasLater } from '../support/putRows';
import type { PicturedScreen } from './screens';

const press = ({ page }: Tablet, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
const sees = ({ page }: Tablet, text: string) => expect(page.getByText(text).first()).toBeVisible();
const card = ({ page }: Tablet, name: RegExp) => page.getByRole('article', { name });

export const attentionScreens: readonly PicturedScreen[] = [
  {
    name: 'attention-none',
    open: async (tablet) => {
      await managerPages(tablet).unlock('/manage/attention');
      await sees(tablet, 'Nothing needs attention');
    },
  },
  {
    name: 'attention',
    open: async (tablet) => {
      await putCases(tablet);
      await managerPages(tablet).unlock('/manage/attention');
      await expect(tablet.page.getByRole('article')).toHaveCount(4);
    },
  },
  {
    name: 'attention-one-id',
    open: async (tablet) => {
      await managerPages(tablet).unlock('/manage/employees/00312');
      await tablet.page.getByRole('link', { name: 'Look at it' }).click();
      await expect(card(tablet, /Two people/).getByRole('heading', { level: 2 })).toBeFocused();
    },
  },
  {
    name: 'attention-merge',
    open: async (tablet) => {
      await press(tablet, 'Merge into one person');
      await expect(tablet.page.getByRole('dialog')).toContainText('instead of Mary');
    },
  },
  {
    name: 'attention-new-id',
    open: async (tablet) => {
      await press(tablet, 'Cancel');
      await press(tablet, 'Give another Employee ID');
      await tablet.page.getByLabel('Employee ID', { exact: true }).fill('00310');
      await press(tablet, 'Enrol');
      await expect(tablet.page.getByText(/is on the list already/)).toBeVisible();
    },
  },
  {
    name: 'attention-settled',
    open: async (tablet) => {
      await tablet.page.getByLabel('Employee ID', { exact: true }).fill('00399');
      await press(tablet, 'Enrol');
      await expect(card(tablet, /Two people/)).toHaveCount(0);
      await expect(tablet.page.getByRole('region', { name: /enrolled under 00399/ })).toBeFocused();
    },
  },
  {
    name: 'attention-code',
    open: async (tablet) => {
      await press(tablet, 'Create a new code');
      await expect(tablet.page.getByRole('dialog').getByLabel('Activation code')).toBeVisible();
    },
  },
  {
    name: 'attention-code-given',
    open: async (tablet) => {
      await press(tablet, 'Done');
      await expect(tablet.page.getByRole('region', { name: /has a new code/ })).toBeFocused();
      await expect(tablet.page.getByRole('article')).toHaveCount(2);
    },
  },
  {
    name: 'employee-attention',
    open: async (tablet) => {
      await managerPages(tablet).unlock('/manage/employees/00310');
      await sees(tablet, 'Something here needs attention');
    },
  },
  {
    name: 'activity-of-tablets',
    open: async (tablet) => {
      await managerPages(tablet).unlock('/manage/activity');
      await sees(tablet, 'At Store room');
    },
  },
  {
    name: 'clock-set-back',
    open: async (tablet) => {
      await tablet.page.evaluate(wasLater, 40 * 24 * 3_600_000);
      await managerPages(tablet).unlock('/manage/employees/00310');
      await press(tablet, 'Create login code');
      await expect(tablet.page.getByRole('button', { name: 'The time is right' })).toBeVisible();
    },
  },
  {
    name: 'clock-set-back-many',
    open: async (tablet) => {
      await managerPages(tablet).unlock('/manage/employees');
      await press(tablet, 'Select people');
      await tablet.page.getByRole('checkbox', { name: /Okafor/ }).check();
      await press(tablet, 'Show codes one by one');
      await tablet.page.getByLabel('Passcode', { exact: true }).fill(PASSCODE);
      await press(tablet, 'Show the first code');
      await expect(tablet.page.getByRole('button', { name: 'The time is right' })).toBeVisible();
    },
  },
  {
    name: 'clock-confirmed',
    open: async (tablet) => {
      await press(tablet, 'The time is right');
      await expect(tablet.page.getByRole('dialog').getByLabel('Activation code')).toBeVisible();
    },
  },
];
