// Whole apps that exchange through one stand-in: their network, and waiting until the exchange stands as it should.

import type { App } from '../../src/app/app';
import type { SyncView } from '../../src/app/sync/syncHolder';
import { couchFetch } from '../couch/couchFetch';
import type { StandIn } from '../couch/standIn';
import { faultyNetwork } from './faultyNetwork';
import type { StillClock } from './stillClock';
import { networkOf } from './testApp';

/** Resolves as soon as the exchange stands so. */
export const until = (app: App, isSo: (view: SyncView) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const check = (view: SyncView) => {
      if (!isSo(view)) return;
      stop();
      resolve();
    };
    const stop = app.sync.view.subscribe(check);
    check(app.sync.view.current());
  });

export const isSettled = (view: SyncView): boolean =>
  view.status === 'on' &&
  !view.joining &&
  view.state.push.status === 'settled' &&
  view.state.pull.status === 'settled';

/** A tablet on the site's network; `meet` says what happens on it next. */
export function couchNetwork(couch: StandIn, clock: StillClock) {
  const { fetch, next } = faultyNetwork(couchFetch(couch));
  return { network: networkOf(fetch, clock), meet: next };
}
