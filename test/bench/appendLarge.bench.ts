// Does writing stay as quick when the log has grown for years?

import type { Bench } from './bench';
import { serveHarness } from './serveHarness';

const ROUNDS = 7;
const EVENTS = 1_000_000;

export const bench: Bench = {
  id: 'append-large',
  what: 'one append with 1,000,000 events in the log, ms',
  against: 'the same on an empty tablet',
  bound: 'at most',
  limit: 1.5,
  async run({ openBrowser }) {
    const { page } = await openBrowser();
    const harness = await serveHarness<typeof import('./harness/append')>('append');
    try {
      await harness.open(page);
      await harness.call(page, 'fill', EVENTS);
      const samples = [];
      for (let turn = 0; turn < ROUNDS; turn += 1) samples.push(await harness.call(page, 'round', turn));
      return samples;
    } finally {
      await harness.close();
    }
  },
};
