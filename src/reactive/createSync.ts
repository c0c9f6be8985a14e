// How the exchange with the other tablets stands, as signals.

import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import type { SyncView } from '../app/sync/syncHolder';
import { useApp, useManagerApp } from './AppContext';
import { createLiveQuery } from './createLiveQuery';

export function createSyncView(): Accessor<SyncView> {
  const { view } = useApp().sync;
  const [now, setNow] = createSignal(view.current());
  onCleanup(view.subscribe(setNow));
  return now;
}

export interface SyncFigures {
  /** Events recorded here that are not known to be on the server. */
  readonly waiting: Accessor<number | undefined>;
  /** When this tablet last heard what there is, in ms since 1970. */
  readonly pulledAt: Accessor<number | undefined>;
}

/** Only inside the manager area. A tablet that is on its own is not asked: all of its log would be counted. */
export function createSyncFigures(view: Accessor<SyncView>): SyncFigures {
  const { sync } = useManagerApp();
  const isOn = createMemo(() => view().status === 'on');
  return {
    waiting: createLiveQuery(isOn, async (on) => (on ? sync.waiting() : undefined)),
    pulledAt: createLiveQuery(isOn, async (on) => (on ? sync.pulledAt() : undefined)),
  };
}
