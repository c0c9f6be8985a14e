// The one document that says whose database this is. Its check is made under the site key: only tablets of the site can
// make it, and anyone else learns nothing from it.

import { isRecord } from './couchAnswer';

export const SITE_DOCUMENT_ID = 'site';

export interface SiteDocument {
  readonly v: number;
  readonly check: string;
}

/** Undefined for what no tablet would have written. */
export function readSiteDocument(document: unknown): SiteDocument | undefined {
  if (!isRecord(document)) return undefined;
  const { v, check } = document;
  return typeof v === 'number' && typeof check === 'string' ? { v, check } : undefined;
}
