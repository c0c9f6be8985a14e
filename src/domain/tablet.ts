// One tablet (one browser profile) and the site where it stands. Its stream is `device:<device id>`.
// Here is what follows from the facts; what may happen is in tabletDecider.ts.

import type { Fold } from '../kernel/decider';
import { eventTime } from '../kernel/hlc';
import type { SiteId } from './ids';
import { initialStates } from './initialStates';

export interface Revoked {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The last of its segments that counts. */
  readonly lastSequence: number;
}
export interface Tablet {
  readonly status: 'added';
  readonly name: string;
  readonly siteId: SiteId;
  readonly revoked?: Revoked;
}
/** It may be heard of by its revocation alone, [V9] or by a voucher: `heardOf`, in ms since 1970. */
export type TabletState =
  | { readonly status: 'unknown'; readonly heardOf?: number; readonly revoked?: Revoked }
  | Tablet;

export type TabletEvent =
  | { readonly type: 'TabletAdded'; readonly v: 1; readonly name: string; readonly siteId: SiteId }
  | { readonly type: 'TabletRevoked'; readonly v: 1; readonly lastSequence: number }
  /** [V9] A code that it made was used on another tablet, which knew nothing else of it. */
  | { readonly type: 'TabletHeardOf'; readonly v: 1 }
  /** A manager has said that the tablet's clock is right, ms since 1970. On record only. */
  | { readonly type: 'ClockConfirmed'; readonly v: 1; readonly time: number };

export const tabletFold: Fold<TabletState, TabletEvent> = {
  initial: initialStates.device,
  evolve(state, event) {
    if (event.type === 'TabletAdded' && state.status === 'unknown') {
      const { heardOf: _, ...rest } = state;
      return { ...rest, status: 'added', name: event.name, siteId: event.siteId };
    }
    if (event.type === 'TabletHeardOf')
      return state.status === 'unknown' ? { heardOf: eventTime(event.id), ...state } : state;
    if (event.type !== 'TabletRevoked') return state;
    // [O5] Revoked on two tablets: what either of them has let count stays, or they would never agree.
    const { at, lastSequence } = state.revoked ?? { at: eventTime(event.id), lastSequence: 0 };
    return { ...state, revoked: { at, lastSequence: Math.max(lastSequence, event.lastSequence) } };
  },
};
