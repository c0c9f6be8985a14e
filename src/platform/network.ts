// The network as the browser has it: asking, knowing whether it is there, and waiting for it.

import { systemClock } from './clock';

/** Calls back when the network is there again or the app is looked at again, until the returned function is called. */
function onAwake(listener: () => void): () => void {
  const onVisible = () => {
    if (document.visibilityState === 'visible') listener();
  };
  window.addEventListener('online', listener);
  window.addEventListener('pageshow', listener);
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('pageshow', listener);
    document.removeEventListener('visibilitychange', onVisible);
  };
}

/** Resolves after so many ms, or as soon as `signal` says so. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    if (signal.aborted) done();
    else signal.addEventListener('abort', done);
  });
}

export const systemNetwork = {
  // Called bare: browsers refuse a `fetch` that is called as somebody's method.
  fetch: (url: string, init: RequestInit): Promise<Response> => fetch(url, init),
  now: systemClock.now,
  isOnline: (): boolean => navigator.onLine,
  onAwake,
  pause,
};
