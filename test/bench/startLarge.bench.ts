// Does the kiosk open as quickly when the log has grown for years?

import type { Bench } from './bench';
import { startRounds } from './startRounds';

export const bench: Bench = {
  id: 'start-large',
  what: 'start of /activate from the service worker, offline, with 1,000,000 events in the log, ms',
  against: 'the same on a tablet where nobody is enrolled yet',
  bound: 'at most',
  limit: 1.5,
  run: async ({ serveBuiltApp }) =>
    startRounds(await serveBuiltApp(), { people: 100_000, eventsEach: 10 }, { people: 0, eventsEach: 1 }),
};
