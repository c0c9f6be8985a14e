// Long work on the page's own thread lets the browser draw and listen in between.

/** Resolves after the browser has had its turn. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** In ms: half of what a frame may take on a screen that shows 30 a second. */
const SLICE = 16;

/** For many small pieces of work: call it after each, and it breathes when a frame's worth is done. */
export function createBreather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await breathe();
    since = performance.now();
  };
}
