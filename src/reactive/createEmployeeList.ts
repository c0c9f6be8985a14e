// The employee list as the screen sees it: how many there are, and the row at a place. The answer arrives in portions,
// the first one small; rows are fetched for what is in sight. A new question keeps the old answer on screen until its own
// first rows are there, and a change in the log replaces the answer in one go: nothing flashes, nothing jumps.

import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { ManagerApp } from '../app/manager/managerApp';
import type { EmployeeId } from '../domain/ids';
import { employeeStream, streamId } from '../domain/streams';
import { useManagerApp } from './AppContext';
import { createBug } from './createBug';
import { createLiveQuery } from './createLiveQuery';
import { createRowCache } from './createRowCache';

export type EmployeeFilter = Parameters<ManagerApp['employees']['portions']>[0];
export type EmployeeRow = NonNullable<Awaited<ReturnType<ManagerApp['employees']['row']>>>;
type Key = EmployeeRow['stream'];

interface Found {
  readonly count: number;
  /** False while more are still being found. */
  readonly isComplete: boolean;
  readonly filter: EmployeeFilter;
}

export interface EmployeeList {
  /** What is on screen; `undefined` until the first answer is there. */
  readonly found: Accessor<Found | undefined>;
  /** The row at a place, `undefined` while it is on its way. */
  row(index: number): EmployeeRow | undefined;
  /** Everyone who has been found, in their order. */
  ids(): readonly EmployeeId[];
  /** Where somebody stands; `undefined` as long as they are not found. */
  placeOf(id: EmployeeId): number | undefined;
}

/** As many rows as a tall screen shows: fetched before a new answer is shown. */
const FIRST_SCREENFUL = 24;

/** `filter` must keep its identity while the question is the same: a memo. */
export function createEmployeeList(filter: Accessor<EmployeeFilter>): EmployeeList {
  const { employees, lastSeq } = useManagerApp();
  const seq = createLiveQuery(() => undefined, lastSeq);
  const [found, setFound] = createSignal<Found>();
  const onFailure = createBug();
  const rows = createRowCache<EmployeeRow, Key>({
    fetch: employees.rows,
    keyOf: (row) => row.stream,
    onFailure,
  });
  let keys: Key[] = [];
  let turn = 0;
  let asking: EmployeeFilter | undefined;
  let askAgain = false;

  async function ask(asked: EmployeeFilter, isNew: boolean): Promise<void> {
    turn += 1;
    const mine = turn;
    asking = asked;
    askAgain = false;
    const next: Key[] = [];
    const show = (isComplete: boolean) => {
      keys = next;
      setFound({ count: next.length, isComplete, filter: asked });
    };
    let shown = 0;
    for await (const portion of employees.portions(asked)) {
      if (mine !== turn) return;
      for (const key of portion.keys) next.push(key);
      // Each time it has doubled, not with every portion: placing the rows costs as much as there are rows.
      if (!isNew || next.length === 0 || next.length < 2 * shown) continue;
      if (shown === 0) {
        rows.keep(portion.rows);
        await rows.load(next.slice(0, FIRST_SCREENFUL));
      }
      if (mine !== turn) return;
      shown = next.length;
      show(false);
    }
    if (mine !== turn) return;
    asking = undefined;
    show(true);
    if (askAgain) await ask(asked, false);
  }

  createEffect(
    on([filter, seq], ([asked, now], before) => {
      if (now === undefined) return;
      const isNew = before?.[0] !== asked || before[1] === undefined;
      rows.expire();
      // A write while the same answer is still being gathered does not start it over: a long import would starve it.
      if (!isNew && asking === asked) askAgain = true;
      else ask(asked, isNew).catch(onFailure);
    }),
  );
  onCleanup(() => {
    turn += 1;
  });

  return {
    found,
    ids() {
      found();
      return keys.map((key) => streamId(key) as EmployeeId);
    },
    placeOf(id) {
      found();
      const place = keys.indexOf(employeeStream(id));
      return place < 0 ? undefined : place;
    },
    row(index) {
      found();
      const key = keys[index];
      return key === undefined ? undefined : rows.read(key);
    },
  };
}
