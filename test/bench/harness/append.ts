// Runs in the page: what one append costs on a tablet with a long log, and on an empty one.

import type { EmployeeState } from '../../../src/domain/employee';
import { employeeDecider } from '../../../src/domain/employeeDecider';
import { employeeStream } from '../../../src/domain/streams';
import type { DeviceId } from '../../../src/kernel/hlc';
import { systemClock } from '../../../src/platform/clock';
import { type Database, openDatabase } from '../../../src/store/db';
import { createEventLog } from '../../../src/store/eventLog';
import { entriesOf, oldRow, personAt } from './people';
import { openRaw, putAll } from './rawIndexedDb';

const LONG = 'bench-append-long';
const EMPTY = 'bench-append-empty';
const EVENTS_EACH = 10;
const ENTRIES_PER_ROW = 500;
const PEOPLE_AT_ONCE = 1_000;
const APPENDS = 21;

/** A log of so many events, ten for each of a tenth as many people, 500 to a row of the log. */
export async function fill(events: number): Promise<void> {
  for (const name of [LONG, EMPTY]) {
    const db = openDatabase(name);
    await db.open();
    db.close();
  }
  const raw = await openRaw(LONG);
  for (let from = 0; from < events / EVENTS_EACH; from += PEOPLE_AT_ONCE) {
    const rows = Array.from({ length: PEOPLE_AT_ONCE }, (_, at) => oldRow(from + at, EVENTS_EACH));
    const entries = entriesOf(rows);
    const logRows = Array.from({ length: entries.length / ENTRIES_PER_ROW }, (_, at) => ({
      entries: entries.slice(at * ENTRIES_PER_ROW, (at + 1) * ENTRIES_PER_ROW),
    }));
    await putAll(raw, 'streams', rows);
    await putAll(raw, 'log', logRows);
  }
  raw.close();
}

/** The median of some enrolments, one append each, taken in turns; in ms. */
export async function round(turn: number): Promise<{ value: number; floor: number }> {
  const [long, empty] = [openDatabase(LONG), openDatabase(EMPTY)];
  const times: Record<'value' | 'floor', number[]> = { value: [], floor: [] };
  for (let at = 0; at < APPENDS; at += 1) {
    const index = 900_000 - turn * APPENDS - at;
    times.value.push(await enrol(long, index));
    times.floor.push(await enrol(empty, index));
  }
  long.close();
  empty.close();
  return { value: middle(times.value), floor: middle(times.floor) };
}

async function enrol(db: Database, index: number): Promise<number> {
  const log = createEventLog({ db, device: 'benchbench' as DeviceId, clock: systemClock });
  const { employeeId, details } = personAt(index);
  const decide = (state: EmployeeState) => employeeDecider.decide({ type: 'EnrolEmployee', details }, state);
  const start = performance.now();
  const { ok } = await log.append({ kind: 'kiosk' }, { stream: employeeStream(employeeId), decide });
  const time = performance.now() - start;
  if (!ok) throw new Error('Somebody could not be enrolled');
  return time;
}

const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[APPENDS >> 1] ?? 0;
