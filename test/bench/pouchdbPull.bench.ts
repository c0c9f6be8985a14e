// How PouchDB does with the same 10,000 enrolments, one document for each event, on the same server in the same run: until
// everything is on the disk. Neither of the two has made anything of it then by which people are found.

import type { Bench } from './bench';
import { syncRounds } from './syncRounds';

export const bench: Bench = {
  id: 'pouchdb-pull',
  what: '10,000 events pulled by PouchDB 9 until they are on the disk, batches of 1,000, the quicker of its adapters idb and indexeddb, ms',
  against: 'the app receiving the same enrolments: opened, checked and on the disk',
  bound: 'at least',
  limit: 4,
  run: (tools) =>
    syncRounds<typeof import('./harness/pouch')>(tools, 'pouch', async ({ harness, page, sites }) => {
      const [site, copy] = [await sites.newSite(), await sites.newSite()];
      const plain = [await sites.newPlain(), await sites.newPlain()] as const;
      return [await harness.call(page, 'pull', { site, copy, plain: [...plain] }, { isIndexed: false })];
    }),
};
