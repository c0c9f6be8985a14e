// What people do with backups, in their words.

import { expect } from '../support/expect';
import type { Tablet } from '../support/launch';
import { PASSCODE } from './ManagerPages';

const BACKUP_PASSWORD = 'a hedgehog sleeps here';

export function backupPages(tablet: Tablet) {
  const page = () => tablet.page;
  const press = (name: string) => page().getByRole('button', { name, exact: true }).click();
  const fill = (label: string, text: string) => page().getByLabel(label, { exact: true }).fill(text);
  const choose = (file: string) => page().getByLabel('Choose the backup file').setInputFiles(file);

  return {
    /** In the dialog that is open; gives where the file was saved. It stays open. */
    async make(): Promise<string> {
      await fill('Backup password', BACKUP_PASSWORD);
      await fill('Repeat backup password', BACKUP_PASSWORD);
      await fill('Passcode', PASSCODE);
      const download = page().waitForEvent('download');
      await press('Make the backup');
      const saved = await download;
      expect(saved.suggestedFilename()).toMatch(/^gatehouse-[a-z0-9]+-\d{4}-\d\d-\d\d\.backup$/);
      await expect(page().getByText(/^The backup holds/)).toBeVisible();
      return saved.path();
    },
    /** In the dialog that is open. */
    async takeIn(file: string) {
      await choose(file);
      await fill('Backup password', BACKUP_PASSWORD);
      await press('Take it in');
    },
    /** On a new tablet, at `/setup`. */
    async restore(file: string, name: string) {
      await press('I have a backup file');
      await choose(file);
      await fill('Backup password', BACKUP_PASSWORD);
      await fill('Tablet name', name);
      await press('Take over');
    },
  };
}
