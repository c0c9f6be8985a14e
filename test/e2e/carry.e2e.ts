// Somebody leaves, and the tablet in the canteen has no network to hear of it: it is carried there by hand.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect as check, test } from 'vitest';
import { kioskPages } from './pages/KioskPages';
import { managerPages } from './pages/ManagerPages';
import { syncPages } from './pages/SyncPages';
import { expect } from './support/expect';
import { openTablet, type Tablet } from './support/launch';
import { type AppAndCouch, serveApp } from './support/serveApp';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-carry-'));
let server: AppAndCouch;
let gate: Tablet;
let canteen: Tablet;

const press = ({ page }: Tablet, name: string) => page.getByRole('button', { name, exact: true }).click();

beforeAll(async () => {
  server = await serveApp();
  gate = await openTablet({ server });
  canteen = await openTablet({ server });
  await managerPages(gate).setUp();
  await managerPages(gate).unlock('/manage/sync');
  await syncPages(gate).turnOn();
  await syncPages(canteen).join(await syncPages(gate).showPairingCode(), 'Canteen');
  await expect(canteen.page.getByRole('heading', { level: 1 })).toContainText('ready');
  await managerPages(gate).unlock();
  await managerPages(gate).enrol({ id: '00123', firstName: 'Mary', lastName: 'Sluis' });
  const { link } = await managerPages(gate).createCode();
  await kioskPages(canteen).openLink(link);
  await kioskPages(canteen).goOn();
  await kioskPages(canteen).choosePassword('green tractors');
  for (const tablet of [gate, canteen]) {
    await tablet.waitUntilKept();
    await managerPages(tablet).unlock('/manage/sync');
    await syncPages(tablet).isUpToDate();
    await tablet.context.setOffline(true);
  }
  await server.stop();
});
afterAll(async () => {
  await gate.close();
  await canteen.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('[M1] [M5] who left is carried by QR code, and cannot sign in there any more', async () => {
  await managerPages(gate).unlock('/manage/employees/00123');
  await press(gate, 'Mark as left');
  await gate.page.getByRole('dialog').getByRole('button', { name: 'Mark as left' }).click();
  await expect(gate.page.getByText('Left', { exact: true }).first()).toBeVisible();
  await managerPages(gate).unlock('/manage/sync');
  await press(gate, 'Carry by QR');
  await press(gate, 'Make ready');
  await expect(gate.page.getByText('1 person who left')).toBeVisible();
  const picture = join(folder, 'code.png');
  writeFileSync(picture, await gate.page.getByRole('img', { name: 'QR code' }).screenshot());

  await kioskPages(canteen).signIn('00123', 'green tractors');
  await expect(canteen.page).toHaveURL(/\/me$/);
  await kioskPages(canteen).signOut();
  await managerPages(canteen).unlock('/manage/sync');
  await press(canteen, 'Take in');
  await canteen.page.getByLabel('Use a picture').setInputFiles(picture);
  await expect(canteen.page.getByText('Taken in: 1 person who left')).toBeVisible();
  await kioskPages(canteen).signIn('00123', 'green tractors');
  await expect(canteen.page.getByText('do not fit together', { exact: false })).toBeVisible();
});

test('[M3] [M4] what was not sent goes as a file; another file, and the same again, are told as such', async () => {
  await managerPages(gate).unlock();
  await managerPages(gate).enrol({ id: '00200', firstName: 'Tom', lastName: 'Lind' });
  await managerPages(gate).unlock('/manage/sync');
  await press(gate, 'Carry by QR');
  await gate.page.getByRole('radio', { name: 'Everything not sent yet' }).check();
  await press(gate, 'Make ready');
  const download = gate.page.waitForEvent('download');
  await press(gate, 'Save as a file');
  const file = await (await download).path();

  await managerPages(canteen).unlock('/manage/sync');
  await press(canteen, 'Take in');
  const other = join(folder, 'other.txt');
  writeFileSync(other, 'javascript:alert(1)');
  await canteen.page.getByLabel('Choose a file').setInputFiles(other);
  await expect(
    canteen.page.getByText('This does not come from “Carry by QR”', { exact: false }),
  ).toBeVisible();
  await canteen.page.getByLabel('Choose a file').setInputFiles(file);
  await expect(canteen.page.getByText(/^Taken in: /)).toBeVisible();
  await press(canteen, 'Take in more');
  await canteen.page.getByLabel('Choose a file').setInputFiles(file);
  await expect(canteen.page.getByText('All of it was known here already')).toBeVisible();
  await managerPages(canteen).unlock();
  await managerPages(canteen).search('lind');
  await expect(canteen.page.getByRole('link', { name: 'Tom Lind' }).first()).toBeVisible();
  check([...gate.problems, ...canteen.problems]).toEqual([]);
});
