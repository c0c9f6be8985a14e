// One tablet (one browser profile) and the site where it stands. Its stream is `device:<device id>`.

import type { Decider } from '../kernel/decider';
import { err, ok } from '../kernel/result';
import type { SiteId } from './ids';

export type TabletState =
  | { readonly status: 'unknown' }
  | { readonly status: 'added'; readonly name: string; readonly siteId: SiteId };
export type TabletEvent = {
  readonly type: 'TabletAdded';
  readonly v: 1;
  readonly name: string;
  readonly siteId: SiteId;
};
export type TabletCommand = { readonly type: 'AddTablet'; readonly name: string; readonly siteId: SiteId };
export type TabletRefusal = { readonly type: 'alreadySetUp' };

export const tabletDecider: Decider<TabletState, TabletCommand, TabletEvent, TabletRefusal> = {
  initial: { status: 'unknown' },
  decide(command, state) {
    if (state.status === 'added') return err({ type: 'alreadySetUp' });
    return ok([{ type: 'TabletAdded', v: 1, name: command.name, siteId: command.siteId }]);
  },
  evolve(state, event) {
    if (event.type !== 'TabletAdded' || state.status === 'added') return state;
    return { status: 'added', name: event.name, siteId: event.siteId };
  },
};
