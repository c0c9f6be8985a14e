// The log in a real browser's IndexedDB: one transaction, one winner, nothing lost.

import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { employeeDecider } from '../../src/domain/employeeDecider';
import { employeeStream } from '../../src/domain/streams';
import type { DeviceId } from '../../src/kernel/hlc';
import { type Database, openDatabase } from '../../src/store/db';
import { createEventLog, type Step } from '../../src/store/eventLog';
import { rebuildViews } from '../../src/store/views';
import { VIEWS_VERSION } from '../../src/store/viewsVersion';
import { firstCode, hash, mary, marysId, password } from '../support/people';

const NAME = 'browser-log';
const clock = { now: () => Date.now() };
const kiosk = { kind: 'kiosk' } as const;
let db: Database;

const logOf = (database: Database) =>
  createEventLog({ db: database, device: 'tablet0001' as DeviceId, clock });
const step = (command: Parameters<typeof employeeDecider.decide>[0], id = marysId): Step<'employee'> => ({
  stream: employeeStream(id),
  decide: (state) => employeeDecider.decide(command, state),
});
const enrol = step({ type: 'EnrolEmployee', details: mary });
const issue = step({
  type: 'IssueActivationCode',
  codeId: firstCode,
  hash,
  channel: 'screen',
  expiresAt: Date.now() + 60_000,
});
const redeem = step({ type: 'RedeemActivationCode', codeId: firstCode, password, now: Date.now() });

beforeEach(async () => {
  await Dexie.delete(NAME);
  db = openDatabase(NAME);
});
afterEach(() => db.close());

test('[H4] what was appended is there after the database was closed and opened again', async () => {
  const appended = await logOf(db).append(kiosk, enrol);
  db.close();
  db = openDatabase(NAME);
  expect(appended).toMatchObject({ ok: true, value: [{ type: 'EmployeeEnrolled', by: 'kiosk' }] });
  expect(await db.log.toArray()).toMatchObject([{ seq: 1, entries: [{ stream: 'employee:00123' }] }]);
  expect(await db.streams.get(employeeStream(marysId))).toMatchObject({
    account: 'none',
    words: ['00123', '123', 'mary', 'sluis'],
  });
});

test('[C7] two connections that redeem one code at once: exactly one succeeds', async () => {
  await logOf(db).append(kiosk, enrol);
  await logOf(db).append(kiosk, issue);
  const other = openDatabase(NAME);
  const results = await Promise.all([logOf(db).append(kiosk, redeem), logOf(other).append(kiosk, redeem)]);
  other.close();
  expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
  expect(await db.streams.get(employeeStream(marysId))).toMatchObject({ account: 'active' });
});

test('[H3] a decider that throws leaves nothing behind', async () => {
  const broken: Step<'employee'> = {
    stream: employeeStream(marysId),
    decide: () => {
      throw new Error('a bug');
    },
  };
  await expect(logOf(db).appendEach(kiosk, [enrol, broken])).rejects.toThrow('a bug');
  expect(await db.log.count()).toBe(0);
  expect(await db.streams.count()).toBe(0);
});

test('[H6] the views are rebuilt from the log when their version is another one', async () => {
  await rebuildViews(db);
  await logOf(db).append(kiosk, enrol);
  await logOf(db).append(kiosk, issue);
  const before = await db.streams.toArray();
  await db.streams.clear();
  await db.meta.put({ key: 'views', version: VIEWS_VERSION - 1 });
  await rebuildViews(db);
  expect(await db.streams.toArray()).toEqual(before);
});
