// Opens this tablet's database and gives its three faces: the log (the one writer), the questions, the wrong tries.

import type { EmployeeId, ManagerId } from '../domain/ids';
import type { Manager } from '../domain/manager';
import type { OrganisationState } from '../domain/organisation';
import {
  deviceStream,
  employeeStream,
  organisationStream,
  type StateOf,
  type StreamKind,
  type StreamName,
  streamId,
} from '../domain/streams';
import type { TabletState } from '../domain/tablet';
import type { DeviceId } from '../kernel/hlc';
import { activityOf, activityPage } from './activity';
import { type Database, type EmployeeRow, openDatabase } from './db';
import { departments, type EmployeeFilter, employeePortions, employeeRows, teamSize } from './employeeList';
import { createEventLog, type EventLog } from './eventLog';
import { employeesByName, readStreams } from './readStreams';
import { createTries, type Tries } from './tries';
import { emptyRow, rebuildViews } from './views';

export interface StoreDeps {
  readonly clock: { now(): number };
  readonly makeDeviceId: () => DeviceId;
  readonly databaseName?: string;
  readonly onRebuild?: (done: number, of: number) => void;
}

export interface Store {
  readonly device: DeviceId;
  readonly log: EventLog;
  readonly tries: Tries;
  readonly queries: Queries;
  close(): void;
}
export type Queries = ReturnType<typeof createQueries>;

export async function openStore(deps: StoreDeps): Promise<Store> {
  const db = openDatabase(deps.databaseName);
  await db.open();
  await rebuildViews(db, deps.onRebuild);
  const device = await readDevice(db, deps.makeDeviceId);
  return {
    device,
    log: createEventLog({ db, device, clock: deps.clock }),
    tries: createTries(db),
    queries: createQueries(db, device),
    close: () => db.close(),
  };
}

const readDevice = (db: Database, makeDeviceId: () => DeviceId): Promise<DeviceId> =>
  db.transaction('rw', db.meta, async () => {
    const row = await db.meta.get('device');
    if (row?.key === 'device') return row.id;
    const id = makeDeviceId();
    await db.meta.put({ key: 'device', id });
    return id;
  });

function createQueries(db: Database, device: DeviceId) {
  async function view<Kind extends StreamKind>(stream: StreamName<Kind>): Promise<StateOf<Kind>> {
    return ((await db.streams.get(stream)) ?? emptyRow(stream)).view as StateOf<Kind>;
  }
  return {
    organisation: (): Promise<OrganisationState> => view(organisationStream),
    tablet: (): Promise<TabletState> => view(deviceStream(device)),
    employee: (id: EmployeeId): Promise<StateOf<'employee'>> => view(employeeStream(id)),
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
    employeeRow: (id: EmployeeId) => db.streams.get(employeeStream(id)) as Promise<EmployeeRow | undefined>,
    employeePortions: (filter: EmployeeFilter) => employeePortions(db, filter),
    employeesByName: () => employeesByName(db),
    employeeRows: (keys: readonly StreamName<'employee'>[]) => employeeRows(db, keys),
    teamSize: (row: EmployeeRow) => teamSize(db, row),
    departments: () => departments(db),
    hasEmployees: async () => (await db.streams.where('name').above('').limit(1).primaryKeys()).length > 0,
    managers: async (): Promise<readonly (Manager & { readonly managerId: ManagerId })[]> => {
      const rows = await db.streams.where('stream').startsWith('manager:').toArray();
      return rows.flatMap((row) => {
        const manager = row.view as StateOf<'manager'>;
        return manager.status === 'added'
          ? [{ ...manager, managerId: streamId(row.stream) as ManagerId }]
          : [];
      });
    },
    activityPage: (olderThan?: number) => activityPage(db, olderThan),
    activityOf: (id: EmployeeId) => activityOf(db, employeeStream(id)),
    /** Grows with every write: what watches it hears of every change. */
    lastSeq: async (): Promise<number> =>
      (await db.log.orderBy('seq').reverse().limit(1).primaryKeys())[0] ?? 0,
  };
}
