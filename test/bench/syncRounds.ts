// Rounds of an exchange in the page: a CouchDB beside it, and for each round a browser with a fresh profile on disk.

import type { Page } from 'playwright';
import type { BenchTools, Sample } from './bench';
import { type BenchSites, benchSites, couchBeside } from './benchCouch';
import type { BrowserOptions } from './openBrowser';
import { type Harness, serveHarness } from './serveHarness';

const ROUNDS = 9;

export interface Round<Module> {
  readonly harness: Harness<Module>;
  readonly page: Page;
  readonly sites: BenchSites;
}

/** `name` is that of the harness; a round may give more than one sample. */
export async function syncRounds<Module>(
  { openBrowser }: BenchTools,
  name: string,
  round: (given: Round<Module>) => Promise<readonly Sample[]>,
  { rounds = ROUNDS, ...browser }: BrowserOptions & { readonly rounds?: number } = {},
): Promise<readonly Sample[]> {
  const couch = couchBeside();
  const harness = await serveHarness<Module>(name, couch);
  const sites = await benchSites(couch, harness.url);
  try {
    const samples: Sample[] = [];
    for (let turn = 0; turn < rounds; turn += 1) {
      const { page } = await openBrowser(browser);
      page.setDefaultTimeout(0);
      await harness.open(page);
      samples.push(...(await round({ harness, page, sites })));
      await page.close();
    }
    return samples;
  } finally {
    await sites.remove();
    await harness.close();
  }
}
