// Does the kiosk stay usable while a tablet that was away receives 10,000 events? Somebody types meanwhile.

import type { Page } from 'playwright';
import type { DeviceId } from '../../src/kernel/hlc';
import { cryptoRandom } from '../../src/platform/random';
import { deriveSealingKey } from '../../src/platform/seal';
import { createCouchClient } from '../../src/sync/couchClient';
import { sealSegment } from '../../src/sync/segment';
import { behind } from '../contract/couchServers';
import { couchFetch } from '../couch/couchFetch';
import { managerPages } from '../e2e/pages/ManagerPages';
import { openTablet, type Tablet } from '../e2e/support/launch';
import type { Bench, Sample } from './bench';
import { type BenchSite, benchSites } from './benchCouch';
import { entriesOf, oldRow } from './harness/people';
import { longestTask } from './longestTask';

const LONGEST_FRAME = 50;
const ROUNDS = 5;
const SEGMENTS = 20;
const PER_SEGMENT = 500;
const SITE_KEY = new Uint8Array(32).fill(7);
const IV_BYTES = 12;

export const bench: Bench = {
  id: 'pull-frames',
  what: 'the longest task at /activate while 10,000 events are pulled and somebody types, ms',
  against: 'the budget of 50 ms',
  bound: 'at most',
  limit: 1,
  async run({ serveBuiltApp }) {
    const server = await serveBuiltApp();
    const sites = await benchSites({ admin: { name: 'admin', password: 'admin' } }, server.url);
    const samples: Sample[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const site = await sites.newSite();
      await fill(site, server.url);
      const tablet = await openTablet({ server });
      try {
        samples.push({ value: await receive(tablet, site), floor: LONGEST_FRAME });
      } finally {
        await tablet.close();
      }
    }
    return samples;
  },
};

async function receive(tablet: Tablet, site: BenchSite): Promise<number> {
  await managerPages(tablet).setUp();
  await tablet.waitUntilKept();
  await tablet.page.evaluate(keepSecrets, { siteKey: Buffer.from(SITE_KEY).toString('base64'), couch: site });
  await tablet.context.setOffline(true);
  await tablet.visit('/activate');
  const { page } = tablet;
  const field = page.locator('main input').first();
  await field.waitFor();
  const longest = page.evaluate(longestTask);
  await tablet.context.setOffline(false);
  while ((await countPeople(page)) < SEGMENTS * PER_SEGMENT) {
    await field.fill('');
    await field.pressSequentially('10042', { delay: 90 });
  }
  await page.evaluate(() => window.stopWatching());
  return longest;
}

/** What another tablet of the site has recorded. */
async function fill(site: BenchSite, origin: string): Promise<void> {
  const fetch = couchFetch(behind(`${origin}${site.url}`));
  const client = createCouchClient({ ...site, url: '' }, { fetch, now: () => Date.now() });
  const key = await deriveSealingKey(SITE_KEY, 'segment');
  for (let sequence = 1; sequence <= SEGMENTS; sequence += 1) {
    const people = Array.from({ length: PER_SEGMENT }, (_, at) => oldRow((sequence - 1) * PER_SEGMENT + at));
    const name = { device: 'benchbench' as DeviceId, sequence };
    const document = await sealSegment(key, name, entriesOf(people), cryptoRandom.bytes(IV_BYTES));
    const put = await client.put(document._id, { ...document });
    if (!put.ok) throw new Error(`A segment was not stored: ${put.error.type}`);
  }
}

/** Runs in the page: as if the exchange had been turned on. What is kept is described in `platform/keyring.ts`. */
async function keepSecrets(secrets: unknown): Promise<void> {
  const lock = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(secrets));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, lock, text);
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('gatehouse');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('meta', 'readwrite');
      transaction.objectStore('meta').put({ key: 'secrets', locked: { lock, iv, sealed } });
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

const countPeople = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('gatehouse');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const range = IDBKeyRange.bound('employee:', 'employee;');
          const counting = opening.result.transaction('streams').objectStore('streams').count(range);
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
