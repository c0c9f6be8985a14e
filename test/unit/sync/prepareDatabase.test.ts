// Making a database ready with a server admin's credentials: everything looked at before it is changed.

import { expect, test } from 'vitest';
import { appendOnly } from '../../../src/sync/appendOnly';
import { prepareDatabase } from '../../../src/sync/prepareDatabase';
import {
  type Answer,
  couchError,
  json,
  offline,
  scriptedFetch,
  signedIn,
  text,
  wrongPassword,
} from '../../support/scriptedFetch';
import { stillClock } from '../../support/stillClock';

type Script = Readonly<Record<string, Answer | readonly Answer[]>>;

const preparation = {
  url: '/couch',
  database: 'gate',
  admin: { name: 'rööt', password: 'tøp secret' },
  member: { name: 'tablets', password: 'secret' },
};
const WHO = 'GET /couch/_session';
const TRY = 'POST /couch/_session';
const USER = 'PUT /couch/_users/org.couchdb.user%3Atablets';
const DATABASE = 'PUT /couch/gate';
const INFO = 'GET /couch/gate';
const GET_RULE = 'GET /couch/gate/_design/append-only';
const PUT_RULE = 'PUT /couch/gate/_design/append-only';
const GET_SECURITY = 'GET /couch/gate/_security';
const PUT_SECURITY = 'PUT /couch/gate/_security';

const created = json(201, { ok: true, id: 'x', rev: '1-a' });
const conflict = couchError(409, 'conflict', 'Document update conflict.');
const exists = couchError(412, 'file_exists', 'The database could not be created, the file already exists.');
const missing = couchError(404, 'not_found', 'missing');
const rule = (text: string) =>
  json(200, { _id: '_design/append-only', _rev: '3-c', language: 'javascript', validate_doc_update: text });
const refused = (type: string) => ({ ok: false, error: { type } });
const adminOnly = { members: { roles: ['_admin'] }, admins: { roles: ['_admin'] } };

const fresh: Script = {
  [WHO]: json(200, { ok: true, userCtx: { name: 'rööt', roles: ['_admin'] } }),
  [TRY]: signedIn,
  [USER]: created,
  [DATABASE]: json(201, { ok: true }),
  [PUT_RULE]: created,
  [GET_SECURITY]: json(200, adminOnly),
  [PUT_SECURITY]: json(200, { ok: true }),
};
const prepared: Script = {
  ...fresh,
  [USER]: conflict,
  [DATABASE]: exists,
  [GET_RULE]: rule(appendOnly),
  [PUT_RULE]: conflict,
};

function preparing(script: Script, changed: Partial<typeof preparation> = {}) {
  const server = scriptedFetch(script);
  const deps = { fetch: server.fetch, now: stillClock().now };
  const bodyOf = (wanted: string) => server.heard.find(({ line }) => line === wanted)?.body;
  return { ...server, bodyOf, result: prepareDatabase({ ...preparation, ...changed }, deps) };
}

test('on a fresh server: user, database, rule, and only then the right to come in', async () => {
  const { lines, bodyOf, result } = preparing(fresh);
  expect(await result).toEqual({ ok: true, value: { database: 'made', member: 'made' } });
  expect(lines()).toEqual([WHO, USER, DATABASE, PUT_RULE, GET_SECURITY, PUT_SECURITY]);
  expect(bodyOf(USER)).toEqual({
    _id: 'org.couchdb.user:tablets',
    name: 'tablets',
    password: 'secret',
    roles: [],
    type: 'user',
  });
  expect(bodyOf(PUT_RULE)).toEqual({ language: 'javascript', validate_doc_update: appendOnly });
  expect(bodyOf(PUT_SECURITY)).toEqual({
    members: { names: ['tablets'], roles: ['_admin'] },
    admins: { names: [], roles: ['_admin'] },
  });
});

test("the admin's password goes only into Basic headers, without a cookie", async () => {
  const { heard, result } = preparing(fresh);
  await result;
  const basic = `Basic ${Buffer.from('rööt:tøp secret', 'utf8').toString('base64')}`;
  for (const { init, body } of heard) {
    expect(init.credentials).toBe('omit');
    expect(new Headers(init.headers).get('authorization')).toBe(basic);
    expect(JSON.stringify(body) ?? '').not.toContain('tøp secret');
  }
});

test('run again: the password is tried, the rule compared, nothing is overwritten', async () => {
  const { heard, lines, result } = preparing(prepared);
  expect(await result).toEqual({ ok: true, value: { database: 'there', member: 'there' } });
  expect(lines()).not.toContain(INFO);
  expect(lines().filter((line) => line === PUT_RULE)).toHaveLength(1);
  const tried = heard.find(({ line }) => line === TRY);
  expect(tried?.body).toEqual(preparation.member);
  expect(tried?.init.credentials).toBe('omit');
  expect(new Headers(tried?.init.headers).get('authorization')).toBeNull();
});

test('a rule that was changed is replaced, from the revision that stands there', async () => {
  const { heard, result } = preparing({
    ...prepared,
    [GET_RULE]: rule('function () {}'),
    [PUT_RULE]: [conflict, created],
  });
  expect(await result).toMatchObject({ ok: true });
  expect(heard.filter(({ line }) => line === PUT_RULE)[1]?.body).toEqual({
    _id: '_design/append-only',
    _rev: '3-c',
    language: 'javascript',
    validate_doc_update: appendOnly,
  });
});

test('a rule that somebody changes at the same moment is worth another try', async () => {
  const { result } = preparing({ ...prepared, [GET_RULE]: rule('function () {}') });
  expect(await result).toEqual(refused('busy'));
});

test('others keep their rights; the member may not be an admin of the database', async () => {
  const { bodyOf, result } = preparing({
    ...fresh,
    [GET_SECURITY]: json(200, {
      members: { names: ['auditor'], roles: ['backup'] },
      admins: { names: ['boss', 'tablets'], roles: ['it'] },
      note: 'kept',
    }),
  });
  expect(await result).toMatchObject({ ok: true });
  expect(bodyOf(PUT_SECURITY)).toEqual({
    members: { names: ['auditor', 'tablets'], roles: ['backup'] },
    admins: { names: ['boss'], roles: ['it', '_admin'] },
    note: 'kept',
  });
});

test("somebody's database is left alone; an empty one and one of a site are taken", async () => {
  const inUse = { ...fresh, [DATABASE]: exists, [GET_RULE]: missing, [INFO]: json(200, { doc_count: 7 }) };
  const SITE = 'GET /couch/gate/site';
  const refusal = preparing({ ...inUse, [SITE]: missing });
  expect(await refusal.result).toEqual(refused('databaseInUse'));
  expect(refusal.lines()).not.toContain(PUT_RULE);
  const there = { ok: true, value: { database: 'there', member: 'made' } };
  const ofSite = json(200, { _id: 'site', v: 1, check: 'c' });
  expect(await preparing({ ...inUse, [SITE]: ofSite }).result).toEqual(there);
  expect(await preparing({ ...inUse, [INFO]: json(200, { doc_count: 0 }) }).result).toEqual(there);
});

test.each([
  ['nothing answers', { [WHO]: offline }, 'unreachable'],
  ['a web page answers', { [WHO]: text(200, '<p>') }, 'notCouch'],
  ["the admin's password is wrong", { [WHO]: wrongPassword }, 'signInRefused'],
  ['the admin is locked out', { [WHO]: couchError(403, 'forbidden', 'locked') }, 'lockedOut'],
  ['the admin is none', { [WHO]: json(200, { userCtx: { name: 'ann', roles: [] } }) }, 'needsAdmin'],
  [
    'the server has no users yet',
    { [USER]: couchError(404, 'not_found', 'Database does not exist.') },
    'serverNotSetUp',
  ],
  ['the user has another password', { [USER]: conflict, [TRY]: wrongPassword }, 'memberPasswordDiffers'],
  [
    'the user is a server admin',
    { [USER]: conflict, [TRY]: json(200, { ok: true, roles: ['_admin'] }) },
    'memberIsAdmin',
  ],
  ['the database has no such name', { [DATABASE]: couchError(400, 'illegal_database_name') }, 'unexpected'],
  ['the rule is not taken', { [PUT_RULE]: couchError(500, 'no_majority') }, 'busy'],
] satisfies [string, Script, string][])('refused, because %s', async (_, script, type) => {
  const { lines, result } = preparing({ ...fresh, ...script });
  expect(await result).toMatchObject(refused(type));
  expect(lines()).not.toContain(PUT_SECURITY);
});

test.each([
  ['404', text(404, '<p>')],
  ['405', text(405, '<p>')],
  ['403 without a word', text(403, '')],
  ['the app itself', text(200, '<!doctype html>')],
])('a proxy that lets only the sync through answers with %s', async (_, answer) => {
  expect(await preparing({ ...fresh, [USER]: answer }).result).toEqual(refused('blockedByProxy'));
});

test('one name for the admin and the tablets is refused before anything is asked', async () => {
  const { lines, result } = preparing(fresh, { member: preparation.admin });
  expect(await result).toEqual(refused('memberAsAdmin'));
  expect(lines()).toEqual([]);
});
