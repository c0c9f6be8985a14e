// What a site's CouchDB holds, opened with the key of one of its tablets.

import { expect } from 'vitest';
import { readSecrets } from '../../src/app/sync/siteSecrets';
import { fromBase64 } from '../../src/kernel/base64';
import { deriveSealingKey } from '../../src/platform/seal';
import type { LogEntry } from '../../src/store/db';
import type { Store } from '../../src/store/store';
import { createCouchClient } from '../../src/sync/couchClient';
import { openSegment, parseSegmentId } from '../../src/sync/segment';
import { couchFetch } from '../couch/couchFetch';
import type { StandIn } from '../couch/standIn';
import { couchMember, couchSite } from './site';

/** The events of all segments, as often as they are there, by id. */
export async function serverEvents(couch: StandIn, store: Store): Promise<readonly LogEntry[]> {
  const secrets = await readSecrets({ replication: await store.replication() });
  const key = await deriveSealingKey(fromBase64(secrets?.siteKey ?? '') ?? new Uint8Array(), 'segment');
  const address = { ...couchSite, user: couchMember.name, password: couchMember.password };
  const client = createCouchClient(address, { fetch: couchFetch(couch), now: () => 0 });
  const page = await client.changes({ since: '0', limit: 100_000, feed: 'normal' });
  if (!page.ok) throw new Error(`The server says ${page.error.type}`);
  const entries: LogEntry[] = [];
  for (const { id, document } of page.value.rows) {
    const name = parseSegmentId(id);
    if (!name) continue;
    const opened = await openSegment(key, name.id, document);
    expect(opened).toMatchObject({ ok: true });
    if (opened.ok) entries.push(...opened.entries);
  }
  return entries.sort((a, b) => (a.id < b.id ? -1 : 1));
}
