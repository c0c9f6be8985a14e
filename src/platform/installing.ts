// Keeping the app on a device: whether it is kept already, and the browser's own question where it offers to ask.

/** Chromium's; no standard yet. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

/** Whether this is the app from the home screen. */
export const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone), (display-mode: fullscreen)').matches ||
  Reflect.get(navigator, 'standalone') === true;

/** Hands over how to ask, each time the browser offers to, and `undefined` when it is kept; until the returned function is called. */
export function watchInstallOffer(onOffer: (ask: (() => void) | undefined) => void): () => void {
  const take = (event: Event) => {
    event.preventDefault();
    // It asks once; then it may offer again.
    onOffer(() => {
      onOffer(undefined);
      (event as InstallOffer).prompt().catch(() => undefined);
    });
  };
  const kept = () => onOffer(undefined);
  window.addEventListener('beforeinstallprompt', take);
  window.addEventListener('appinstalled', kept);
  return () => {
    window.removeEventListener('beforeinstallprompt', take);
    window.removeEventListener('appinstalled', kept);
  };
}
