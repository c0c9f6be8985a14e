// Sending for the first time: 10,000 people of an imported list, nothing of which is sealed yet.

import type { Bench } from './bench';
import { syncRounds } from './syncRounds';

export const bench: Bench = {
  id: 'push',
  what: '10,000 enrolments of an imported list sealed and pushed, ms',
  against: 'the same bytes by fetch, one PUT after the other, and the same rows put into raw IndexedDB',
  bound: 'at most',
  limit: 1.5,
  run: (tools) =>
    syncRounds<typeof import('./harness/sync')>(tools, 'sync', async ({ harness, page, sites }) => [
      await harness.call(page, 'push', await sites.newSite(), await sites.newSite(), 'as a list'),
    ]),
};
