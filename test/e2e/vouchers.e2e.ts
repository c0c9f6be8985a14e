// A code that travels: made on one tablet, taken on another that has not heard of its bearer, with neither online.

import { afterAll, beforeAll, expect as check, test } from 'vitest';
import { kioskPages } from './pages/KioskPages';
import { managerPages } from './pages/ManagerPages';
import { syncPages } from './pages/SyncPages';
import { expect } from './support/expect';
import { openTablet, type Tablet } from './support/launch';
import { type AppAndCouch, serveApp } from './support/serveApp';

let server: AppAndCouch;
let gate: Tablet;
let canteen: Tablet;
let link: string;

beforeAll(async () => {
  server = await serveApp();
  gate = await openTablet({ server });
  canteen = await openTablet({ server });
  await managerPages(gate).setUp();
  await managerPages(gate).unlock('/manage/sync');
  await syncPages(gate).turnOn();
  await syncPages(canteen).join(await syncPages(gate).showPairingCode(), 'Canteen');
  await expect(canteen.page.getByRole('heading', { level: 1 })).toContainText('ready');
  for (const tablet of [gate, canteen]) {
    await tablet.waitUntilKept();
    await tablet.context.setOffline(true);
  }
  await server.stop();
});
afterAll(async () => {
  await gate.close();
  await canteen.close();
  await server.stop();
});

test('[V1] [V3] enrolled and invited at the gate, activated in the canteen, and signed in there after a reload', async () => {
  await managerPages(gate).unlock();
  await managerPages(gate).enrol({ id: '00123', firstName: 'Mary', lastName: 'Sluis' });
  link = (await managerPages(gate).createCode()).link;
  check(link.length).toBeLessThan(200);
  await kioskPages(canteen).openLink(link);
  check(new URL(canteen.page.url()).hash).toBe('');
  await kioskPages(canteen).goOn();
  await expect(canteen.page.getByRole('heading', { level: 1 })).toContainText('Mary');
  await kioskPages(canteen).choosePassword('green tractors');
  await canteen.page.reload();
  await kioskPages(canteen).signIn('00123', 'green tractors');
  await expect(canteen.page).toHaveURL(/\/me$/);
  await kioskPages(canteen).signOut();
});

test('[C7] [V7] the same link again, and a typed code that the canteen cannot know, are told as such', async () => {
  await kioskPages(canteen).openLink(link);
  await kioskPages(canteen).goOn();
  await expect(canteen.page.getByText('This code has been used already', { exact: false })).toBeVisible();
  await managerPages(gate).unlock();
  await managerPages(gate).enrol({ id: '00200', firstName: 'Tom', lastName: 'Lind' });
  const { code } = await managerPages(gate).createCode();
  await kioskPages(canteen).welcome();
  await kioskPages(canteen).typeCode('00200', code);
  await expect(
    canteen.page.getByText('type yours at the tablet where it was made', { exact: false }),
  ).toBeVisible();
});

test('[V3] [A14] when they meet everything is one, and a link used on both asks once', async () => {
  await kioskPages(gate).openLink(link);
  await kioskPages(gate).goOn();
  await kioskPages(gate).choosePassword('brown hedgehogs');
  await server.start();
  for (const tablet of [gate, canteen]) await tablet.context.setOffline(false);
  for (const tablet of [canteen, gate]) {
    await managerPages(tablet).unlock('/manage/attention');
    await expect(tablet.page.getByRole('article')).toHaveCount(1);
    await expect(tablet.page.getByRole('article')).toContainText('The code of Mary Sluis was used twice');
  }
  await kioskPages(canteen).signIn('00123', 'brown hedgehogs');
  await expect(canteen.page).toHaveURL(/\/me$/);
  await kioskPages(canteen).signOut();
  check([...gate.problems, ...canteen.problems]).toEqual([]);
});
