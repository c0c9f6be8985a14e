// Opens this tablet's database and gives its three faces: the log (the one writer), the questions, the wrong tries.
// Asking comes with the start; what writes, and the folds with it, is loaded with the first press that needs it.

import type { EmployeeId, ManagerId } from '../domain/ids';
import { initialStates } from '../domain/initialStates';
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
import type { EventLog } from './eventLog';
import type { ManagerQueries } from './managerQueries';
import type { Replication } from './replication';
import type { TabletChoices } from './tabletChoices';
import type { Tries } from './tries';
import { areViewsCurrent } from './viewsVersion';

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
  /** What is chosen for this tablet alone. */
  choices(): Promise<TabletChoices>;
  /** Whether this tablet exchanges with others, or may. */
  hasSecrets(): Promise<boolean>;
  /** The latest time this tablet's clock has shown while something was written, or a code was judged, ms since 1970; 0 before that. */
  lastWall(): Promise<number>;
  /** [C6] The time by which a code is judged: what has expired stays so when the clock is set back. `now` in ms since 1970. */
  timeForCodes(now: number): Promise<number>;
  /** From now on `now` is what the clock has shown. */
  confirmClock(now: number): Promise<void>;
  close(): void;
}
/** What the kiosk asks. */
export type Queries = ReturnType<typeof createQueries>;

export async function openStore(deps: StoreDeps): Promise<Store> {
  const db = openDatabase(deps.databaseName);
  await db.open();
  if (!(await areViewsCurrent(db))) await (await import('./views')).rebuildViews(db, deps.onRebuild);
  const device = await readDevice(db, deps.makeDeviceId);
  return {
    device,
    log: createLog(async () =>
      (await import('./eventLog')).createEventLog({ db, device, clock: deps.clock }),
    ),
    tries: createTries(async () => (await import('./tries')).createTries(db)),
    queries: createQueries(db, device),
    managerQueries: async () => (await import('./managerQueries')).createManagerQueries(db),
    choices: async () => (await import('./tabletChoices')).createTabletChoices(db),
    hasSecrets: async () => (await db.meta.get('secrets')) !== undefined,
    replication: async () => (await import('./replication')).createReplication(db, device),
    lastWall: async () => (await (await import('./eventLog')).readClock(db)).wall ?? 0,
    timeForCodes: async (now) => (await import('./eventLog')).noteWall(db, now),
    confirmClock: async (now) => (await import('./eventLog')).confirmClock(db, now),
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

const createLog = (load: () => Promise<EventLog>): EventLog => ({
  append: async (actor, step) => (await load()).append(actor, step),
  appendAll: async (actor, steps) => (await load()).appendAll(actor, steps),
  appendEach: async (actor, steps) => (await load()).appendEach(actor, steps),
  found: async (actor, steps) => (await load()).found(actor, steps),
});

const createTries = (load: () => Promise<Tries>): Tries => ({
  begin: async (account, now, against) => (await load()).begin(account, now, against),
  takeBack: async (account, begun) => (await load()).takeBack(account, begun),
  forgive: async (...accounts) => (await load()).forgive(...accounts),
  forgiveTablet: async () => (await load()).forgiveTablet(),
});

function createQueries(db: Database, device: DeviceId) {
  async function view<Kind extends StreamKind>(kind: Kind, stream: StreamName<Kind>): Promise<StateOf<Kind>> {
    return ((await db.streams.get(stream))?.view ?? initialStates[kind]) as StateOf<Kind>;
  }
  return {
    organisation: (): Promise<OrganisationState> => view('organisation', organisationStream),
    tablet: (): Promise<TabletState> => view('device', deviceStream(device)),
    tabletOf: (id: DeviceId): Promise<TabletState> => view('device', deviceStream(id)),
    employee: (id: EmployeeId): Promise<StateOf<'employee'>> => view('employee', employeeStream(id)),
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
