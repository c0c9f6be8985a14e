// What a manager does on the tablet, in their words.

import { expect } from '../support/expect';
import type { Tablet } from '../support/launch';

export const PASSCODE = 'open the small gate';

export interface HandedCode {
  readonly code: string;
  readonly link: string;
  /** The drawing of the QR code, as shown. */
  readonly picture: Buffer;
}

export function managerPages(tablet: Tablet) {
  const page = () => tablet.page;
  const press = (name: string | RegExp) => page().getByRole('button', { name, exact: true }).click();
  const fill = (label: string, text: string) => page().getByLabel(label, { exact: true }).fill(text);

  return {
    async setUp(names: { organisation?: string; site?: string } = {}) {
      await tablet.visit('/');
      await expect(page()).toHaveURL(/\/setup$/);
      await fill('Organisation name', names.organisation ?? 'Brightwater Care Homes');
      await fill('Company code', 'BWCH');
      await fill('Site name', names.site ?? 'Mill Lane');
      await fill('Your name', 'Ada Byron');
      await fill('Passcode', PASSCODE);
      await fill('Repeat passcode', PASSCODE);
      await press('Start');
      await expect(page().getByRole('heading', { level: 1 })).toContainText(/ready/i);
    },
    async unlock(path = '/manage/employees') {
      await tablet.visit(path);
      await fill('Passcode', PASSCODE);
      await press('Unlock');
    },
    async enrol(person: { id: string; firstName: string; lastName: string; email?: string }) {
      await page().getByRole('link', { name: 'Employees', exact: true }).first().click();
      await page()
        .getByRole('link', { name: /^Enrol / })
        .click();
      await fill('Employee ID', person.id);
      await fill('First name', person.firstName);
      await fill('Last name', person.lastName);
      if (person.email) await fill('Email', person.email);
      await press('Enrol');
      await expect(page().getByRole('heading', { level: 1 })).toContainText(person.lastName);
    },
    /** On the employee's page: makes a code, and closes the dialog that shows it. */
    async createCode(): Promise<HandedCode> {
      await press('Create login code');
      const dialog = page().getByRole('dialog');
      const code = await dialog.getByLabel('Activation code').innerText();
      const link = await dialog.getByLabel('Login link').inputValue();
      const picture = await dialog.getByRole('img', { name: 'QR code' }).screenshot();
      await dialog.getByRole('button', { name: 'Done', exact: true }).click();
      await expect(dialog).toBeHidden();
      return { code: code.replace(/\s/g, ''), link, picture };
    },
    async search(text: string) {
      await page().getByRole('searchbox', { name: 'Search employees' }).fill(text);
    },
    async importFile(path: string) {
      await page().getByRole('link', { name: 'Employees', exact: true }).first().click();
      await page().getByRole('link', { name: 'Import a list' }).click();
      await page().getByLabel('Choose a file').setInputFiles(path);
      await page()
        .getByRole('button', { name: /^Import/ })
        .click();
    },
  };
}
