// How many of sixty bad frames the app's scanner reads when the code holds a sealed voucher, beside the same frames of a
// code that holds a short link.

import type { Bench } from './bench';
import { serveHarness } from './serveHarness';

const SEEDS = [1, 2, 3, 4, 5];
/** So many frames fewer are the price of a denser code. */
const FEWER = 3;

export const bench: Bench = {
  id: 'scanVoucher',
  what: 'bad frames read of 60 with a voucher in the code, and three more',
  against: 'the same frames with a short link in the code',
  bound: 'at least',
  limit: 1,
  async run({ openBrowser }) {
    const { page } = await openBrowser();
    const harness = await serveHarness<typeof import('./harness/scan')>('scan');
    try {
      await harness.open(page);
      const samples = [];
      for (const seed of SEEDS) {
        const value = (await harness.call(page, 'countRead', seed, 'voucher')) + FEWER;
        samples.push({ value, floor: await harness.call(page, 'countRead', seed, 'short') });
      }
      return samples;
    } finally {
      await harness.close();
    }
  },
};
