import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { openTestApp } from '../support/testApp';

test('[N4] sound and vibration are on until somebody has chosen, and the choice outlives a reload', async () => {
  const tablet = await openTestApp();
  const cues = await tablet.app.cues();
  expect(await cues.areOn()).toBe(true);
  await cues.turn(false);
  const reopened = await tablet.reload();
  expect(await (await reopened.app.cues()).areOn()).toBe(false);
});

test('[N4] the choice is not in the log, of which everything is sent', async () => {
  const { app, databaseName } = await openTestApp();
  await (await app.cues()).turn(false);
  const db = await new Dexie(databaseName).open();
  expect(await db.table('log').count()).toBe(0);
  expect(await db.table('meta').get('cues')).toEqual({ key: 'cues', on: false });
  db.close();
});
