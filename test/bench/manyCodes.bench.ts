// Making codes for 10,000 people in one go, for printing.

import type { Bench } from './bench';
import { serveHarness } from './serveHarness';

const ROUNDS = 5;

export const bench: Bench = {
  id: 'many-codes',
  what: '10,000 codes issued for printing, with vouchers, ms',
  against: 'their 10,000 PBKDF2 hashes alone',
  bound: 'at most',
  limit: 1.3,
  async run({ openBrowser }) {
    const harness = await serveHarness<typeof import('./harness/manyCodes')>('manyCodes');
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
