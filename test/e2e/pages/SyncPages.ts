// What people do so that tablets exchange, in their words.

import { expect } from '../support/expect';
import type { Tablet } from '../support/launch';
import { PASSCODE } from './ManagerPages';

/** The stand-in's administrator. */
const COUCH_ADMIN = { name: 'admin', password: 'admin' };

export interface ShownPairing {
  readonly link: string;
  readonly pin: string;
}

/** All of them begin on `/manage/sync`, unlocked, but for joining. */
export function syncPages(tablet: Tablet) {
  const page = () => tablet.page;
  const press = (name: string) => page().getByRole('button', { name, exact: true }).click();
  const fill = (label: string, text: string) => page().getByLabel(label, { exact: true }).fill(text);

  return {
    async fillConnection() {
      await fill('Database', 'site');
      await fill('User', 'tablet');
      await fill('Password', 'tablet password');
    },
    async prepare() {
      await press('Prepare this database');
      await fill('Admin name', COUCH_ADMIN.name);
      await fill('Admin password', COUCH_ADMIN.password);
      await press('Prepare');
      await expect(page().getByText('The database is ready')).toBeVisible();
    },
    /** It says at the field what is missing there, and what is not an administrator's. */
    async prepareIsParticular() {
      await press('Prepare this database');
      await press('Prepare');
      const name = page().getByLabel('Admin name', { exact: true });
      await expect(name).toBeFocused();
      await expect(name).toHaveAccessibleDescription('Please enter the name.');
      await expect(page().getByLabel('Admin password', { exact: true })).toHaveAccessibleDescription(
        'Please enter the password.',
      );
      await fill('Admin name', 'tablet');
      await fill('Admin password', COUCH_ADMIN.password);
      await press('Prepare');
      await expect(name).toHaveAccessibleDescription(/^This is the tablets’ own user/);
      await page().keyboard.press('Escape');
    },
    /** From nothing to an exchange with the stand-in. */
    async turnOn() {
      await this.fillConnection();
      await this.prepare();
      await this.save();
      await this.isUpToDate();
    },
    async save() {
      await press('Save');
      await expect(page().getByText(/^Saved\./)).toBeVisible();
    },
    /** Waits until this tablet has nothing to send and has heard everything. */
    async isUpToDate() {
      await expect(page().getByRole('status', { name: 'Sync' })).toContainText('Up to date');
    },
    /** Leaves the dialog open. */
    async showPairingCode(): Promise<ShownPairing> {
      await press('Add a tablet');
      await fill('Passcode', PASSCODE);
      await press('Show the pairing code');
      await expect(page().getByRole('img', { name: 'Pairing code' })).toBeVisible();
      const link = await page().getByLabel('Pairing link').inputValue();
      const pin = await page().getByLabel('Pairing PIN').innerText();
      return { link, pin: pin.replace(/\s/g, '') };
    },
    /** On a new tablet. */
    async join({ link, pin }: ShownPairing, name: string) {
      await page().goto(link);
      // What it holds does not stay in the address, nor in the history.
      await expect(page().getByLabel('Pairing link')).toHaveValue(link);
      expect(new URL(page().url()).hash).toBe('');
      await fill('Pairing PIN', pin);
      await fill('Tablet name', name);
      await press('Join');
    },
    async revoke(name: string) {
      await press(`Revoke ${name}`);
      await fill('Passcode', PASSCODE);
      await press('Revoke');
      await expect(page().getByText(/^Revoked /)).toBeVisible();
    },
    /** Lets the first segment of what there is come in, and holds up the rest until the returned function is called. */
    async holdArrivals(): Promise<() => void> {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      let pages = 0;
      await tablet.context.route('**/_changes?**', async (route) => {
        const url = route.request().url();
        // Only looking whether it may read.
        if (/[?&]limit=1(?:&|$)/.test(url)) return route.continue();
        pages += 1;
        if (pages === 1) return route.continue({ url: url.replace(/([?&]limit=)\d+/, '$11') });
        await released;
        return route.continue();
      });
      return release;
    },
  };
}
