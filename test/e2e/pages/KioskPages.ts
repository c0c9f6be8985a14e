// What an employee does at the kiosk, in their words.

import { expect } from '../support/expect';
import type { Tablet } from '../support/launch';

export function kioskPages(tablet: Tablet) {
  const page = () => tablet.page;
  const press = (name: string) => page().getByRole('button', { name, exact: true }).click();
  const fill = (label: string, text: string) => page().getByLabel(label, { exact: true }).fill(text);
  const follow = (name: string) => page().getByRole('link', { name }).click();

  return {
    async welcome() {
      await tablet.visit('/');
      await expect(page().getByRole('link', { name: 'Activate my account' })).toBeVisible();
    },
    async typeCode(id: string, code: string) {
      await follow('Activate my account');
      await fill('Employee ID', id);
      await fill('Activation code', code);
      await press('Continue');
    },
    /** A login link, opened on this tablet. */
    async openLink(link: string) {
      // Only another document is a link that is opened; within the one that is there it would be a mere jump.
      await page().goto('about:blank');
      await page().goto(link);
      await expect(page().getByLabel('Activation code', { exact: true })).not.toHaveValue('');
    },
    /** What a link has filled in is taken as it is. */
    goOn: () => press('Continue'),
    async scan() {
      await follow('Scan QR code');
    },
    async choosePassword(password: string) {
      await fill('New password', password);
      await fill('Repeat password', password);
      await press('Activate');
      await expect(page().getByRole('heading', { name: 'You are ready' })).toBeVisible();
    },
    async signIn(id: string, password: string) {
      await tablet.visit('/sign-in');
      await fill('Employee ID', id);
      await fill('Password', password);
      await press('Sign in');
    },
    async signOut() {
      await press('Sign out');
      await expect(page()).toHaveURL(/\/$/);
    },
  };
}
