// What the commands about the exchange start from.

import type { Replication } from '../../store/replication';
import type { ManagerDeps } from '../manager/managerDeps';
import type { SyncHolder } from './syncHolder';

export interface SyncDeps extends ManagerDeps {
  readonly replication: Replication;
  readonly holder: SyncHolder;
  /** Begins the exchange anew, with what is kept now. */
  readonly restartSync: () => Promise<void>;
}
