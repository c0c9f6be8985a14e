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
import { type Database, openDatabase } from './db';
import { createEventLog, type EventLog, readClock } from './eventLog';
import type { ManagerQueries } from './managerQueries';
import type { Replication } from './replication';
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
  /** What only a manager asks; loaded when one does, so that the kiosk starts without it. */
  managerQueries(): Promise<ManagerQueries>;
  /** What exchanging with other tablets takes; loaded where that is done. */
  replication(): Promise<Replication>;
  /** Whether this tablet exchanges with others, or may. */
  hasSecrets(): Promise<boolean>;
  /** The latest time this tablet's clock has shown while something was written, ms since 1970; 0 before that. */
  lastWall(): Promise<number>;
  /** From now on `now` is what the clock has shown. */
  confirmClock(now: number): Promise<void>;
  close(): void;
}
/** What the kiosk asks. */
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
    managerQueries: async () => (await import('./managerQueries')).createManagerQueries(db),
    hasSecrets: async () => (await db.meta.get('secrets')) !== undefined,
    replication: async () => (await import('./replication')).createReplication(db, device),
    lastWall: async () => (await readClock(db)).wall ?? 0,
    confirmClock: (now) =>
      db.transaction('rw', db.meta, async () => {
        await db.meta.put({ ...(await readClock(db)), wall: now });
      }),
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
    tabletOf: (id: DeviceId): Promise<TabletState> => view(deviceStream(id)),
    employee: (id: EmployeeId): Promise<StateOf<'employee'>> => view(employeeStream(id)),
    managers: async (): Promise<readonly (Manager & { readonly managerId: ManagerId })[]> => {
      const rows = await db.streams.where('stream').startsWith('manager:').toArray();
      return rows.flatMap((row) => {
        const manager = row.view as StateOf<'manager'>;
        return manager.status === 'added'
          ? [{ ...manager, managerId: streamId(row.stream) as ManagerId }]
          : [];
      });
    },
  };
}
