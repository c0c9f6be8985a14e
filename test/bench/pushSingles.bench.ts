// Sending what was recorded offline: 10,000 people who were enrolled one after the other, each a row of the log.

import type { Bench } from './bench';
import { syncRounds } from './syncRounds';

export const bench: Bench = {
  id: 'push-singles',
  what: '10,000 enrolments pushed that were recorded one by one, ms',
  against: 'the same bytes by fetch, one PUT after the other, and the same rows put into raw IndexedDB',
  bound: 'at most',
  // The log has 10,000 rows to be read instead of 20; the floor reads none.
  limit: 4,
  run: (tools) =>
    syncRounds<typeof import('./harness/sync')>(tools, 'sync', async ({ harness, page, sites }) => [
      await harness.call(page, 'push', await sites.newSite(), await sites.newSite(), 'one by one'),
    ]),
};
