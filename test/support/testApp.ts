// A whole app without a browser: real Dexie on fake-indexeddb, a still clock, seeded random, and a password hasher that
// only marks what it was given (the real one is tried in a real browser).

import 'fake-indexeddb/auto';
import { type App, createApp } from '../../src/app/app';
import type { Network } from '../../src/app/deps';
import type { ManagerApp } from '../../src/app/manager/managerApp';
import { randomId } from '../../src/app/randomId';
import type { DeviceId } from '../../src/kernel/hlc';
import type { Result } from '../../src/kernel/result';
import type { PasswordHasher } from '../../src/platform/passwordHasher';
import { openStore, type Store } from '../../src/store/store';
import { startListWorkerHere } from './listWorker';
import { seededRandom } from './seededRandom';
import { type StillClock, stillClock } from './stillClock';

export interface TestApp {
  readonly app: App;
  readonly store: Store;
  readonly clock: StillClock;
  readonly passwords: { readonly asked: number };
  readonly databaseName: string;
  /** The tab is closed, whatever is under way. */
  close(): void;
  /** Closes it and opens the app anew on its database, as a reload does. */
  reload(changed?: { readonly network?: Network }): Promise<TestApp>;
}

/** Counts how often it was asked, as far as a stopwatch could tell. */
function createMarkingHasher(): PasswordHasher & { asked: number } {
  return {
    asked: 0,
    hash: async (password) => `marked:${password}`,
    async matches(password, phc) {
      this.asked += 1;
      return phc === `marked:${password}`;
    },
    warmUp: async () => {},
  };
}

/** A network on which time never passes by itself. */
export const networkOf = (fetch: Network['fetch'], clock: StillClock): Network => ({
  fetch,
  now: clock.now,
  onAwake: () => () => {},
  pause: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
});

let databases = 0;

export async function openTestApp(
  options: {
    readonly clock?: StillClock;
    readonly databaseName?: string;
    readonly seed?: number;
    readonly network?: Network;
  } = {},
): Promise<TestApp> {
  const clock = options.clock ?? stillClock();
  databases += 1;
  const databaseName = options.databaseName ?? `test-${databases}`;
  const random = seededRandom(options.seed ?? databases);
  let isClosed = false;
  const store = await openStore({ clock, databaseName, makeDeviceId: () => randomId<DeviceId>(random, 10) });
  const network =
    options.network ?? networkOf(async () => Promise.reject(new TypeError('No network')), clock);
  const passwords = createMarkingHasher();
  const app = createApp({
    store,
    clock,
    random,
    passwords,
    isCommonPassword: async (password) => password === 'password1',
    askToKeepData: async () => 'kept',
    updates: { isReady: () => false, subscribe: () => () => {}, apply: () => {}, check: async () => {} },
    network: network,
    onBug(thrown) {
      // A tab that is closed breaks off whatever is under way.
      if (!isClosed) throw thrown;
    },
    startListWorker: startListWorkerHere,
    origin: 'https://gatehouse.example',
  });
  const close = () => {
    isClosed = true;
    store.close();
  };
  return {
    app,
    store,
    clock,
    passwords,
    databaseName,
    close,
    reload(changed = {}) {
      close();
      return openTestApp({ clock, databaseName, seed: databases + 1000, network, ...changed });
    },
  };
}

export const PASSCODE = 'open the small gate';

/** A tablet that is set up, with its manager's area open. */
export async function openManagedApp(
  options: Parameters<typeof openTestApp>[0] = {},
): Promise<TestApp & { readonly manager: ManagerApp }> {
  const tablet = await openTestApp(options);
  value(
    await tablet.app.setUp({
      organisationName: 'Brightwater Care Homes',
      companyCode: 'BWCH',
      country: 'GB',
      siteName: 'Mill Lane',
      tabletName: 'Front door',
      managerName: 'Ada Byron',
      passcode: PASSCODE,
    }),
  );
  return { ...tablet, manager: await tablet.app.manager() };
}

/** The value of a result that must be one. */
export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
