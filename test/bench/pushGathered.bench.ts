// Sending what was recorded while the server could not be reached: the app seals it in that time.

import type { Bench } from './bench';
import { syncRounds } from './syncRounds';

export const bench: Bench = {
  id: 'push-gathered',
  what: '10,000 enrolments of an imported list pushed that were sealed while there was no server, ms',
  against: 'the same bytes by fetch, one PUT after the other, and the same rows put into raw IndexedDB',
  bound: 'at most',
  limit: 1.5,
  run: (tools) =>
    syncRounds<typeof import('./harness/sync')>(tools, 'sync', async ({ harness, page, sites }) => [
      await harness.call(page, 'push', await sites.newSite(), await sites.newSite(), 'as a list', 'before'),
    ]),
};
