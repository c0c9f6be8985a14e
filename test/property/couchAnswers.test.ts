// Promise: whatever an address answers, a call to CouchDB ends in a value, and a document counts as stored only when
// CouchDB has said so of this very document.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCouchClient } from '../../src/sync/couchClient';
import { scriptedFetch, signedIn, text } from '../support/scriptedFetch';

const address = { url: '/couch', database: 'gate', user: 'tablets', password: 'secret' };
const ID = 'tablet0001:00000001:0123456789abcdef0123456789abcdef';

const couchWords = fc.record(
  {
    ok: fc.constantFrom(true, false, 'true'),
    id: fc.constantFrom(ID, 'other'),
    _id: fc.constantFrom(ID, 'other'),
    error: fc.constantFrom('conflict', 'forbidden', 'not_found', 7),
    reason: fc.constantFrom('missing', 'Database does not exist.', 7),
    results: fc.array(fc.jsonValue()),
    last_seq: fc.constantFrom('1', 1, null),
  },
  { requiredKeys: [] },
);
const anyText = fc.oneof(
  fc.json(),
  fc.string(),
  couchWords.map((words) => JSON.stringify(words)),
  fc.tuple(couchWords, fc.nat(60)).map(([words, length]) => JSON.stringify(words).slice(0, length)),
);
const anyAnswer = fc.record({
  status: fc.oneof(
    fc.constantFrom(200, 201, 202, 400, 401, 403, 404, 409, 413, 429, 500),
    fc.integer({ min: 206, max: 599 }).filter((status) => status !== 304),
  ),
  body: anyText,
  type: fc.constantFrom('application/json', 'text/html', ''),
});

const parsed = (body: string): Record<string, unknown> | undefined => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

test('every answer is a value, and stored means that CouchDB said so', async () => {
  await fc.assert(
    fc.asyncProperty(anyAnswer, async ({ status, body, type }) => {
      const answer = text(status, body, type);
      const { fetch } = scriptedFetch({
        'POST /couch/_session': signedIn,
        [`PUT /couch/gate/${ID}`]: answer,
        [`GET /couch/gate/${ID}`]: answer,
        'GET /couch/gate/_changes': answer,
      });
      const client = createCouchClient(address, { fetch, now: () => 0 });
      const put = await client.put(ID, { v: 1 });
      const words = parsed(body);
      const isTaken = words?.ok === true && words.id === ID;
      const isStored = (status === 201 && isTaken) || (status === 409 && words?.error === 'conflict');
      expect(put.ok && put.value === 'stored').toBe(isStored);
      expect(put.ok && put.value === 'accepted').toBe(status === 202 && isTaken);
      const got = await client.get(ID);
      expect(got.ok && got.value !== undefined).toBe(status === 200 && words?._id === ID);
      const page = await client.changes({ since: '0', limit: 1, feed: 'normal' });
      if (page.ok) expect(page.value.rows.every(({ leaves }) => leaves > 0)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
