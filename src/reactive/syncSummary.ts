// The one thing to be said about the exchange with the other tablets, of all that goes on in it.

import type { SyncView } from '../app/sync/syncHolder';
import { type SyncTrouble, troubleOf } from '../sync/syncState';

export type SyncSummary =
  /** Nothing is exchanged with anyone. */
  | { readonly status: 'alone' }
  | { readonly status: 'exchanged' }
  /** `of` is how many there are, as far as anyone knows. */
  | { readonly status: 'working'; readonly done: number; readonly of?: number }
  /** There is no network; everything else goes on, and so does this as soon as there is one. */
  | { readonly status: 'offline'; readonly trouble: SyncTrouble }
  /** It is tried again at `until`, in ms since 1970. */
  | { readonly status: 'paused'; readonly trouble: SyncTrouble; readonly until: number }
  /** A person has to help. */
  | { readonly status: 'stopped'; readonly trouble: SyncTrouble };

/**
 * What matters most of both lanes; `undefined` until anything is known. `isOnline` is what the browser says: a server that
 * is being listened to is missed only after a while.
 */
export function syncSummary(view: SyncView, isOnline = true): SyncSummary | undefined {
  if (view.status === 'starting') return undefined;
  if (view.status === 'off') return { status: 'alone' };
  const { push, pull } = view.state;
  const trouble = troubleOf(view.state);
  const isStopped = push.status === 'stopped' || pull.status === 'stopped';
  if (trouble && isStopped) return { status: 'stopped', trouble };
  if (!isOnline || trouble?.type === 'noNetwork')
    return { status: 'offline', trouble: { type: 'noNetwork' } };
  if (trouble) {
    const ends = [push, pull].flatMap((lane) => (lane.status === 'pausing' ? [lane.until] : []));
    return { status: 'paused', trouble, until: Math.min(...ends) };
  }
  // Receiving is what takes long, and what a person waits for.
  const lane = [pull, push].find(({ status }) => status === 'moving' || status === 'takingIn');
  if (lane?.status === 'takingIn') return { status: 'working', done: lane.done, of: lane.of };
  if (lane?.status !== 'moving') return { status: 'exchanged' };
  const { done, of } = lane;
  return { status: 'working', done, ...(of === undefined ? {} : { of }) };
}
