// Two tablets of one organisation that never had a network between them: who may no longer sign in is carried from the
// gate to the canteen, once as a file, once from screen to camera.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect as check, test } from 'vitest';
import { writeFilm, writeQrVideo } from '../support/y4m';
import { backupPages } from './pages/BackupPages';
import { carryPages } from './pages/CarryPages';
import { kioskPages } from './pages/KioskPages';
import { managerPages } from './pages/ManagerPages';
import { expect } from './support/expect';
import { openTablet, type Tablet } from './support/launch';
import { type AppServer, serveApp } from './support/serveApp';
import { openTabletInUse } from './support/tabletInUse';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-film-'));
const video = join(folder, 'codes.y4m');
const MARY = '00123';
const JOE = { id: '00124', firstName: 'Joe', lastName: 'Doe' };
const PASSWORD = 'green tractors';

let server: AppServer;
let gate: Tablet;
let canteen: Tablet;

const press = ({ page }: Tablet, name: string) => page.getByRole('button', { name, exact: true }).click();

beforeAll(async () => {
  writeQrVideo(video, 'nothing to see yet');
  server = await serveApp();
  const opened = await openTabletInUse({ server });
  gate = opened;
  canteen = await openTablet({ server, camera: { video } });
  await managerPages(gate).unlock();
  await managerPages(gate).enrol(JOE);
  const joe = await managerPages(gate).createCode();
  for (const [id, { code }] of [
    [MARY, opened.mary],
    [JOE.id, joe],
  ] as const) {
    await kioskPages(gate).welcome();
    await kioskPages(gate).typeCode(id, code);
    await kioskPages(gate).choosePassword(PASSWORD);
  }
  await managerPages(gate).unlock('/manage/sync');
  await press(gate, 'Make a backup');
  const file = await backupPages(gate).make();
  await canteen.visit('/setup');
  await backupPages(canteen).restore(file, 'Canteen');
  await expect(canteen.page.getByRole('heading', { level: 1 })).toHaveText('You are ready');
  // From now on neither hears anything.
  await gate.waitUntilKept();
  await canteen.waitUntilKept();
  await canteen.context.setOffline(true);
  await gate.goOffline();
});
afterAll(async () => {
  check([...gate.problems, ...canteen.problems]).toEqual([]);
  await gate.close();
  await canteen.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** At the gate; leads to the page where it is carried. */
async function markAsLeft(id: string) {
  await managerPages(gate).unlock(`/manage/employees/${id}`);
  await press(gate, 'Mark as left');
  await gate.page.getByRole('dialog').getByRole('button', { name: 'Mark as left', exact: true }).click();
  await expect(gate.page.getByRole('dialog')).toBeHidden();
  await gate.page.getByRole('link', { name: 'Sync', exact: true }).first().click();
}

async function isRefusedInCanteen(id: string) {
  await kioskPages(canteen).signIn(id, PASSWORD);
  await expect(
    canteen.page.getByText('Employee ID and password do not fit together', { exact: false }),
  ).toBeVisible();
}

test('[M5] a leaver is carried as a file, and can no longer sign in there', async () => {
  await kioskPages(canteen).signIn(JOE.id, PASSWORD);
  await expect(canteen.page).toHaveURL(/\/me$/);
  await markAsLeft(JOE.id);
  await carryPages(gate).makeReady('Who may no longer sign in');
  const file = await carryPages(gate).saveFile();
  await press(gate, 'Done');
  await managerPages(canteen).unlock('/manage/sync');
  await carryPages(canteen).takeInFile(file);
  await carryPages(canteen).takenIn('Taken in: 1 person who left');
  await isRefusedInCanteen(JOE.id);
});

test('[M4] [M5] codes that follow each other on one screen are read by the camera of the other', async () => {
  await markAsLeft(MARY);
  await carryPages(gate).makeReady('Everything not sent yet');
  const pictures = await carryPages(gate).film();
  check(pictures.length).toBeGreaterThan(2);
  writeFilm(video, pictures);
  await canteen.restart();
  await managerPages(canteen).unlock('/manage/sync');
  await carryPages(canteen).takeInByCamera();
  await carryPages(canteen).takenIn(/^Taken in: \d+ events$/);
  await isRefusedInCanteen(MARY);
});
