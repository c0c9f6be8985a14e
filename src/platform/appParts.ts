// The app is loaded part by part, from what the tablet keeps. A browser may fail at it all the same (`wholeAnswers.js` tells of
// one way), and gives that same failure to every later try of the page (whatwg/html#6768). A fresh page is the way on.

/** A part of the app did not come. */
export class PartNotLoaded extends Error {
  override readonly name = 'PartNotLoaded';
  constructor(cause: unknown) {
    super('A part of the app could not be loaded', { cause });
  }
}

let missing = false;

/**
 * The build puts it around each `import()`; throws `PartNotLoaded`.
 * @public
 */
export const loadPart = <Part>(load: () => Promise<Part>): Promise<Part> =>
  load().catch((cause) => {
    missing = true;
    throw new PartNotLoaded(cause);
  });

/** Whether this page lacks a part, seen or unseen, which it will not get any more. */
export const isPartMissing = (): boolean => missing;

const HOUR = 3_600_000;

/** Whether a fresh page may help: what it needs is on the tablet, and no such page came less than an hour ago. */
export function mayReloadHelp(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const isFresh = navigation?.type === 'reload' && performance.now() < HOUR;
  return Boolean(navigator.serviceWorker?.controller) && !isFresh;
}
