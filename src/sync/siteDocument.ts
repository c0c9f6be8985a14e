// The one document that says whose database this is, and which of all that the site has had. Its check is made under the
// site key: only tablets of the site can make it, and anyone else learns nothing from it.

import { toBase64 } from '../kernel/base64';
import { err, ok, type Result } from '../kernel/result';
import { cryptoRandom } from '../platform/random';
import { isRecord } from './couchAnswer';
import type { CouchClient } from './couchClient';
import type { CouchTrouble } from './couchTrouble';

export const SITE_DOCUMENT_ID = 'site';

const BORN_BYTES = 12;

export interface SiteDocument {
  readonly v: number;
  readonly check: string;
  /** Random, of this database alone: one that was lost and made anew under the same name is another one. Empty in old ones. */
  readonly born: string;
}

/** Undefined for what no tablet would have written. */
export function readSiteDocument(document: unknown): SiteDocument | undefined {
  if (!isRecord(document)) return undefined;
  const { v, check, born } = document;
  return typeof v === 'number' && typeof check === 'string'
    ? { v, check, born: typeof born === 'string' ? born : '' }
    : undefined;
}

export interface Owned {
  /** Whose database it is: nobody's yet, this site's, or somebody's if no site document was handed in to compare. */
  readonly owner: 'nobody' | 'thisSite' | 'someone';
  /**
   * `proven`: a document was stored just now. `likely`: CouchDB let a write of this user in and refused it for its form, as
   * it was meant to. A validation function that is not ours could still refuse real ones: only writing proves it.
   */
  readonly writing: 'proven' | 'likely';
  /** Of the site document that is there, if it is this site's. */
  readonly born?: string;
}

type Desk = Pick<CouchClient, 'get' | 'put'>;

/**
 * Sees whose database it is. With `site` it becomes this site's if it is nobody's yet (then `writing` is `proven`); another
 * site's is refused with `otherSite`.
 */
export async function claimDatabase(
  client: Desk,
  site: Omit<SiteDocument, 'born'> | undefined,
): Promise<Result<Owned, CouchTrouble>> {
  const there = await client.get(SITE_DOCUMENT_ID);
  if (!there.ok) return there;
  if (there.value) return compare(there.value, site);
  if (!site) return ok({ owner: 'nobody', writing: 'likely' });
  const born = toBase64(cryptoRandom.bytes(BORN_BYTES));
  const put = await client.put(SITE_DOCUMENT_ID, { v: site.v, check: site.check, born });
  if (!put.ok) return put;
  // "Stored" may mean that another tablet was quicker.
  const now = await client.get(SITE_DOCUMENT_ID);
  if (!now.ok) return now;
  // A cluster that took it with a minority may not find it yet.
  const compared = now.value
    ? compare(now.value, site)
    : ok<Owned>({ owner: 'thisSite', writing: 'proven', born });
  return compared.ok ? ok({ ...compared.value, writing: 'proven' }) : compared;
}

function compare(
  document: unknown,
  site: Omit<SiteDocument, 'born'> | undefined,
): Result<Owned, CouchTrouble> {
  if (!site) return ok({ owner: 'someone', writing: 'likely' });
  const there = readSiteDocument(document);
  return there?.check === site.check
    ? ok({ owner: 'thisSite', writing: 'likely', born: there.born })
    : err({ type: 'otherSite' });
}
