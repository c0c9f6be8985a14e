// The CouchDB that a bench exchanges with, at `/couch` beside the page as it is in earnest: the stand-in, or the server
// that COUCHDB_URL names, such as http://admin:secret@localhost:5984. What a bench makes there is removed afterwards.

import { randomBytes } from 'node:crypto';
import type { PluginOption, ProxyOptions } from 'vite';
import { prepareDatabase } from '../../src/sync/prepareDatabase';
import { type Caller, newCaller } from '../contract/caller';
import { behind } from '../contract/couchServers';
import { couchFetch } from '../couch/couchFetch';
import { createStandIn } from '../couch/standIn';
import { couchStandIn } from '../couch/vitePlugin';

const PATH = '/couch';

export interface CouchBeside {
  readonly plugins: PluginOption[];
  readonly proxy: Record<string, ProxyOptions>;
  readonly admin: { readonly name: string; readonly password: string };
}

/** A site's database and who may write there, as the page signs in to it. */
export interface BenchSite {
  readonly url: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

export interface BenchSites {
  /** Prepared as an administrator does it from the app, with the append-only rule. */
  newSite(): Promise<BenchSite>;
  /** Without the rule, which PouchDB cannot live with: its way of writing is what the rule refuses. */
  newPlain(): Promise<BenchSite>;
  /** The server's administrator, for looking at what is there. */
  readonly admin: Caller;
  remove(): Promise<void>;
}

export function couchBeside(): CouchBeside {
  const address = process.env.COUCHDB_URL;
  if (!address) {
    const admin = { name: 'admin', password: 'admin' };
    const standIn = createStandIn({ admins: { [admin.name]: admin.password } });
    return { plugins: [couchStandIn(standIn)], proxy: {}, admin };
  }
  const { origin, pathname, username, password } = new URL(address);
  const rewrite = (path: string) => pathname.replace(/\/$/, '') + path.slice(PATH.length);
  return {
    plugins: [],
    proxy: { [PATH]: { target: origin, changeOrigin: true, rewrite } },
    admin: { name: decodeURIComponent(username), password: decodeURIComponent(password) },
  };
}

/** `origin`: where the page and the CouchDB beside it are served. */
export async function benchSites({ admin }: Pick<CouchBeside, 'admin'>, origin: string): Promise<BenchSites> {
  const server = { someone: () => couchFetch(behind(origin.replace(/\/$/, '') + PATH)) };
  const caller = newCaller(server);
  const must = async (answer: Promise<{ status: number }>) => {
    const { status } = await answer;
    if (status >= 300) throw new Error(`CouchDB answered ${status}`);
  };
  await must(caller.signIn(admin.name, admin.password));
  const user = `bench-${randomBytes(4).toString('hex')}`;
  const member = { name: user, password: randomBytes(12).toString('hex') };
  const made: string[] = [];
  const nameOne = (): BenchSite => {
    const database = `bench-${randomBytes(6).toString('hex')}`;
    made.push(database);
    return { url: PATH, database, user, password: member.password };
  };
  return {
    admin: caller,
    async newSite() {
      const site = nameOne();
      const prepared = await prepareDatabase(
        { url: '', database: site.database, admin, member },
        { fetch: server.someone(), now: () => Date.now() },
      );
      if (!prepared.ok) throw new Error(`The site is not prepared: ${prepared.error.type}`);
      return site;
    },
    async newPlain() {
      const site = nameOne();
      await must(caller.put(`/${site.database}`));
      const members = { names: [user], roles: [] };
      await must(caller.put(`/${site.database}/_security`, { admins: { roles: ['_admin'] }, members }));
      return site;
    },
    async remove() {
      for (const database of made) await must(caller.delete(`/${database}`));
      const path = `/_users/org.couchdb.user:${user}`;
      const { body } = await caller.get(path);
      if (typeof body._rev === 'string') await must(caller.delete(`${path}?rev=${body._rev}`));
    },
  };
}
