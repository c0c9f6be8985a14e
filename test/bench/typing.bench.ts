// Does typing in the search field ever hold up a frame, with 100,000 people on the list?

import { managerPages } from '../e2e/pages/ManagerPages';
import type { Bench } from './bench';
import { openFilledTablet } from './filledTablet';
import { longestTask } from './longestTask';

const SEARCHES = ['mary', 'ge', 'sluis a', '1000', 'k', 'piveteau'];
const LONGEST_FRAME = 50;

export const bench: Bench = {
  id: 'typing',
  what: 'the longest task while typing a search among 100,000 employees, ms',
  against: 'the budget of 50 ms',
  bound: 'at most',
  limit: 1,
  async run({ serveBuiltApp }) {
    const tablet = await openFilledTablet(await serveBuiltApp(), 100_000);
    try {
      await managerPages(tablet).unlock();
      const field = tablet.page.getByRole('searchbox', { name: 'Search employees' });
      await field.waitFor();
      const samples = [];
      for (const text of SEARCHES) {
        await field.fill('');
        const longest = tablet.page.evaluate(longestTask);
        await field.pressSequentially(text, { delay: 90 });
        await tablet.page.evaluate(() => window.stopWatching());
        samples.push({ value: await longest, floor: LONGEST_FRAME });
      }
      return samples;
    } finally {
      await tablet.close();
    }
  },
};
