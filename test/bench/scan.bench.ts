// How many of sixty bad frames the app's scanner reads, as a picture file, on five sets made from five seeds.

import type { Bench } from './bench';
import { serveHarness } from './serveHarness';

const SEEDS = [1, 2, 3, 4, 5];

export const bench: Bench = {
  id: 'scan',
  what: 'frames read of 60 that are turned, blurred, pale, grainy, slanted, small or in glare',
  against: 'html5-qrcode alone on the same frames',
  bound: 'at least',
  limit: 1.5,
  async run({ openBrowser }) {
    const { page } = await openBrowser();
    const harness = await serveHarness<typeof import('./harness/scan')>('scan');
    try {
      await harness.open(page);
      const samples = [];
      for (const seed of SEEDS) {
        const frames = await harness.call(page, 'measureFrames', seed);
        const read = (who: 'ours' | 'alone') => frames.filter((frame) => frame[who]).length;
        samples.push({ value: read('ours'), floor: read('alone') });
      }
      return samples;
    } finally {
      await harness.close();
    }
  },
};
