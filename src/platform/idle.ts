// Notices that nobody has touched the tablet for a while. Two watches make a warning and a reset: one at 40 s that
// shows the warning and takes it back on the next touch, one at 60 s that resets; both count from the last touch.
// Timers stand still while a page sleeps, so what counts is the wall clock, looked at again when the page wakes.

import { type Clock, systemClock } from './clock';

export interface IdleWatch {
  /** How long without a touch, in milliseconds, counts as idle. */
  readonly after: number;
  readonly onIdle: () => void;
  /** The first touch after it was idle. */
  readonly onActive?: () => void;
  /** Where touches are listened for; the whole document unless told. */
  readonly target?: EventTarget;
  readonly clock?: Clock;
}

// Some keyboards on the screen, voices and pasted text come without a touch or a key.
const IN_USE = 'inuse';
const SIGNS_OF_LIFE = [
  'pointerdown',
  'pointermove',
  'touchstart',
  'touchmove',
  'keydown',
  'wheel',
  'input',
  'paste',
  IN_USE,
] as const;

/** Something on the screen is being used without a touch: counts as one. */
export const tellInUse = (target: EventTarget = document): void => {
  target.dispatchEvent(new Event(IN_USE));
};

/** How long until it counts as idle; 0 when it does. A clock set back counts as a touch just now. */
export function timeUntilIdle(lastTouch: number, now: number, after: number): number {
  const quiet = Math.max(0, now - lastTouch);
  return Math.max(0, after - quiet);
}

/** Watches until the returned function is called. */
export function watchIdle(watch: IdleWatch): () => void {
  const { after, target = document, clock = systemClock } = watch;
  let lastTouch = clock.now();
  let idle = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look() {
    clearTimeout(timer);
    if (idle) return;
    const now = clock.now();
    if (now < lastTouch) lastTouch = now;
    const left = timeUntilIdle(lastTouch, now, after);
    if (left > 0) {
      timer = setTimeout(look, left);
      return;
    }
    idle = true;
    watch.onIdle();
  }

  function onTouch() {
    // The page may have slept past the time with its timer: then the person is already another one.
    look();
    lastTouch = clock.now();
    if (!idle) return;
    idle = false;
    look();
    watch.onActive?.();
  }

  const listening = { capture: true, passive: true };
  for (const sign of SIGNS_OF_LIFE) target.addEventListener(sign, onTouch, listening);
  target.addEventListener('visibilitychange', look);
  look();
  return () => {
    clearTimeout(timer);
    for (const sign of SIGNS_OF_LIFE) target.removeEventListener(sign, onTouch, listening);
    target.removeEventListener('visibilitychange', look);
  };
}
