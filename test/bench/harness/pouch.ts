// Runs in the page: the same 10,000 enrolments by PouchDB, one document for each event, and by the app.

import indexeddbAdapter from 'pouchdb-adapter-indexeddb';
import PouchDB from 'pouchdb-browser';
import type { BenchSite } from '../benchCouch';
import * as ours from './sync';

PouchDB.plugin(indexeddbAdapter);

const ADAPTERS = ['idb', 'indexeddb'] as const;
const BATCH = { batch_size: 1_000 };

interface Sites {
  /** For the app. */
  readonly site: BenchSite;
  readonly copy: BenchSite;
  /** For PouchDB, one for each adapter. */
  readonly plain: readonly [BenchSite, BenchSite];
}

const remoteOf = ({ url, database }: BenchSite) =>
  new PouchDB(`${location.origin}${url}/${database}`, { skip_setup: true });

async function replicate(
  plain: BenchSite,
  adapter: string,
  direction: 'to' | 'from',
  documents: readonly unknown[],
): Promise<number> {
  const local = new PouchDB(`bench-pouch-${direction}-${adapter}`, { adapter });
  if (direction === 'to') await local.bulkDocs(documents);
  const start = performance.now();
  const { docs_written } = await local.replicate[direction](remoteOf(plain), BATCH);
  const time = performance.now() - start;
  if (docs_written !== documents.length) throw new Error(`PouchDB wrote ${docs_written} documents`);
  await local.destroy();
  return time;
}

/** `value`: the quicker of PouchDB's two adapters; `floor`: the app. In ms. */
export async function push({ site, copy, plain }: Sites): Promise<{ value: number; floor: number }> {
  const documents = await ours.eventDocuments(site);
  const times: number[] = [];
  for (const [at, adapter] of ADAPTERS.entries())
    times.push(await replicate(plain[at] ?? plain[0], adapter, 'to', documents));
  const { value: floor } = await ours.push(site, copy, 'as a list');
  return { value: Math.min(...times), floor };
}

/** Both databases are filled by PouchDB and by the app first. */
export async function pull(sites: Sites): Promise<{ value: number; floor: number }> {
  const documents = await ours.eventDocuments(sites.site);
  const [plain] = sites.plain;
  await replicate(plain, 'idb', 'to', documents);
  await ours.push(sites.site, sites.copy, 'as a list');
  const times: number[] = [];
  for (const adapter of ADAPTERS) times.push(await replicate(plain, adapter, 'from', documents));
  const { value: floor } = await ours.pull(sites.site);
  return { value: Math.min(...times), floor };
}
