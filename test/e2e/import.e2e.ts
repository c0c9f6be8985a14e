// A list from an HR system, taken over offline: recognised, checked, imported, imported again without harm, exported.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect as check, describe, test } from 'vitest';
import { managerPages } from './pages/ManagerPages';
import { expect } from './support/expect';
import { openTablet, type Tablet } from './support/launch';

const PEOPLE = 1_000;
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-list-'));
const file = join(folder, 'people.csv');

/** A thousand people, every tenth of whom has left, behind a version line; with a column nobody may read. */
function writeList(): void {
  const rows = Array.from({ length: PEOPLE }, (_, at) => {
    const id = String(at).padStart(5, '0');
    return `${id};"Family${at % 50}, Given${at}";Dept ${at % 7};${at % 10 === 0 ? '2020-01-31' : ''};hunter2`;
  });
  const head = ['Version 3.1', 'EmpID;Name;Department;Employed until;Password'];
  writeFileSync(file, `\ufeff${[...head, ...rows].join('\r\n')}\r\n`);
}

describe('a list of a thousand people', () => {
  let tablet: Tablet;
  beforeAll(async () => {
    writeList();
    tablet = await openTablet();
    await tablet.visit('/');
    await tablet.waitUntilKept();
    await tablet.goOffline();
    await managerPages(tablet).setUp();
    await managerPages(tablet).unlock();
  });
  afterAll(async () => {
    check(tablet.problems).toEqual([]);
    await tablet.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is recognised and imported; who has left is not enrolled', async () => {
    await managerPages(tablet).importFile(file);
    const report = tablet.page.getByRole('button', { name: /report/i });
    await expect(report).toBeVisible({ timeout: 60_000 });
    await expect(tablet.page.getByRole('main')).toContainText('900');
    await expect(tablet.page.getByText('hunter2')).toHaveCount(0);
    const [download] = await Promise.all([tablet.page.waitForEvent('download'), report.click()]);
    check(download.suggestedFilename()).toMatch(/\.csv$/);
  });

  test('everyone can be found, leading zeros kept, after a restart', async () => {
    await tablet.restart();
    await managerPages(tablet).unlock();
    await managerPages(tablet).search('given123');
    await expect(tablet.page.getByRole('link', { name: /Given123 Family23/ })).toBeVisible();
    await managerPages(tablet).search('00457');
    await tablet.page.getByRole('link', { name: /Given457/ }).click();
    await expect(tablet.page.getByRole('heading', { level: 1 })).toHaveText('Given457 Family7');
    await expect(tablet.page).toHaveURL(/\/manage\/employees\/00457$/);
  });

  test('imported a second time, changes nothing', async () => {
    await tablet.page.getByRole('link', { name: 'Employees', exact: true }).first().click();
    await managerPages(tablet).search('');
    await tablet.page.getByRole('link', { name: 'Import a list' }).click();
    await tablet.page.getByLabel('Choose a file').setInputFiles(file);
    await expect(tablet.page.getByRole('main')).toContainText(/unchanged/i);
    await expect(tablet.page.getByRole('main')).toContainText('900');
  });
});
