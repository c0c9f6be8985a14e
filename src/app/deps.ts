// What the app needs from below, handed in from the outside: nothing comes out of thin air.

import type { Clock } from '../platform/clock';
import type { PasswordHasher } from '../platform/passwordHasher';
import type { Random } from '../platform/random';
import type { Persistence } from '../platform/storagePersistence';
import type { Store } from '../store/store';
import type { CouchDeps } from '../sync/couchRequest';
import type { ListWorker } from './manager/startListWorker';
import type { Updates } from './updates';

/** The way to the site's CouchDB, and waiting for it. */
export interface Network extends CouchDeps {
  /** Calls back when the network may be there again, until the returned function is called. */
  readonly onAwake: (listener: () => void) => () => void;
  /** Resolves after so many ms, or as soon as `signal` says so. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface AppDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly passwords: PasswordHasher;
  readonly isCommonPassword: (password: string) => Promise<boolean>;
  readonly askToKeepData: () => Promise<Persistence>;
  readonly updates: Updates;
  readonly network: Network;
  /** Hears of bugs in work that no screen waits for. */
  readonly onBug: (thrown: unknown) => void;
  /** The thread on which an employee list is read. */
  readonly startListWorker: () => ListWorker;
  /** Where the app lives, e.g. `https://gatehouse.example`: login links begin with it. */
  readonly origin: string;
}
