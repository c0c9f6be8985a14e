// The way out when something broke: the page starts afresh, with the new version of the app where one is waiting, for
// that may be what heals it. A tablet that nobody touches does so by itself.

import type { App } from '../app/app';
import { createQuietMinute } from './createKioskIdle';

/** Gives the fresh start, at an address; `rest` is where a tablet begins that was left alone. */
export function createFreshStart(
  { updates, watchIdle }: Pick<App, 'updates' | 'watchIdle'>,
  rest: string,
): (address: string) => void {
  const startAt = (address: string) => {
    history.replaceState(null, '', address);
    if (updates.isReady()) updates.apply();
    else location.reload();
  };
  createQuietMinute(watchIdle, () => startAt(rest));
  return startAt;
}
