// The same, until people can be found and sorted, in PouchDB as in the app.

import type { Bench } from './bench';
import { syncRounds } from './syncRounds';

export const bench: Bench = {
  id: 'pouchdb-pull-indexed',
  what: '10,000 events pulled and indexed by PouchDB 9, batches of 1,000, the quicker of its adapters idb and indexeddb, ms',
  against: 'the app pulling the same enrolments, until everybody can be found',
  bound: 'at least',
  limit: 4,
  run: (tools) =>
    syncRounds<typeof import('./harness/pouch')>(
      tools,
      'pouch',
      async ({ harness, page, sites }) => {
        const [site, copy] = [await sites.newSite(), await sites.newSite()];
        const plain = [await sites.newPlain(), await sites.newPlain()] as const;
        return [await harness.call(page, 'pull', { site, copy, plain: [...plain] }, { isIndexed: true })];
      },
      // PouchDB makes a view of the text of a function.
      { rounds: 3, bypassCSP: true },
    ),
};
