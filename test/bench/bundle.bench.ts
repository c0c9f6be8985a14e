// How much JavaScript travels before /activate can be used, the scanner aside (it is loaded when somebody scans).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { managerPages } from '../e2e/pages/ManagerPages';
import { openTablet } from '../e2e/support/launch';
import type { Bench } from './bench';

const BUDGET = 70_000;

export const bench: Bench = {
  id: 'bundle',
  what: 'JavaScript on the wire for /activate, gzip, bytes',
  against: 'the budget of 70 kB',
  bound: 'at most',
  limit: 1,
  async run({ serveBuiltApp }) {
    const tablet = await openTablet({ server: await serveBuiltApp() });
    try {
      await managerPages(tablet).setUp();
      await tablet.waitUntilKept();
      await tablet.visit('/activate');
      await tablet.page.getByRole('button', { name: 'Continue' }).waitFor();
      await tablet.page.waitForLoadState('networkidle');
      const scripts = await tablet.page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name).pathname)
          .filter((path) => path.endsWith('.js') && path !== '/sw.js'),
      );
      const bytes = [...new Set(scripts)].map((path) => gzipSync(readFileSync(join('dist', path))).length);
      return [{ value: bytes.reduce((sum, size) => sum + size, 0), floor: BUDGET }];
    } finally {
      await tablet.close();
    }
  },
};
