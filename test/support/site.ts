// A site for tests: a stand-in for its CouchDB, prepared as an administrator would, and tablets that exchange through it.

import 'fake-indexeddb/auto';
import type { DeviceId } from '../../src/kernel/hlc';
import { deriveIvKey, deriveSealingKey } from '../../src/platform/seal';
import { type Database, openDatabase } from '../../src/store/db';
import { createEventLog, type EventLog } from '../../src/store/eventLog';
import { createReplication, type Replication } from '../../src/store/replication';
import { type CouchClient, createCouchClient } from '../../src/sync/couchClient';
import { prepareDatabase } from '../../src/sync/prepareDatabase';
import type { PullDeps } from '../../src/sync/pull';
import type { PushDeps } from '../../src/sync/push';
import { couchFetch } from '../couch/couchFetch';
import { createStandIn, type StandIn } from '../couch/standIn';
import { faultyNetwork } from './faultyNetwork';
import { seededRandom } from './seededRandom';
import type { StillClock } from './stillClock';

export const couchAdmin = { name: 'admin', password: 'a password of the server' };
export const couchMember = { name: 'tablets', password: 'a password of the site' };
export const couchSite = { url: 'https://couch.example', database: 'mill-lane' };
export const siteKey = Uint8Array.from({ length: 32 }, (_, at) => at);

/** A CouchDB that keeps the test's time, with the site's database on it. */
export async function openSite(
  clock: StillClock,
  options: { maxDocumentSize?: number } = {},
): Promise<StandIn> {
  const standIn = createStandIn({
    ...options,
    admins: { [couchAdmin.name]: couchAdmin.password },
    // A longpoll is answered by what is written, never by time.
    clock: { now: clock.now, later: () => () => {} },
  });
  const prepared = await prepareDatabase(
    { ...couchSite, admin: couchAdmin, member: couchMember },
    { fetch: couchFetch(standIn), now: clock.now },
  );
  if (!prepared.ok) throw new Error(`The site is not prepared: ${prepared.error.type}`);
  return standIn;
}

export interface SiteTablet extends PushDeps, PullDeps {
  readonly client: CouchClient;
  readonly db: Database;
  readonly log: EventLog;
  readonly replication: Replication;
  readonly meet: ReturnType<typeof faultyNetwork>['next'];
  /** A new tab: the database is opened anew. */
  reopen(): SiteTablet;
}

let databases = 0;

export async function openSiteTablet(
  standIn: StandIn,
  device: string,
  clock: StillClock,
): Promise<SiteTablet> {
  databases += 1;
  const name = `site-tablet-${databases}`;
  const network = faultyNetwork(couchFetch(standIn));
  const address = { ...couchSite, user: couchMember.name, password: couchMember.password };
  const client = createCouchClient(address, { fetch: network.fetch, now: clock.now });
  const random = seededRandom(databases);
  const segmentKey = await deriveSealingKey(siteKey, 'segment');
  const ivKey = await deriveIvKey(siteKey);
  const open = (): SiteTablet => {
    const db = openDatabase(name);
    return {
      client,
      db,
      clock,
      random,
      segmentKey,
      ivKey,
      meet: network.next,
      log: createEventLog({ db, device: device as DeviceId, clock }),
      replication: createReplication(db, device as DeviceId),
      reopen() {
        db.close();
        return open();
      },
    };
  };
  return open();
}
