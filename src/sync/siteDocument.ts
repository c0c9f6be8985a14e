// The one document that says whose database this is, and which of all that the site has had. Its check is made under the
// site key: only tablets of the site can make it, and anyone else learns nothing from it.

import { fromBase64, toBase64 } from '../kernel/base64';
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
  const born = newMark();
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

/**
 * [Y38] Which of all databases that stood here this is: each time it was set back to an older copy, the tablet that saw it
 * wrote a mark of its own, named after the one before. Gives the last one, beginning with `born` of the site document.
 */
export async function lastMark(
  client: Pick<CouchClient, 'get'>,
  check: string,
  born: string,
): Promise<Result<string, CouchTrouble>> {
  const seen = new Set([born]);
  for (let mark = born; ; ) {
    const next = await client.get(nameOfNext(mark));
    if (!next.ok) return next;
    const there = readSiteDocument(next.value);
    // Whoever is no tablet of this site may have written one, even a circle.
    if (there?.check !== check || seen.has(there.born)) return ok(mark);
    mark = there.born;
    seen.add(mark);
  }
}

/** [Y38] It was set back: writes so, behind the last mark. Gives the new last one. */
export async function markSetBack(
  client: Desk,
  site: Omit<SiteDocument, 'born'>,
  last: string,
): Promise<Result<string, CouchTrouble>> {
  const put = await client.put(nameOfNext(last), { ...site, born: newMark() });
  // Another tablet may have been quicker: then its mark holds.
  return put.ok ? lastMark(client, site.check, last) : put;
}

const MARK = `${SITE_DOCUMENT_ID}:`;

/** Whether this is no segment, but about the database itself. */
export const isAboutDatabase = (id: string): boolean =>
  id === SITE_DOCUMENT_ID || id.startsWith(MARK) || id.startsWith('_');

/** In letters that a proxy's rules let through. */
const nameOfNext = (mark: string): string => {
  const bytes = fromBase64(mark) ?? new Uint8Array();
  return `${MARK}${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') || '0'}`;
};

const newMark = (): string => toBase64(cryptoRandom.bytes(BORN_BYTES));

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
