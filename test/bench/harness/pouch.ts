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

/** What the app finds and sorts people by, as views that PouchDB keeps. */
const VIEWS = {
  name: 'emit(of.lastName + of.firstName)',
  account: 'emit(["none", of.lastName + of.firstName])',
  department: 'emit([of.department, of.lastName + of.firstName])',
  words:
    'emit(doc.stream.slice(9)); (of.firstName + " " + of.lastName).toLowerCase().split(" ").forEach(function (word) { emit(word); })',
  lineManager: 'emit(of.lineManager)',
};

async function replicate(
  plain: BenchSite,
  adapter: string,
  direction: 'to' | 'from',
  documents: readonly unknown[],
  { isIndexed = false } = {},
): Promise<number> {
  const local = new PouchDB(`bench-pouch-${direction}-${adapter}`, { adapter });
  if (direction === 'to') await local.bulkDocs(documents);
  const start = performance.now();
  const { docs_written } = await local.replicate[direction](remoteOf(plain), BATCH);
  if (isIndexed)
    for (const [name, emits] of Object.entries(VIEWS)) {
      const map = `function (doc) { var of = doc.details; if (of) { ${emits} } }`;
      await local.put({ _id: `_design/${name}`, views: { [name]: { map } } });
      const { total_rows } = await local.query(name, { limit: 1 });
      if (total_rows < documents.length)
        throw new Error(`PouchDB indexed ${total_rows} documents by ${name}`);
    }
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

/**
 * Both databases are filled by PouchDB and by the app first. `isIndexed`: both go on until people can be found and sorted;
 * else until everything is on the disk.
 */
export async function pull(
  sites: Sites,
  options: { readonly isIndexed: boolean },
): Promise<{ value: number; floor: number }> {
  const documents = await ours.eventDocuments(sites.site);
  const [plain] = sites.plain;
  await replicate(plain, 'idb', 'to', documents);
  await ours.push(sites.site, sites.copy, 'as a list');
  const times: number[] = [];
  for (const adapter of ADAPTERS) times.push(await replicate(plain, adapter, 'from', documents, options));
  const floor = options.isIndexed ? (await ours.pull(sites.site)).value : await ours.receive(sites.site);
  return { value: Math.min(...times), floor };
}
