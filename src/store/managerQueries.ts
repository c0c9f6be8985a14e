// The questions that only a manager asks: about many employees at once, and about what was done.

import { liveQuery } from 'dexie';
import type { EmployeeId, ManagerId } from '../domain/ids';
import { employeeStream, managerStream, type StateOf, type StreamName, streamId } from '../domain/streams';
import type { DeviceId } from '../kernel/hlc';
import { activityOf, activityPage } from './activity';
import type { Database, EmployeeRow } from './db';
import { departments, type EmployeeFilter, employeePortions, employeeRows, teamSize } from './employeeList';
import { employeesByName, readStreams } from './readStreams';
import { addressWord } from './views';

export type ManagerQueries = ReturnType<typeof createManagerQueries>;

export function createManagerQueries(db: Database) {
  return {
    employeeRow: (id: EmployeeId) => db.streams.get(employeeStream(id)) as Promise<EmployeeRow | undefined>,
    employeeRows: (keys: readonly StreamName<'employee'>[]) => employeeRows(db, keys),
    employeePortions: (filter: EmployeeFilter) => employeePortions(db, filter),
    employeesByName: () => employeesByName(db),
    employeeStates: async (
      ids: readonly EmployeeId[],
    ): Promise<ReadonlyMap<EmployeeId, StateOf<'employee'>>> => {
      const rows = await readStreams(db, ids.map(employeeStream));
      return new Map(
        ids.flatMap((id) => {
          const row = rows.get(employeeStream(id)) as EmployeeRow | undefined;
          return row ? [[id, row.view] as const] : [];
        }),
      );
    },
    tablets: async () => {
      const all = await readTablets(db);
      return all.flatMap((tablet) => (tablet.status === 'added' ? [tablet] : []));
    },
    /** [V9] Those that are known by their vouchers alone, since `heardOf` (ms since 1970). */
    unknownTablets: async () => {
      const all = await readTablets(db);
      return all.flatMap((tablet) =>
        tablet.status === 'unknown' && tablet.heardOf !== undefined
          ? [{ ...tablet, heardOf: tablet.heardOf }]
          : [],
      );
    },
    teamSize: (row: EmployeeRow) => teamSize(db, row),
    departments: () => departments(db),
    hasEmployees: async () => (await db.streams.where('name').above('').limit(1).primaryKeys()).length > 0,
    /** How many people besides this one have an email address, those who have left too: read from the index alone. */
    othersWithAddress: async (id: EmployeeId, address: string): Promise<number> => {
      const keys = await db.streams.where('words').equals(addressWord(address)).primaryKeys();
      return keys.filter((key) => key !== employeeStream(id)).length;
    },
    /** Whose card asks something only a person can settle. */
    needsAttention: () =>
      db.streams.where('attention').above(0).toArray() as Promise<unknown> as Promise<EmployeeRow[]>,
    /** How many questions there are in all: read from the index alone. */
    attentionCount: async (): Promise<number> => {
      const counts = (await db.streams.orderBy('attention').keys()) as unknown as readonly number[];
      return counts.reduce((sum, count) => sum + count, 0);
    },
    /** Gives the manager, at once and after every change, until the returned function is called. */
    watchManager(
      id: ManagerId,
      listener: (manager: StateOf<'manager'> | undefined) => void,
      onError: (thrown: unknown) => void,
    ): () => void {
      const subscription = liveQuery(() => db.streams.get(managerStream(id))).subscribe({
        next: (row) => listener(row?.view as StateOf<'manager'> | undefined),
        error: onError,
      });
      return () => subscription.unsubscribe();
    },
    activityPage: (olderThan?: number) => activityPage(db, olderThan),
    activityOf: (id: EmployeeId) => activityOf(db, employeeStream(id)),
    /** Grows with every write: what watches it hears of every change. */
    lastSeq: async (): Promise<number> => {
      // Every write moves the clock; a live query of the last row alone would not hear of the next one.
      await db.meta.get('clock');
      return (await db.log.orderBy('seq').reverse().limit(1).primaryKeys())[0] ?? 0;
    },
  };
}

async function readTablets(db: Database) {
  const rows = await db.streams.where('stream').startsWith('device:').toArray();
  return rows.map((row) => ({
    ...(row.view as StateOf<'device'>),
    device: streamId(row.stream) as DeviceId,
  }));
}
