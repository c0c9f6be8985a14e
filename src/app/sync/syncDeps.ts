// What the commands about the exchange start from.

import type { Replication } from '../../store/replication';
import type { ManagerDeps } from '../manager/managerDeps';
import type { SyncHolder } from './syncHolder';
import type { SyncService } from './syncService';

export interface SyncDeps extends ManagerDeps {
  readonly replication: Replication;
  readonly holder: SyncHolder;
  /** Begins the exchange anew; changes something before, while nothing runs. */
  readonly restartSync: SyncService['restart'];
}
