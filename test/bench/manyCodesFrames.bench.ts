// Does making codes for 10,000 people ever hold up a frame?

import type { Bench } from './bench';
import { serveHarness } from './serveHarness';

const LONGEST_FRAME = 50;
const ROUNDS = 5;

export const bench: Bench = {
  id: 'many-codes-frames',
  what: 'the longest task while 10,000 codes are issued for printing, ms',
  against: 'the budget of 50 ms',
  bound: 'at most',
  limit: 1,
  async run({ openBrowser }) {
    const harness = await serveHarness<typeof import('./harness/manyCodes')>('manyCodes');
    try {
      const samples = [];
      for (let turn = 0; turn < ROUNDS; turn += 1) {
        const { page } = await openBrowser();
        await harness.open(page);
        samples.push({ value: await harness.call(page, 'longest', turn), floor: LONGEST_FRAME });
        await page.close();
      }
      return samples;
    } finally {
      await harness.close();
    }
  },
};
