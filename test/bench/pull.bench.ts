// A tablet that has nothing yet receives 10,000 people.

import type { Bench } from './bench';
import { syncRounds } from './syncRounds';

export const bench: Bench = {
  id: 'pull',
  what: '10,000 enrolments pulled into an empty tablet, ms',
  against:
    'the same pages of the feed by fetch, and the same rows with the same indexes put into raw IndexedDB',
  bound: 'at most',
  limit: 1.3,
  run: (tools) =>
    syncRounds<typeof import('./harness/sync')>(tools, 'sync', async ({ harness, page, sites }) => {
      const site = await sites.newSite();
      await harness.call(page, 'push', site, await sites.newSite(), 'as a list');
      return [await harness.call(page, 'pull', site)];
    }),
};
