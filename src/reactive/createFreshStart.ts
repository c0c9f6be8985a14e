// The way out when something broke: the page starts afresh, with the new version of the app where one is waiting, for
// that may be what heals it. A tablet that nobody touches does so by itself.

import type { App } from '../app/app';
import { mayReloadHelp, PartNotLoaded } from '../platform/appParts';
import { createQuietMinute } from './createKioskIdle';

export interface FreshStart {
  /** Starts afresh, at an address. */
  at(address: string): void;
  /** It does so by itself: for want of a part of the app, which the next page gets. */
  readonly isUnderWay: boolean;
}

/** For what was thrown at an address; `rest` is where a tablet begins that was left alone. */
export function createFreshStart(
  broken: { readonly thrown: unknown; readonly address: string },
  { updates, watchIdle }: Pick<App, 'updates' | 'watchIdle'>,
  rest: string,
): FreshStart {
  const startAt = (address: string) => {
    history.replaceState(null, '', address);
    if (updates.isReady()) updates.apply();
    else location.reload();
  };
  createQuietMinute(watchIdle, () => startAt(rest));
  const isUnderWay = broken.thrown instanceof PartNotLoaded && mayReloadHelp();
  if (isUnderWay) startAt(broken.address);
  return { at: startAt, isUnderWay };
}
