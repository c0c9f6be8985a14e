// The button "Test": one step after the other, from the network to the right to write, and the first trouble is the answer.

import { err, ok, type Result } from '../kernel/result';
import type { CouchAddress } from './couchAddress';
import { type CouchClient, createCouchClient } from './couchClient';
import type { CouchDeps } from './couchRequest';
import type { CouchTrouble } from './couchTrouble';
import type { ServerClock } from './serverClock';
import { readSiteDocument, SITE_DOCUMENT_ID, type SiteDocument } from './siteDocument';

export interface ConnectionFound {
  /** A tablet should not know a server admin's password: say so. */
  readonly isAdmin: boolean;
  /** Whose database it is: nobody's yet, this site's, or somebody's if no site document was handed in to compare. */
  readonly owner: 'nobody' | 'thisSite' | 'someone';
  /**
   * `proven`: a document was stored just now. `likely`: CouchDB let a write of this user in and refused it for its form, as
   * it was meant to. A validation function that is not ours could still refuse real ones: only writing proves it.
   */
  readonly writing: 'proven' | 'likely';
  /** Undefined if the answers had no `Date` that a page may read. */
  readonly clock: ServerClock | undefined;
}

/**
 * Tries what the sync will need. Leaves nothing behind, except this: with `site`, the database becomes this site's if it
 * is nobody's yet. Refused with `otherSite` if it is another's.
 */
export async function testConnection(
  address: CouchAddress,
  deps: CouchDeps,
  site?: SiteDocument,
): Promise<Result<ConnectionFound, CouchTrouble>> {
  const client = createCouchClient(address, deps);
  const reached = await client.whoAmI();
  if (!reached.ok) return reached;
  const signedIn = await client.signIn();
  if (!signedIn.ok) return signedIn;
  const name = await client.whoAmI();
  if (!name.ok) return name;
  if (name.value !== address.user) return err({ type: 'cookieRefused' });
  const read = await client.changes({ since: '0', limit: 1, feed: 'normal' });
  if (!read.ok) return read;
  const owned = await claim(client, site);
  if (!owned.ok) return owned;
  if (owned.value.writing === 'likely') {
    const knocked = await client.knockWithWrite();
    if (!knocked.ok) return knocked;
  }
  const isAdmin = signedIn.value.roles.includes('_admin');
  return ok({ isAdmin, ...owned.value, clock: client.serverClock() });
}

type Owned = Pick<ConnectionFound, 'owner' | 'writing'>;

async function claim(
  client: CouchClient,
  site: SiteDocument | undefined,
): Promise<Result<Owned, CouchTrouble>> {
  const there = await client.get(SITE_DOCUMENT_ID);
  if (!there.ok) return there;
  if (there.value) return compare(there.value, site);
  if (!site) return ok({ owner: 'nobody', writing: 'likely' });
  const put = await client.put(SITE_DOCUMENT_ID, { v: site.v, check: site.check });
  if (!put.ok) return put;
  // "Stored" may mean that another tablet was quicker.
  const now = await client.get(SITE_DOCUMENT_ID);
  if (!now.ok) return now;
  // A cluster that took it with a minority may not find it yet.
  const compared = now.value ? compare(now.value, site) : ok<Owned>({ owner: 'thisSite', writing: 'proven' });
  return compared.ok ? ok({ ...compared.value, writing: 'proven' }) : compared;
}

function compare(document: unknown, site: SiteDocument | undefined): Result<Owned, CouchTrouble> {
  if (!site) return ok({ owner: 'someone', writing: 'likely' });
  return readSiteDocument(document)?.check === site.check
    ? ok({ owner: 'thisSite', writing: 'likely' })
    : err({ type: 'otherSite' });
}
