// What may happen to a tablet: it is heard of and added once, may be revoked once, and a manager may confirm its clock.

import type { Decider } from '../kernel/decider';
import { err, ok } from '../kernel/result';
import type { SiteId } from './ids';
import { type TabletEvent, type TabletState, tabletFold } from './tablet';

export type TabletCommand =
  | { readonly type: 'AddTablet'; readonly name: string; readonly siteId: SiteId }
  /** `lastSequence`: the last of its segments that was taken in here. */
  | { readonly type: 'RevokeTablet'; readonly lastSequence: number }
  /** [V9] A code that it made is used here. */
  | { readonly type: 'HearOfTablet' }
  | { readonly type: 'ConfirmClock'; readonly now: number };
export type TabletRefusal =
  | { readonly type: 'alreadySetUp' }
  | { readonly type: 'tabletUnknown' }
  | { readonly type: 'tabletRevoked' };

const isNews = (state: TabletState): boolean => state.status === 'unknown' && state.heardOf === undefined;

export const tabletDecider: Decider<TabletState, TabletCommand, TabletEvent, TabletRefusal> = {
  ...tabletFold,
  decide(command, state) {
    if (command.type === 'AddTablet')
      return state.status === 'added'
        ? err({ type: 'alreadySetUp' })
        : ok([{ type: 'TabletAdded', v: 1, name: command.name, siteId: command.siteId }]);
    if (command.type === 'HearOfTablet') {
      if (state.revoked) return err({ type: 'tabletRevoked' });
      return ok(isNews(state) ? [{ type: 'TabletHeardOf', v: 1 }] : []);
    }
    if (command.type === 'ConfirmClock')
      return state.status === 'added'
        ? ok([{ type: 'ClockConfirmed', v: 1, time: command.now }])
        : err({ type: 'tabletUnknown' });
    if (isNews(state)) return err({ type: 'tabletUnknown' });
    // [O4] A tablet is revoked once.
    return state.revoked
      ? err({ type: 'tabletRevoked' })
      : ok([{ type: 'TabletRevoked', v: 1, lastSequence: command.lastSequence }]);
  },
};
