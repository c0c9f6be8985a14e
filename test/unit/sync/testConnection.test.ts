// The button "Test": the first trouble on the way, or what was found.

import { expect, test } from 'vitest';
import type { CouchTrouble } from '../../../src/sync/couchTrouble';
import { testConnection } from '../../../src/sync/testConnection';
import {
  type Answer,
  couchError,
  json,
  nobody,
  offline,
  scriptedFetch,
  signedIn,
  text,
  wrongPassword,
} from '../../support/scriptedFetch';
import { MORNING, stillClock } from '../../support/stillClock';

type Script = Readonly<Record<string, Answer | readonly Answer[]>>;

const address = { url: '/couch', database: 'gate', user: 'tablets', password: 'secret' };
const site = { v: 1, check: 'ours' };
const WHO = 'GET /couch/_session';
const GET_SITE = 'GET /couch/gate/site';
const PUT_SITE = 'PUT /couch/gate/site';
const KNOCK = 'PUT /couch/gate/knock';
const CHANGES = 'GET /couch/gate/_changes';

const iAm = (name: string | null) => json(200, { ok: true, userCtx: { name, roles: [] } });
const noDocument = couchError(404, 'not_found', 'missing');
const knocked = couchError(400, 'doc_validation', 'Bad special document member: _knock');
const siteAnswer = (check: string) => json(200, { _id: 'site', _rev: '1-a', v: 1, check });

const wellPrepared: Script = {
  [WHO]: [iAm(null), iAm('tablets')],
  'POST /couch/_session': signedIn,
  [CHANGES]: json(200, { results: [], last_seq: '0', pending: 0 }),
  [GET_SITE]: noDocument,
  [PUT_SITE]: json(201, { ok: true, id: 'site', rev: '1-a' }),
  [KNOCK]: knocked,
};

function testing(script: Script, handedIn?: typeof site) {
  const server = scriptedFetch({ ...wellPrepared, ...script });
  const deps = { fetch: server.fetch, now: stillClock().now, isOnline: () => true };
  return { lines: server.lines, result: testConnection(address, deps, handedIn) };
}

test('all is well: nothing is left behind, and the right to write is likely', async () => {
  const { lines, result } = testing({});
  expect(await result).toEqual({
    ok: true,
    value: { isAdmin: false, owner: 'nobody', writing: 'likely', clock: undefined },
  });
  expect(lines().filter((line) => line.startsWith('PUT'))).toEqual([KNOCK]);
});

test.each([
  ['nothing answers', { [WHO]: offline }, { type: 'unreachable' }],
  ['a web page answers', { [WHO]: text(200, '<p>') }, { type: 'notCouch' }],
  ['the password is wrong', { 'POST /couch/_session': wrongPassword }, { type: 'signInRefused' }],
  ['the browser drops the cookie', { [WHO]: iAm(null) }, { type: 'cookieRefused' }],
  ['the browser drops the cookie, and the server wants a user', { [WHO]: nobody }, { type: 'cookieRefused' }],
  [
    'there is no such database',
    { [CHANGES]: couchError(404, 'not_found', 'Database does not exist.') },
    { type: 'noSuchDatabase' },
  ],
  [
    'the user is no member',
    { [CHANGES]: couchError(403, 'forbidden', 'You are not allowed to access this db.') },
    { type: 'notAllowed' },
  ],
  ['a proxy lets no writes through', { [KNOCK]: text(405, '<p>') }, { type: 'blockedByProxy' }],
] satisfies [string, Script, CouchTrouble][])('the first trouble is told: %s', async (_, script, trouble) => {
  expect(await testing(script).result).toEqual({ ok: false, error: trouble });
});

test('the first trouble ends the test', async () => {
  const { lines, result } = testing({ 'POST /couch/_session': wrongPassword });
  await result;
  expect(lines()).toEqual([WHO, 'POST /couch/_session']);
});

test("with the site's document, a database that is nobody's becomes this site's, which proves the right to write", async () => {
  const { lines, result } = testing({ [GET_SITE]: [noDocument, siteAnswer('ours')] }, site);
  expect(await result).toMatchObject({ ok: true, value: { owner: 'thisSite', writing: 'proven' } });
  expect(lines()).not.toContain(KNOCK);
});

test('a cluster that took the document with a minority may not find it yet', async () => {
  const { result } = testing({ [PUT_SITE]: json(202, { ok: true, id: 'site', rev: '1-a' }) }, site);
  expect(await result).toMatchObject({ ok: true, value: { owner: 'thisSite', writing: 'proven' } });
});

test("this site's database is known again, and not written to", async () => {
  const { lines, result } = testing({ [GET_SITE]: siteAnswer('ours') }, site);
  expect(await result).toMatchObject({ ok: true, value: { owner: 'thisSite', writing: 'likely' } });
  expect(lines()).not.toContain(PUT_SITE);
});

test("another site's database is refused, also if that site was a moment quicker", async () => {
  const otherSite = { ok: false, error: { type: 'otherSite' } };
  expect(await testing({ [GET_SITE]: siteAnswer('theirs') }, site).result).toEqual(otherSite);
  const race = { [GET_SITE]: [noDocument, siteAnswer('theirs')], [PUT_SITE]: couchError(409, 'conflict') };
  expect(await testing(race, site).result).toEqual(otherSite);
});

test('a site document that no tablet wrote is not this site', async () => {
  const odd = json(200, { _id: 'site', _rev: '1-a', check: 7 });
  expect(await testing({ [GET_SITE]: odd }, site).result).toEqual({
    ok: false,
    error: { type: 'otherSite' },
  });
});

test("without the site's document, somebody's database is somebody's", async () => {
  const { result } = testing({ [GET_SITE]: siteAnswer('theirs') });
  expect(await result).toMatchObject({ ok: true, value: { owner: 'someone' } });
});

test('a validation function that refuses the site document is told', async () => {
  const { result } = testing({ [PUT_SITE]: couchError(403, 'forbidden', 'read only') }, site);
  expect(await result).toEqual({ ok: false, error: { type: 'notAllowed' } });
});

test("a server admin's password is noticed, and the clock is told", async () => {
  const date = new Date(MORNING - 3_600_000).toUTCString();
  const { result } = testing({
    'POST /couch/_session': json(200, { ok: true, name: null, roles: ['_admin'] }),
    [KNOCK]: json(400, { error: 'doc_validation', reason: 'Bad' }, { date }),
  });
  expect(await result).toMatchObject({ ok: true, value: { isAdmin: true, clock: { offset: -3_599_500 } } });
});
