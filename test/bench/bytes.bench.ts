// How much travels for 10,000 enrolments, up and down.

import type { Bench } from './bench';
import { syncRounds } from './syncRounds';

export const bench: Bench = {
  id: 'bytes',
  what: 'bytes of 10,000 enrolments, bodies of all PUT, and of the feed with documents',
  against: 'one document an event: the body of _bulk_docs, and of the feed with documents',
  bound: 'at most',
  limit: 0.2,
  run: (tools) =>
    syncRounds<typeof import('./harness/sync')>(
      tools,
      'sync',
      async ({ harness, page, sites }) => {
        const { up, down } = await harness.call(page, 'bytes', await sites.newSite(), await sites.newPlain());
        // The worse of the two is what must keep to the limit.
        return [up.value / up.floor > down.value / down.floor ? up : down];
      },
      { rounds: 1 },
    ),
};
