// Runs in the page: 10,000 people from read rows to searchable, and the same stream rows put into plain IndexedDB.

import { runImport } from '../../../src/app/manager/importList';
import { planRows } from '../../../src/app/manager/importPlan';
import { createSessionHolder, type ManagerSession } from '../../../src/app/session';
import type { ManagerId } from '../../../src/domain/ids';
import { recogniseColumns } from '../../../src/domain/importColumns';
import { type ImportRow, type PersonRow, placesById } from '../../../src/domain/importRow';
import { readRows } from '../../../src/domain/importRows';
import { findList } from '../../../src/domain/importTable';
import type { PlainDate } from '../../../src/domain/plainDate';
import { employeeStream } from '../../../src/domain/streams';
import { type DeviceId, type EventId, momentToEventId } from '../../../src/kernel/hlc';
import { systemClock } from '../../../src/platform/clock';
import { cryptoRandom } from '../../../src/platform/random';
import { STREAM_INDEXES } from '../../../src/store/db';
import { openStore } from '../../../src/store/store';
import { emptyRow, extendRow } from '../../../src/store/views';
import { personAt } from './people';
import { createStore, openRaw, putAll } from './rawIndexedDb';

const COUNT = 10_000;
const ROWS_PER_TRANSACTION = 500;
const DEVICE = 'benchbench' as DeviceId;
const mine: ManagerSession = {
  kind: 'manager',
  managerId: 'bench' as ManagerId,
  name: 'Bench',
  role: 'admin',
  restsOn: 'bench' as EventId,
  beganAt: 0,
  endsAt: Number.MAX_SAFE_INTEGER,
};

/** One round with two new databases, ours or the floor first; in ms. */
export async function round(turn: number): Promise<{ value: number; floor: number }> {
  const rows = readList();
  if (turn % 2 === 1) return { value: await importRows(rows, turn), floor: await putRows(rows, turn) };
  const floor = await putRows(rows, turn);
  return { value: await importRows(rows, turn), floor };
}

function readList(): ImportRow[] {
  const header = [
    'Employee ID',
    'First name',
    'Last name',
    'Department',
    'Job title',
    'Line manager ID',
    'Start date',
  ];
  const people = Array.from({ length: COUNT }, (_, at) => {
    const { employeeId, details } = personAt(at);
    const { firstName, lastName, department, jobTitle, lineManager, startDate } = details;
    return [employeeId, firstName, lastName, department, jobTitle, lineManager, startDate].map(
      (cell) => cell ?? '',
    );
  });
  const list = findList([header, ...people]);
  const rows = readRows(list.rows, recogniseColumns(list.header, list.rows), {
    today: '2026-11-22' as PlainDate,
  });
  if (rows.filter(({ kind }) => kind === 'person').length !== COUNT)
    throw new Error('Not every row is a person');
  return rows;
}

async function importRows(rows: readonly ImportRow[], turn: number): Promise<number> {
  const databaseName = `bench-import-${turn}`;
  const store = await openStore({ clock: systemClock, makeDeviceId: () => DEVICE, databaseName });
  const session = createSessionHolder();
  session.begin(mine, session.turn());
  const queries = await store.managerQueries();
  const deps = { store, queries, clock: systemClock, random: cryptoRandom, session, mine };
  const start = performance.now();
  const plan = await planRows(deps, 'people.csv', rows, placesById(rows));
  if (!plan) throw new Error('The dry run was called off');
  const report = await runImport(deps, plan);
  const found = await queries.employeePortions({ text: 'georgi', order: 'name' }).next();
  const time = performance.now() - start;
  if (!report.ok || report.value.end !== 'finished') throw new Error('The import did not finish');
  if (found.done || found.value.keys.length === 0) throw new Error('Nobody is found');
  store.close();
  indexedDB.deleteDatabase(databaseName);
  return time;
}

async function putRows(rows: readonly ImportRow[], turn: number): Promise<number> {
  const name = `bench-import-floor-${turn}`;
  const streamRows = rows.map((row, counter) => {
    const { employeeId, details } = row as PersonRow;
    const id = momentToEventId({ time: Date.now(), counter }, DEVICE);
    const event = { id, by: 'manager:bench', type: 'EmployeeEnrolled', v: 1, details } as const;
    return extendRow(emptyRow(employeeStream(employeeId)), [event]);
  });
  const raw = await openRaw(name, (db) => createStore(db, 'streams', STREAM_INDEXES));
  const start = performance.now();
  for (let from = 0; from < COUNT; from += ROWS_PER_TRANSACTION)
    await putAll(raw, 'streams', streamRows.slice(from, from + ROWS_PER_TRANSACTION));
  const time = performance.now() - start;
  raw.close();
  indexedDB.deleteDatabase(name);
  return time;
}
