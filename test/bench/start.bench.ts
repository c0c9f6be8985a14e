// Does the kiosk open as quickly on a tablet with many people as on one with few?

import type { Bench } from './bench';
import { startRounds } from './startRounds';

export const bench: Bench = {
  id: 'start',
  what: 'start of /activate from the service worker, offline, with 100,000 employees, ms',
  against: 'the same with 100 employees',
  bound: 'at most',
  limit: 1.2,
  run: async ({ serveBuiltApp }) =>
    startRounds(await serveBuiltApp(), { people: 100_000, eventsEach: 1 }, { people: 100, eventsEach: 1 }),
};
