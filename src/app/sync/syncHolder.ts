// How the exchange with the other tablets stands, for whoever wants to show it. The exchange itself is loaded later.

import type { SyncState } from '../../sync/syncState';

export type SyncView =
  /** Not known yet. */
  | { readonly status: 'starting' }
  /** This tablet is by itself. `isUnfinished`: it was taking in a backup, and must do so again. */
  | { readonly status: 'off'; readonly isUnfinished?: true }
  /** `joining`: it has not received everything for the first time yet. */
  | {
      readonly status: 'on';
      readonly state: SyncState;
      readonly joining: boolean;
      /** Server minus tablet, in ms; unknown until a server answered. */
      readonly clockOffset: number | undefined;
    };

export interface SyncHolder {
  current(): SyncView;
  set(view: SyncView): void;
  /** Calls back on every change until the returned function is called. */
  subscribe(listener: (view: SyncView) => void): () => void;
}

export function createSyncHolder(): SyncHolder {
  const listeners = new Set<(view: SyncView) => void>();
  let current: SyncView = { status: 'starting' };
  return {
    current: () => current,
    set(view) {
      current = view;
      for (const listener of listeners) listener(view);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
