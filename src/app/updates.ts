// A new version of the app waits until a manager says so, or until nobody is at the kiosk.

import type { AppUpdates } from '../platform/serviceWorker';

export interface Updates {
  isReady(): boolean;
  /** Calls back when a new version is ready, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /** Takes the new version; the page reloads once. Does nothing when none is ready. */
  apply(): void;
  /** Looks for a new version now; does nothing while offline. */
  check(): Promise<void>;
}

/** `register` starts the service worker and calls back when a new version waits. */
export function createUpdates(register: (onReady: () => void) => AppUpdates): Updates {
  const listeners = new Set<() => void>();
  let ready = false;
  const worker = register(() => {
    ready = true;
    for (const listener of listeners) listener();
  });
  return {
    isReady: () => ready,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply: () => {
      if (ready) worker.applyUpdate();
    },
    check: () => worker.checkForUpdate(),
  };
}
