// A live query hears of every change to what it read, whichever way the rows were read.

import { Dexie, liveQuery } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { employeeDecider } from '../../src/domain/employeeDecider';
import type { EmployeeId } from '../../src/domain/ids';
import { employeeStream } from '../../src/domain/streams';
import type { DeviceId } from '../../src/kernel/hlc';
import { type Database, openDatabase } from '../../src/store/db';
import { createEventLog } from '../../src/store/eventLog';
import { createManagerQueries } from '../../src/store/managerQueries';
import { mary } from '../support/people';

const NAME = 'browser-live';
let db: Database;
beforeEach(async () => {
  await Dexie.delete(NAME);
  db = openDatabase(NAME);
});
afterEach(() => db.close());

const ids = (count: number) => Array.from({ length: count }, (_, at) => String(1000 + at) as EmployeeId);

test.each([1, 30])('the states of %i employees, watched', async (count) => {
  const log = createEventLog({ db, device: 'tablet0001' as DeviceId, clock: { now: () => Date.now() } });
  const enrol = (id: EmployeeId) => ({
    stream: employeeStream(id),
    decide: (state: Parameters<typeof employeeDecider.decide>[1]) =>
      employeeDecider.decide({ type: 'EnrolEmployee', details: mary }, state),
  });
  const sizes: number[] = [];
  const queries = createManagerQueries(db);
  const subscription = liveQuery(() => queries.employeeStates(ids(count))).subscribe((states) =>
    sizes.push(states.size),
  );
  await expect.poll(() => sizes.at(-1)).toBe(0);
  await log.append({ kind: 'kiosk' }, enrol('1000' as EmployeeId));
  await expect.poll(() => sizes.at(-1)).toBe(1);
  subscription.unsubscribe();
});
