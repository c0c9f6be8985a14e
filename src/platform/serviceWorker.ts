// Keeps the app installed and up to date. A new version is fetched quietly and then waits: it is taken only when
// someone says so, or when nobody is at the tablet. A kiosk never reloads under a finger.

import { Workbox } from 'workbox-window';

export interface AppUpdates {
  /** Looks for a new version now; does nothing while offline. */
  checkForUpdate(): Promise<void>;
  /** Takes the waiting version and reloads the page, once. */
  applyUpdate(): void;
}

const HOUR_MS = 3_600_000;
const TAKEOVER_LIMIT_MS = 3_000;

const noUpdates: AppUpdates = { checkForUpdate: async () => {}, applyUpdate: () => {} };

/** Registers the service worker; `onUpdateReady` is called when a new version waits to be taken. */
export function registerServiceWorker(onUpdateReady: () => void, script = '/sw.js'): AppUpdates {
  if (!('serviceWorker' in navigator)) return noUpdates;
  const workbox = new Workbox(script);
  let registration: ServiceWorkerRegistration | undefined;
  let applying = false;

  const checkForUpdate = async () => {
    try {
      await registration?.update();
    } catch {
      // Offline, or the server is away: the next look will do.
    }
  };

  /** The very first version waits for a moment too, for itself: it is no update. */
  const tellIfUpdate = async () => {
    const found = await navigator.serviceWorker.getRegistration();
    if (found?.active && found.waiting) onUpdateReady();
  };

  workbox.addEventListener('waiting', tellIfUpdate);
  // Also comes once when the very first version takes hold; that one needs no reload.
  workbox.addEventListener('controlling', () => {
    if (applying) location.reload();
  });
  workbox.register().then(
    (registered) => {
      registration = registered;
      // A version that was on its way before anyone listened: workbox tells only of those that begin or wait later.
      registered?.installing?.addEventListener('statechange', tellIfUpdate);
      setInterval(checkForUpdate, HOUR_MS);
    },
    () => {
      // Without a service worker the app still runs, online; storage and sync say what state the tablet is in.
    },
  );

  return {
    checkForUpdate,
    applyUpdate() {
      if (applying) return;
      applying = true;
      if (!registration?.waiting) {
        location.reload();
        return;
      }
      workbox.messageSkipWaiting();
      // Requests still under way can hold the old version; a reload ends them, and must not come later, under a finger.
      setTimeout(() => location.reload(), TAKEOVER_LIMIT_MS);
    },
  };
}
