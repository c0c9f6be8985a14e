// The tablet at the gate is backed up; a new one begins with the file, and takes over.

import { afterAll, beforeAll, expect as check, describe, test } from 'vitest';
import { backupPages } from './pages/BackupPages';
import { kioskPages } from './pages/KioskPages';
import { managerPages } from './pages/ManagerPages';
import { expect } from './support/expect';
import { openTablet, type Tablet } from './support/launch';
import { type AppServer, serveApp } from './support/serveApp';
import { openTabletInUse } from './support/tabletInUse';

let server: AppServer;
let gate: Tablet;
let canteen: Tablet;
let file: string;

beforeAll(async () => {
  server = await serveApp();
  gate = await openTabletInUse({ server });
  canteen = await openTablet({ server });
});
afterAll(async () => {
  check([...gate.problems, ...canteen.problems]).toEqual([]);
  await gate.close();
  await canteen.close();
  await server.stop();
});

const press = ({ page }: Tablet, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('a tablet that is on its own', () => {
  test('[Y13] is backed up by its administrator, and has everything in it already', async () => {
    await managerPages(gate).unlock('/manage/sync');
    await press(gate, 'Make a backup');
    file = await backupPages(gate).make();
    await expect(gate.page.getByRole('region', { name: 'The backup holds' })).toBeFocused();
    await press(gate, 'Done');
    await press(gate, 'Take in a backup');
    await backupPages(gate).takeIn(file);
    await expect(gate.page.getByRole('region', { name: 'Everything in it was here already' })).toBeFocused();
  });

  test('[Y16] is taken over by a new one, where codes are made and redeemed as before', async () => {
    await canteen.visit('/setup');
    await backupPages(canteen).restore(file, 'Canteen');
    await expect(canteen.page.getByRole('heading', { level: 1 })).toHaveText('You are ready');
    await managerPages(canteen).unlock();
    await canteen.page.getByRole('link', { name: 'Mary Sluis' }).first().click();
    const { code } = await managerPages(canteen).createCode();
    await kioskPages(canteen).welcome();
    await kioskPages(canteen).typeCode('00123', code);
    await kioskPages(canteen).choosePassword('green tractors');
    await kioskPages(canteen).signIn('00123', 'green tractors');
    await expect(canteen.page).toHaveURL(/\/me$/);
  });
});
