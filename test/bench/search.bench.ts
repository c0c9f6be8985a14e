// Search as you type among 100,000 people: the first screenful of hits.

import type { Bench } from './bench';
import { serveHarness } from './serveHarness';

export const bench: Bench = {
  id: 'search',
  what: 'the first 50 hits of a two-letter prefix among 100,000 employees, ms',
  against: 'one raw IndexedDB getAll of 50 rows by the same index',
  bound: 'at most',
  limit: 4,
  async run({ openBrowser }) {
    const { page } = await openBrowser();
    const harness = await serveHarness<typeof import('./harness/search')>('search');
    try {
      await harness.open(page);
      await harness.call(page, 'fill', 100_000);
      const samples = [];
      for (const prefix of ['ma', 'ge', 'ko', 'sa', 'pr', 'be', 'al'])
        samples.push(await harness.call(page, 'round', prefix));
      return samples;
    } finally {
      await harness.close();
    }
  },
};
