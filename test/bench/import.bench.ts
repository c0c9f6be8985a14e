// Taking over a list of 10,000 people: the dry run, the import, and the first of them found.

import type { Bench } from './bench';
import { serveHarness } from './serveHarness';

const ROUNDS = 7;

export const bench: Bench = {
  id: 'import',
  what: '10,000 employees from parsed rows to searchable, ms',
  against: 'the same rows with the same indexes put into raw IndexedDB, 500 a transaction',
  bound: 'at most',
  limit: 1.5,
  async run({ openBrowser }) {
    const harness = await serveHarness<typeof import('./harness/import')>('import');
    try {
      const samples = [];
      for (let turn = 0; turn < ROUNDS; turn += 1) {
        const { page } = await openBrowser();
        await harness.open(page);
        samples.push(await harness.call(page, 'round', turn));
        await page.close();
      }
      return samples;
    } finally {
      await harness.close();
    }
  },
};
