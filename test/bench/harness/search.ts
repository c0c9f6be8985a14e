// Runs in the page: 100,000 people, found by the store's own search and by one raw `getAll`.

import { employeeStream } from '../../../src/domain/streams';
import { type DeviceId, momentToEventId } from '../../../src/kernel/hlc';
import { openDatabase } from '../../../src/store/db';
import { employeePortions, FIRST_PORTION } from '../../../src/store/employeeList';
import { emptyRow, extendRow } from '../../../src/store/views';
import { personAt } from './people';
import { done, openRaw, putAll } from './rawIndexedDb';

const NAME = 'bench-search';
const CHUNK = 2_000;

/** Puts `count` people into the app's own tables. */
export async function fill(count: number): Promise<void> {
  const db = openDatabase(NAME);
  await db.open();
  db.close();
  const raw = await openRaw(NAME);
  for (let from = 0; from < count; from += CHUNK)
    await putAll(
      raw,
      'streams',
      Array.from({ length: CHUNK }, (_, at) => {
        const { employeeId, details } = personAt(from + at);
        const id = momentToEventId({ time: 1_700_000_000_000, counter: from + at }, 'benchbench' as DeviceId);
        const event = { id, by: 'manager:bench', type: 'EmployeeEnrolled', v: 1, details } as const;
        return extendRow(emptyRow(employeeStream(employeeId)), [event]);
      }),
    );
  raw.close();
}

/** One round: how long each way takes for the first 50 people with a word that starts like this, in ms. */
export async function round(prefix: string): Promise<{ value: number; floor: number }> {
  const db = openDatabase(NAME);
  await db.open();
  const raw = await openRaw(NAME);
  const floor = await time(async () => {
    const index = raw.transaction('streams').objectStore('streams').index('words');
    return done(index.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`), FIRST_PORTION));
  });
  const value = await time(async () => {
    const portions = employeePortions(db, { text: prefix, order: 'name' });
    const first = await portions.next();
    await portions.return(undefined);
    return first.value?.rows ?? [];
  });
  db.close();
  raw.close();
  return { value, floor };
}

async function time(find: () => Promise<readonly unknown[]>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 9; turn += 1) {
    const start = performance.now();
    const found = await find();
    times.push(performance.now() - start);
    if (found.length < FIRST_PORTION / 2) throw new Error(`Only ${found.length} people were found`);
  }
  return times.sort((a, b) => a - b)[4] ?? 0;
}
