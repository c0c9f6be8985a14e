// The button "Test": one step after the other, from the network to the right to write, and the first trouble is the answer.

import { err, ok, type Result } from '../kernel/result';
import type { CouchAddress } from './couchAddress';
import { createCouchClient } from './couchClient';
import type { CouchDeps } from './couchRequest';
import type { CouchTrouble } from './couchTrouble';
import type { ServerClock } from './serverClock';
import { claimDatabase, type Owned, type SiteDocument } from './siteDocument';

export interface ConnectionFound extends Owned {
  /** A tablet should not know a server admin's password: say so. */
  readonly isAdmin: boolean;
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
  site?: Omit<SiteDocument, 'born'>,
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
  const owned = await claimDatabase(client, site);
  if (!owned.ok) return owned;
  if (owned.value.writing === 'likely') {
    const knocked = await client.knockWithWrite();
    if (!knocked.ok) return knocked;
  }
  const isAdmin = signedIn.value.roles.includes('_admin');
  return ok({ isAdmin, ...owned.value, clock: client.serverClock() });
}
