// How the exchange with the other tablets stands, as signals.

import { type Accessor, createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import type { SyncView } from '../app/sync/syncHolder';
import { useApp, useManagerApp } from './AppContext';
import { createLiveQuery } from './createLiveQuery';
import { type SyncSummary, syncSummary } from './syncSummary';

export function createSyncView(): Accessor<SyncView> {
  const { view } = useApp().sync;
  const [now, setNow] = createSignal(view.current());
  onCleanup(view.subscribe(setNow));
  return now;
}

function createOnline(): Accessor<boolean> {
  const [isOnline, setIsOnline] = createSignal(navigator.onLine);
  const look = () => setIsOnline(navigator.onLine);
  window.addEventListener('online', look);
  window.addEventListener('offline', look);
  onCleanup(() => {
    window.removeEventListener('online', look);
    window.removeEventListener('offline', look);
  });
  return isOnline;
}

/** What is done within this time (ms) is not told: each single event would make the words flicker. */
const WORTH_TELLING = 800;

/** The one thing to be said, without the moments in which something small is sent. */
export function createSyncSummary(view: Accessor<SyncView>): Accessor<SyncSummary | undefined> {
  const app = useApp();
  const isOnline = createOnline();
  const look = () => syncSummary(view(), isOnline());
  const [told, setTold] = createSignal(untrack(look));
  let since: number | undefined;
  createEffect(() => {
    const next = look();
    if (next?.status !== 'working' || untrack(told)?.status !== 'exchanged') {
      since = undefined;
      setTold(next);
      return;
    }
    since ??= app.now();
    const timer = setTimeout(() => setTold(next), Math.max(0, since + WORTH_TELLING - app.now()));
    onCleanup(() => clearTimeout(timer));
  });
  return told;
}

export interface SyncFigures {
  /** Events recorded here that are not known to be on the server. */
  readonly waiting: Accessor<number | undefined>;
  /** When this tablet last heard what there is, in ms since 1970. */
  readonly pulledAt: Accessor<number | undefined>;
  /** What is recorded next is at least as late as this, in ms since 1970. */
  readonly ownTime: Accessor<number | undefined>;
}

/** Only inside the manager area. A tablet that is on its own is not asked: all of its log would be counted. */
export function createSyncFigures(view: Accessor<SyncView>): SyncFigures {
  const { sync } = useManagerApp();
  const isOn = createMemo(() => view().status === 'on');
  return {
    waiting: createLiveQuery(isOn, async (on) => (on ? sync.waiting() : undefined)),
    pulledAt: createLiveQuery(isOn, async (on) => (on ? sync.pulledAt() : undefined)),
    ownTime: createLiveQuery(isOn, async (on) => (on ? sync.ownTime() : undefined)),
  };
}
