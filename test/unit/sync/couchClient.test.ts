// The calls to CouchDB: what each answer means, and being signed in for all of them.

import { afterEach, expect, test, vi } from 'vitest';
import { createCouchClient } from '../../../src/sync/couchClient';
import {
  type Answer,
  couchError,
  json,
  nobody,
  scriptedFetch,
  signedIn,
  silent,
  text,
  wrongPassword,
} from '../../support/scriptedFetch';
import { MORNING, stillClock } from '../../support/stillClock';

const SESSION = 'POST /couch/_session';
const WHO = 'GET /couch/_session';
const ID = 'tablet0001:00000001:0123456789abcdef0123456789abcdef';
const PUT = `PUT /couch/gate/${ID}`;
const GET = `GET /couch/gate/${ID}`;
const CHANGES = 'GET /couch/gate/_changes';
const segment = { v: 1, count: 2, iv: 'aaaa', body: 'bbbb' };
const all = { since: '0', limit: 100, feed: 'normal' } as const;
const created = (status: number, id = ID) => json(status, { ok: true, id, rev: '1-abc' });
const conflict = couchError(409, 'conflict', 'Document update conflict.');
const refused = (error: unknown) => ({ ok: false, error });
const done = (value: unknown) => ({ ok: true, value });

function tablet(script: Readonly<Record<string, Answer | readonly Answer[]>>) {
  const clock = stillClock();
  const server = scriptedFetch({ [SESSION]: signedIn, ...script });
  const address = { url: '/couch', database: 'gate', user: 'tablets', password: 'secret' };
  return { ...server, clock, client: createCouchClient(address, { fetch: server.fetch, now: clock.now }) };
}

afterEach(() => {
  vi.useRealTimers();
});

// Put

test.each([
  ['201', created(201), done('stored')],
  ['409, refused as already there', conflict, done('stored')],
  ['202, taken by a minority of the cluster', created(202), done('accepted')],
  ['403', couchError(403, 'forbidden', 'update'), refused({ type: 'notAllowed' })],
  ['404', couchError(404, 'not_found', 'Database does not exist.'), refused({ type: 'noSuchDatabase' })],
  ['413', couchError(413, 'document_too_large', ID), refused({ type: 'tooLarge' })],
  ['429', couchError(429, 'too_many_requests'), refused({ type: 'busy' })],
  ['500', couchError(500, 'internal_server_error'), refused({ type: 'busy' })],
  [
    '400',
    couchError(400, 'bad_request', 'Malformed AuthSession cookie.'),
    refused({ type: 'unexpected', status: 400, reason: 'Malformed AuthSession cookie.' }),
  ],
] satisfies [string, Answer, unknown][])('a write answered with %s', async (_, answer, result) => {
  const { client } = tablet({ [PUT]: answer });
  expect(await client.put(ID, segment)).toEqual(result);
});

test.each([
  ['a web page', text(201, '<p>Welcome'), 'notCouch'],
  ['another document', created(201, 'other'), 'notCouch'],
  ['a 200', created(200), 'notCouch'],
  ["a conflict that is not CouchDB's", json(409, { error: 'Duplicate' }), 'unexpected'],
  ['half an answer', text(201, '{"ok":true,"id":', 'application/json'), 'halfAnswer'],
] satisfies [string, Answer, string][])('nothing counts as stored because of %s', async (_, answer, type) => {
  const { client } = tablet({ [PUT]: answer });
  expect(await client.put(ID, segment)).toMatchObject(refused({ type }));
});

test('the document travels as it is, its id with plain colons and no query', async () => {
  const { client, heard } = tablet({ [PUT]: created(201) });
  await client.put(ID, segment);
  expect(heard[1]).toMatchObject({ line: PUT, query: '', body: segment });
});

// Get

test('a document, no document, and no database are three things', async () => {
  const site = { _id: 'site', _rev: '1-abc', v: 1, check: 'c' };
  const { client } = tablet({
    'GET /couch/gate/site': [
      json(200, site),
      couchError(404, 'not_found', 'missing'),
      couchError(404, 'not_found', 'deleted'),
      couchError(404, 'not_found', 'Database does not exist.'),
      json(200, { _id: 'other' }),
    ],
  });
  expect(await client.get('site')).toEqual(done(site));
  expect(await client.get('site')).toEqual(done(undefined));
  expect(await client.get('site')).toEqual(done(undefined));
  expect(await client.get('site')).toEqual(refused({ type: 'noSuchDatabase' }));
  expect(await client.get('site')).toEqual(refused({ type: 'notCouch' }));
});

// Changes

const row = { seq: '2-g1AAA', id: ID, changes: [{ rev: '1-abc' }], doc: { _id: ID, ...segment } };

test('a page of changes: opaque seqs, leaves counted, documents unread', async () => {
  const gone = {
    seq: '3-g1AAB',
    id: 'x',
    changes: [{ rev: '2-a' }, { rev: '1-b' }],
    deleted: true,
    doc: null,
  };
  const { client, heard } = tablet({
    [CHANGES]: json(200, { results: [row, gone], last_seq: '3-g1AAB', pending: 7 }),
  });
  expect(await client.changes({ ...all, since: '1-g1&A' })).toEqual(
    done({
      rows: [
        { seq: '2-g1AAA', id: ID, leaves: 1, document: row.doc, deleted: false },
        { seq: '3-g1AAB', id: 'x', leaves: 2, document: undefined, deleted: true },
      ],
      lastSeq: '3-g1AAB',
      pending: 7,
    }),
  );
  expect(Object.fromEntries(new URLSearchParams(heard[1]?.query))).toEqual({
    since: '1-g1&A',
    limit: '100',
    feed: 'normal',
    include_docs: 'true',
    style: 'all_docs',
  });
});

test.each([
  ['none', {}],
  ['null', { doc: null }],
  ['an error in its place', { doc: { error: 'not_found', reason: 'missing' } }],
  ['an error beside it', { doc: null, error: 'timeout' }],
  ['another one', { doc: { _id: 'x' } }],
])('a row whose document is %s has none', async (_, rest) => {
  const { doc, ...bare } = row;
  const { client } = tablet({ [CHANGES]: json(200, { results: [{ ...bare, ...rest }], last_seq: '2' }) });
  expect(await client.changes(all)).toMatchObject(done({ rows: [{ id: ID, document: undefined }] }));
});

test('numbers of old servers are kept as text; a longpoll asks the server to answer within 25 s', async () => {
  const { client, heard } = tablet({ [CHANGES]: json(200, { results: [{ ...row, seq: 2 }], last_seq: 2 }) });
  const page = await client.changes({ ...all, feed: 'longpoll' });
  expect(page).toMatchObject(done({ lastSeq: '2', rows: [{ seq: '2' }] }));
  expect(heard[1]?.query).toContain('feed=longpoll&timeout=25000');
});

test.each([
  ['no results', { last_seq: '1' }],
  ['no last seq', { results: [row] }],
  ['a row without an id', { results: [row, { ...row, id: 7 }], last_seq: '1' }],
  ['a row without a seq', { results: [{ ...row, seq: null }], last_seq: '1' }],
  ['a row without a leaf', { results: [{ ...row, changes: [] }], last_seq: '1' }],
  ['a row with a leaf that has no rev', { results: [{ ...row, changes: [{}] }], last_seq: '1' }],
  ['a row that is text', { results: ['row'], last_seq: '1' }],
])('nothing of a page with %s is believed', async (_, page) => {
  const { client } = tablet({ [CHANGES]: json(200, page) });
  expect(await client.changes(all)).toEqual(refused({ type: 'notCouch' }));
});

test('a longpoll may be silent for longer than the server needs to say "nothing"', async () => {
  vi.useFakeTimers();
  const { client } = tablet({ [CHANGES]: silent });
  let page: unknown;
  void client.changes({ ...all, feed: 'longpoll' }).then((result) => {
    page = result;
  });
  await vi.advanceTimersByTimeAsync(44_999);
  expect(page).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(page).toEqual(refused({ type: 'timedOut' }));
});

test('a longpoll that is stopped says so', async () => {
  const { client } = tablet({ [CHANGES]: json(200, { results: [], last_seq: '1' }) });
  expect(await client.changes({ ...all, feed: 'longpoll' }, AbortSignal.abort())).toEqual(
    refused({ type: 'stopped' }),
  );
});

// The session

test('the first call signs in, the next ones do not; calls side by side sign in once', async () => {
  const { client, lines, heard } = tablet({ [PUT]: created(201), [GET]: json(200, { _id: ID }) });
  await Promise.all([client.put(ID, segment), client.get(ID)]);
  await client.get(ID);
  expect(lines().filter((line) => line === SESSION)).toHaveLength(1);
  expect(heard[0]?.body).toEqual({ name: 'tablets', password: 'secret' });
});

test('a session is renewed after 500 seconds, and when the clock was set back', async () => {
  const { client, clock, lines } = tablet({ [GET]: json(200, { _id: ID }) });
  await client.get(ID);
  clock.move(499_999);
  await client.get(ID);
  expect(lines().filter((line) => line === SESSION)).toHaveLength(1);
  clock.move(1);
  await client.get(ID);
  expect(lines().filter((line) => line === SESSION)).toHaveLength(2);
  clock.move(-1000);
  await client.get(ID);
  expect(lines().filter((line) => line === SESSION)).toHaveLength(3);
});

test('a session that CouchDB has forgotten is renewed once, and the call is made again', async () => {
  const { client, lines } = tablet({ [PUT]: [created(201), nobody, conflict] });
  await client.put(ID, segment);
  expect(await client.put(ID, segment)).toEqual(done('stored'));
  expect(lines()).toEqual([SESSION, PUT, PUT, SESSION, PUT]);
});

test('signed in and still nobody: the browser does not keep the cookie', async () => {
  const { client, lines } = tablet({ [PUT]: [created(201), nobody] });
  await client.put(ID, segment);
  expect(await client.put(ID, segment)).toEqual(refused({ type: 'cookieRefused' }));
  expect(await client.put(ID, segment)).toEqual(refused({ type: 'cookieRefused' }));
  expect(lines().filter((line) => line === SESSION)).toHaveLength(3);
});

test('a wrong password is tried once, until somebody says so', async () => {
  const { client, lines } = tablet({ [SESSION]: [wrongPassword, signedIn], [PUT]: created(201) });
  expect(await client.put(ID, segment)).toEqual(refused({ type: 'signInRefused' }));
  expect(await client.put(ID, segment)).toEqual(refused({ type: 'signInRefused' }));
  expect(lines()).toEqual([SESSION]);
  expect(await client.signIn()).toEqual(done({ roles: [] }));
  expect(await client.put(ID, segment)).toEqual(done('stored'));
});

test.each([
  ['a 403', couchError(403, 'forbidden', 'Account is temporarily locked'), 'lockedOut'],
  ["a 404, because the address is not CouchDB's own", couchError(404, 'not_found'), 'notCouch'],
  ['a web page', text(200, '<p>Welcome'), 'notCouch'],
  ['other JSON', json(200, { token: 'a' }), 'notCouch'],
  ['a 503', text(503, 'later'), 'busy'],
] satisfies [string, Answer, string][])('signing in answered with %s', async (_, answer, type) => {
  const { client } = tablet({ [SESSION]: answer });
  expect(await client.signIn()).toMatchObject(refused({ type }));
});

test('who I am: a name, nobody, or nobody at a server that lets only users ask', async () => {
  const { client, lines } = tablet({
    [WHO]: [
      json(200, { ok: true, userCtx: { name: 'tablets', roles: [] } }),
      json(200, { userCtx: { name: null } }),
      nobody,
    ],
  });
  expect(await client.whoAmI()).toEqual(done('tablets'));
  expect(await client.whoAmI()).toEqual(done(undefined));
  expect(await client.whoAmI()).toEqual(done(undefined));
  expect(lines()).not.toContain(SESSION);
});

// The right to write, tried without writing

test.each([
  [
    'refuses its form',
    couchError(400, 'doc_validation', 'Bad special document member: _knock'),
    done(undefined),
  ],
  ['refuses this user', couchError(403, 'forbidden', 'not allowed'), refused({ type: 'notAllowed' })],
  ['takes it, which CouchDB would not', created(201, 'knock'), refused({ type: 'notCouch' })],
] satisfies [string, Answer, unknown][])('a knock, when the server %s', async (_, answer, result) => {
  const { client } = tablet({ 'PUT /couch/gate/knock': answer });
  expect(await client.knockWithWrite()).toEqual(result);
});

// The server's clock

test("the offset is the middle of the server's second against the middle of the request", async () => {
  const date = new Date(MORNING + 60_000).toUTCString();
  const { client, clock } = tablet({
    [SESSION]: (init) => {
      clock.move(2000);
      return json(200, { ok: true, roles: [] }, { date })(init);
    },
  });
  expect(client.serverClock()).toBeUndefined();
  await client.signIn();
  expect(client.serverClock()).toEqual({ offset: 60_000 + 500 - 1000, within: 1500 });
});

test('only CouchDB tells the time, and the latest answer counts', async () => {
  const at = (ms: number) => ({ date: new Date(MORNING + ms).toUTCString() });
  const { client } = tablet({
    [WHO]: [
      json(200, { userCtx: { name: null } }, at(5000)),
      json(200, { userCtx: { name: null } }),
      json(200, { wifi: 'Log in!' }, at(9_000_000)),
      json(401, { error: 'unauthorized' }, at(7000)),
    ],
  });
  await client.whoAmI();
  expect(client.serverClock()?.offset).toBe(5500);
  await client.whoAmI();
  await client.whoAmI();
  expect(client.serverClock()?.offset).toBe(5500);
  await client.whoAmI();
  expect(client.serverClock()?.offset).toBe(7500);
});
