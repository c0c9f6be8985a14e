// Keeps the screen from going dark while somebody holds it before a camera, where the browser can do so.

/** From now on until the returned function is called; while the page is out of sight, the browser takes it back by itself. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let isOver = false;
  const ask = async () => {
    if (isOver || document.visibilityState !== 'visible') return;
    // Refused when the battery is low: then the screen goes dark as ever.
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
    if (isOver) await lock?.release();
  };
  document.addEventListener('visibilitychange', ask);
  void ask();
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}
