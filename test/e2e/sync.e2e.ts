// Tablets of one site: one enrols, the other activates; they lose the network, the server, or their tab, and meet again.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect as check, describe, test } from 'vitest';
import { kioskPages } from './pages/KioskPages';
import { managerPages, PASSCODE } from './pages/ManagerPages';
import { syncPages } from './pages/SyncPages';
import { expect } from './support/expect';
import { openTablet, type Tablet } from './support/launch';
import { type AppAndCouch, serveApp } from './support/serveApp';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-sync-'));

let server: AppAndCouch;
let gate: Tablet;
let canteen: Tablet;

/** A list that `managerPages().importFile` takes. */
function listOf(count: number, firstId: number): string {
  const file = join(folder, `${firstId}.csv`);
  const rows = Array.from({ length: count }, (_, at) => `${firstId + at},Family${at},Given`);
  writeFileSync(file, ['Employee ID,Last name,First name', ...rows].join('\n'));
  return file;
}

const isListed = async (tablet: Tablet, text: string, name: string | RegExp) => {
  await managerPages(tablet).unlock();
  await managerPages(tablet).search(text);
  await expect(tablet.page.getByRole('link', { name }).first()).toBeVisible({ timeout: 60_000 });
};
const peopleShown = (tablet: Tablet, count: string) =>
  expect(tablet.page.getByRole('main').getByText(count)).toBeVisible({ timeout: 60_000 });
const isUpToDate = async (tablet: Tablet) => {
  await managerPages(tablet).unlock('/manage/sync');
  await syncPages(tablet).isUpToDate();
};

beforeAll(async () => {
  server = await serveApp();
  gate = await openTablet({ server });
  canteen = await openTablet({ server });
});
afterAll(async () => {
  await gate.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('two tablets of one site', () => {
  // The next to join has the machine to itself.
  afterAll(() => canteen.close());

  test('the first turns the exchange on, the second joins with a pairing code', async () => {
    await managerPages(gate).setUp();
    await managerPages(gate).unlock('/manage/sync');
    await syncPages(gate).fillConnection();
    await syncPages(gate).prepareIsParticular();
    await syncPages(gate).turnOn();
    const pairing = await syncPages(gate).showPairingCode();
    await expect(gate.page.getByRole('region', { name: 'Pairing code' })).toBeFocused();
    await syncPages(canteen).join(pairing, 'Canteen');
    await expect(canteen.page.getByRole('heading', { level: 1 })).toContainText('ready');
    await gate.page.keyboard.press('Escape');
    await expect(gate.page.getByRole('list', { name: 'Tablets' })).toContainText('Canteen');
  });

  test('who was enrolled at the gate activates in the canteen, and signs in at the gate', async () => {
    await managerPages(gate).unlock();
    await managerPages(gate).enrol({ id: '00123', firstName: 'Mary', lastName: 'Sluis' });
    const { code } = await managerPages(gate).createCode();
    await syncPages(gate).isUpToDate();
    await isListed(canteen, 'mary', 'Mary Sluis');
    await kioskPages(canteen).welcome();
    await kioskPages(canteen).typeCode('00123', code);
    await kioskPages(canteen).choosePassword('green tractors');
    await isUpToDate(canteen);
    await kioskPages(gate).signIn('00123', 'green tractors');
    await expect(gate.page).toHaveURL(/\/me$/);
    await kioskPages(gate).signOut();
  });

  test('one code redeemed on two tablets that were apart: one password counts, and a manager is asked', async () => {
    await managerPages(gate).unlock();
    await managerPages(gate).enrol({ id: '00300', firstName: 'Ruth', lastName: 'Oak' });
    const { code } = await managerPages(gate).createCode();
    await managerPages(canteen).unlock('/manage/employees/00300');
    await expect(canteen.page.getByText('Code issued').first()).toBeVisible();
    for (const [tablet, password] of [
      [canteen, 'brown tractors'],
      [gate, 'green hedgehogs'],
    ] as const) {
      await tablet.context.setOffline(true);
      await kioskPages(tablet).welcome();
      await kioskPages(tablet).typeCode('00300', code);
      await kioskPages(tablet).choosePassword(password);
    }
    for (const tablet of [canteen, gate]) await tablet.context.setOffline(false);
    for (const tablet of [canteen, gate]) {
      await managerPages(tablet).unlock('/manage/attention');
      await expect(tablet.page.getByRole('heading', { name: 'Needs attention', level: 1 })).toBeVisible();
      await expect(tablet.page.getByRole('article')).toContainText('The code of Ruth Oak was used twice');
    }
    // The tablet that issued the code wins.
    await kioskPages(canteen).signIn('00300', 'brown tractors');
    await expect(canteen.page.getByText('do not fit together', { exact: false })).toBeVisible();
    await kioskPages(canteen).signIn('00300', 'green hedgehogs');
    await expect(canteen.page).toHaveURL(/\/me$/);
    await kioskPages(canteen).signOut();
    await managerPages(gate).unlock('/manage/attention');
    await gate.page.getByRole('button', { name: 'Keep it as it is' }).click();
    await expect(gate.page.getByRole('article')).toHaveCount(0);
    await managerPages(canteen).unlock('/manage/attention');
    await expect(canteen.page.getByRole('article')).toHaveCount(0);
  });

  test('without the server each goes on by itself; when it is back, nothing is missing', async () => {
    await managerPages(gate).unlock();
    await server.stop();
    await managerPages(gate).enrol({ id: '00200', firstName: 'Tom', lastName: 'Lind' });
    await expect(gate.page.getByRole('status', { name: 'Sync' })).toContainText('1 waiting');
    await server.start();
    await gate.page.getByRole('link', { name: 'Sync', exact: true }).first().click();
    await gate.page.getByRole('button', { name: 'Sync now' }).click();
    await syncPages(gate).isUpToDate();
    await isListed(canteen, 'lind', 'Tom Lind');
  });

  test('a server that goes away in the middle of sending gets the rest when it is back, each once', async () => {
    let sent = 0;
    let tellGone = () => {};
    const isGone = new Promise<void>((resolve) => {
      tellGone = resolve;
    });
    await gate.context.route(/\/couch\/site\/[a-z0-9]{10}:/, async (route) => {
      sent += 1;
      if (sent === 2) {
        await server.stop();
        tellGone();
      }
      await route.continue();
    });
    await managerPages(gate).unlock();
    await managerPages(gate).importFile(listOf(2_000, 10_000));
    await expect(gate.page.getByRole('button', { name: /report/i })).toBeVisible({ timeout: 60_000 });
    await expect(gate.page.getByRole('status', { name: 'Sync' })).toContainText('waiting');
    await isGone;
    await server.start();
    await gate.page.getByRole('link', { name: 'Sync', exact: true }).first().click();
    await gate.page.getByRole('button', { name: 'Sync now' }).click();
    await syncPages(gate).isUpToDate();
    await isUpToDate(canteen);
    await canteen.page.getByRole('link', { name: 'Employees', exact: true }).first().click();
    await peopleShown(canteen, '2,003');
  });

  test('[Y19] an address where nothing answers is kept only when it is saved once more', async () => {
    const { page } = gate;
    const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();
    // The password that is kept goes to its own address only.
    const fillAddress = async (address: string) => {
      await page.getByLabel('Address', { exact: true }).fill(address);
      await page.getByLabel('Password', { exact: true }).fill('tablet password');
    };
    await managerPages(gate).unlock('/manage/sync');
    await page.route('**/elsewhere/**', (route) => route.abort());
    await fillAddress('/elsewhere');
    await save();
    await expect(page.getByText('Not saved yet')).toBeVisible();
    await syncPages(gate).isUpToDate();
    await save();
    await expect(page.getByText(/^Saved, but nothing answers there yet\./)).toBeVisible();
    await fillAddress('/couch');
    await syncPages(gate).save();
    await syncPages(gate).isUpToDate();
  });

  test('the server has read nothing', () => {
    // Words of five letters and more: shorter ones turn up in so much ciphertext by chance.
    check(server.couch.everyByte()).not.toMatch(
      /Sluis|Family|Given|Brightwater|00123|argon2id|pbkdf2-sha256\$i/,
    );
  });

  test('[Y37] a tablet that is revoked takes no more of a manager’s work', async () => {
    await managerPages(canteen).unlock('/manage/employees');
    await expect(canteen.page.getByRole('heading', { name: 'Employees', level: 1 })).toBeVisible();
    await managerPages(gate).unlock('/manage/sync');
    await syncPages(gate).revoke('Canteen');
    await expect(gate.page.getByRole('region', { name: 'Canteen is revoked' })).toBeFocused();
    const heading = canteen.page.getByRole('heading', { name: 'This tablet was revoked', level: 1 });
    await expect(heading).toBeFocused();
    await managerPages(canteen).unlock('/manage/employees/new');
    await expect(heading).toBeVisible();
    await expect(canteen.page.getByLabel('Employee ID')).toHaveCount(0);
    await canteen.page.getByRole('link', { name: 'Look at the activity' }).click();
    await expect(canteen.page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
    await expect(canteen.page.getByText('Nothing that is recorded here counts any more')).toBeVisible();
  });
});

describe('a tablet that joins ten thousand people', () => {
  let late: Tablet;
  beforeAll(async () => {
    late = await openTablet({ server });
  });
  afterAll(() => late.close());

  test('goes on where it was when its tab is closed half-way', async () => {
    await managerPages(gate).unlock();
    await managerPages(gate).importFile(listOf(8_000, 20_000));
    await expect(gate.page.getByRole('button', { name: /report/i })).toBeVisible({ timeout: 60_000 });
    await gate.page.getByRole('link', { name: 'Sync', exact: true }).first().click();
    await syncPages(gate).isUpToDate();
    const pairing = await syncPages(gate).showPairingCode();
    await syncPages(late).holdArrivals();
    await syncPages(late).join(pairing, 'Gate 2');
    await expect(late.page.getByRole('progressbar')).toBeVisible({ timeout: 60_000 });
    await late.restart();
    await late.visit('/setup');
    await expect(late.page.getByRole('heading', { level: 1 })).toContainText('ready', { timeout: 60_000 });
    await late.visit('/manage/employees');
    await late.page.getByLabel('Passcode', { exact: true }).fill(PASSCODE);
    await late.page.getByRole('button', { name: 'Unlock' }).click();
    await peopleShown(late, '10,003');
  });
});
