// What the sync relies on, tried on the stand-in and, where COUCHDB_URL names one, on a real CouchDB: it works in
// databases with random names and removes them and its users afterwards. Names begin with `contract-`.

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appendOnly } from '../../src/sync/appendOnly';
import { type Answer, type Caller, newCaller, rowsOf } from './caller';
import { type CouchServer, couchServers } from './couchServers';

const newName = () => `contract-${randomBytes(6).toString('hex')}`;
const REV = /^1-[0-9a-f]{32}$/;
const forged = (start: number, digit: string) => `${start}-${digit.repeat(32)}`;

for (const { name: serverName, start } of couchServers) {
  describe(serverName, () => {
    let server: CouchServer;
    let admin: Caller;
    /** A member of `site`, signed in. */
    let tablet: Caller;
    let nobody: Caller;
    /** A database of its own for each test, append-only, whose one member is `user`. */
    let site: string;
    const user = { name: newName(), password: 'tablet password' };
    const made: string[] = [];

    async function newUser(name: string, password: string): Promise<Answer> {
      const answer = await admin.put(`/_users/org.couchdb.user:${name}`, {
        type: 'user',
        name,
        password,
        roles: [],
      });
      made.push(`/_users/org.couchdb.user:${name}?rev=${answer.body.rev}`);
      return answer;
    }
    async function newSite(rule?: string): Promise<string> {
      const path = `/${newName()}`;
      expect((await admin.put(path)).status).toBe(201);
      made.push(path);
      const security = {
        admins: { names: [], roles: ['_admin'] },
        members: { names: [user.name], roles: [] },
      };
      expect(await admin.put(`${path}/_security`, security)).toMatchObject({
        status: 200,
        body: { ok: true },
      });
      if (rule === undefined) return path;
      const design = { validate_doc_update: rule };
      expect((await admin.put(`${path}/_design/append-only`, design)).status).toBe(201);
      return path;
    }
    const leavesOf = async (id: string) => {
      const rows = rowsOf(await tablet.get(`${site}/_changes?style=all_docs&include_docs=true`));
      return rows.find((row) => row.id === id);
    };

    beforeAll(async () => {
      server = await start();
      admin = newCaller(server);
      expect((await admin.signIn(server.admin.name, server.admin.password)).status).toBe(200);
      await newUser(user.name, user.password);
    });
    beforeEach(async () => {
      nobody = newCaller(server);
      tablet = newCaller(server);
      expect((await tablet.signIn(user.name, user.password)).status).toBe(200);
      site = await newSite(appendOnly);
    });
    afterAll(async () => {
      const removed = await Promise.all(made.map((path) => admin.delete(path)));
      expect(removed.filter(({ status }) => status !== 200)).toEqual([]);
      await server.stop();
    });

    describe('who is asking', () => {
      test('it says that it is CouchDB, that it is up, and what time it is', async () => {
        const welcome = await nobody.get('/');
        expect(welcome.body).toMatchObject({ couchdb: 'Welcome', version: expect.stringMatching(/^3\./) });
        expect((await nobody.get('/_up')).body).toMatchObject({ status: 'ok' });
        const date = welcome.headers.get('Date') ?? '';
        expect(new Date(date).toUTCString()).toBe(date);
        expect(welcome.headers.get('Cache-Control')).toBe('must-revalidate');
      });

      test('a session lives in a cookie that scripts cannot read, for 600 seconds', async () => {
        const login = await nobody.signIn(user.name, user.password);
        expect(login.body).toMatchObject({ ok: true, name: user.name, roles: [] });
        const cookie = login.headers.get('Set-Cookie');
        expect(cookie).toMatch(/^AuthSession=[\w-]+;/);
        expect(cookie).toMatch(/; *HttpOnly/i);
        expect(cookie).toMatch(/; *Path=\//i);
        expect(cookie).toMatch(/; *Max-Age=600/i);
        expect((await nobody.get('/_session')).body).toMatchObject({
          userCtx: { name: user.name, roles: [] },
        });
      });

      test('who signs out, or never signed in, is nobody', async () => {
        expect((await nobody.get('/_session')).body).toMatchObject({ userCtx: { name: null, roles: [] } });
        expect((await tablet.delete('/_session')).status).toBe(200);
        expect((await tablet.get('/_session')).body).toMatchObject({ userCtx: { name: null } });
        expect((await tablet.get(`${site}/_changes`)).status).toBe(401);
      });

      test('a wrong password is 401 and gives no session', async () => {
        expect(await nobody.signIn(newName(), 'wrong')).toMatchObject({
          status: 401,
          body: { error: 'unauthorized', reason: 'Name or password is incorrect.' },
        });
        expect((await nobody.get('/_session')).body).toMatchObject({ userCtx: { name: null } });
      });

      test('from the sixth wrong password on it is 403, for the right password too', async () => {
        const locked = newName();
        await newUser(locked, 'right password');
        const statuses: number[] = [];
        for (const _try of [1, 2, 3, 4, 5, 6]) statuses.push((await nobody.signIn(locked, 'wrong')).status);
        expect(statuses).toEqual([401, 401, 401, 401, 401, 403]);
        expect(await nobody.signIn(locked, 'right password')).toMatchObject({
          status: 403,
          body: { error: 'forbidden' },
        });
      });

      test('Basic works for a single call and leaves no session', async () => {
        const basic = (password: string) => ({
          headers: { Authorization: `Basic ${btoa(`${user.name}:${password}`)}` },
        });
        const known = await nobody.get('/_session', basic(user.password));
        expect(known.body).toMatchObject({ userCtx: { name: user.name } });
        expect((await nobody.get('/_session')).body).toMatchObject({ userCtx: { name: null } });
        expect((await nobody.get('/_session', basic('wrong'))).status).toBe(401);
      });
    });

    describe('who may do what', () => {
      test('a database takes in nobody who has not signed in (401) and no stranger (403)', async () => {
        expect((await nobody.get(`${site}/_changes`)).status).toBe(401);
        expect((await nobody.put(`${site}/a`, {})).status).toBe(401);
        const stranger = newName();
        await newUser(stranger, 'a password');
        await nobody.signIn(stranger, 'a password');
        expect((await nobody.get(`${site}/_changes`)).status).toBe(403);
        expect((await nobody.get(`${site}/a`)).status).toBe(403);
        expect((await nobody.put(`${site}/a`, {})).status).toBe(403);
      });

      test('a new database is closed to everyone but administrators, also to a member of another', async () => {
        const other = `/${newName()}`;
        await admin.put(other);
        made.push(other);
        expect((await tablet.get(`${other}/_changes`)).status).toBe(403);
        expect((await tablet.put(`${other}/a`, {})).status).toBe(403);
        expect((await tablet.post(`${other}/_bulk_docs`, { docs: [{ _id: 'a' }] })).status).toBe(403);
      });

      test('a member may not make or remove a database, let others in, or change the rule', async () => {
        // 401 although they have signed in: CouchDB asks for an administrator.
        expect((await tablet.put(`/${newName()}`)).status).toBe(401);
        expect((await tablet.delete(site)).status).toBe(401);
        expect((await tablet.put(`${site}/_security`, {})).status).toBe(403);
        expect((await tablet.put(`${site}/_design/mine`, {})).status).toBe(403);
        const { body } = await tablet.get(`${site}/_design/append-only`);
        expect((await tablet.put(`${site}/_design/append-only`, { _rev: body._rev })).status).toBe(403);
        expect((await tablet.get(`${site}/_security`)).body).toMatchObject({
          members: { names: [user.name] },
        });
      });

      test('a member may not see the list of users, nor add one', async () => {
        const name = newName();
        const added = await tablet.put(`/_users/org.couchdb.user:${name}`, {
          type: 'user',
          name,
          password: 'x',
          roles: [],
        });
        expect([401, 403]).toContain(added.status);
        expect([401, 403]).toContain((await tablet.get('/_users/_changes')).status);
      });

      test('making what is there already is 412 for a database and 409 for a user', async () => {
        expect(await admin.put(site)).toMatchObject({ status: 412, body: { error: 'file_exists' } });
        const again = { type: 'user', name: user.name, password: 'another', roles: [] };
        expect((await admin.put(`/_users/org.couchdb.user:${user.name}`, again)).status).toBe(409);
        expect((await nobody.signIn(user.name, user.password)).status).toBe(200);
      });

      test('a password is kept as a hash', async () => {
        const { body } = await admin.get(`/_users/org.couchdb.user:${user.name}`);
        expect(body).toMatchObject({ name: user.name, derived_key: expect.any(String) });
        expect(JSON.stringify(body)).not.toContain(user.password);
      });
    });

    describe('documents', () => {
      test('a first write is 201 with a revision; the same again is 409, identical or not', async () => {
        const written = await tablet.put(`${site}/a:00000001:00`, { v: 1, body: 'x' });
        expect(written).toMatchObject({
          status: 201,
          body: { ok: true, id: 'a:00000001:00', rev: expect.stringMatching(REV) },
        });
        const identical = await tablet.put(`${site}/a:00000001:00`, { v: 1, body: 'x' });
        expect(identical).toMatchObject({ status: 409, body: { error: 'conflict' } });
        expect((await tablet.put(`${site}/a:00000001:00`, { v: 1, body: 'y' })).status).toBe(409);
        expect((await tablet.get(`${site}/a:00000001:00`)).body).toEqual({
          _id: 'a:00000001:00',
          _rev: written.body.rev,
          v: 1,
          body: 'x',
        });
      });

      test('a document that is not there and a database that is not there are told apart', async () => {
        expect(await tablet.get(`${site}/absent`)).toMatchObject({
          status: 404,
          body: { error: 'not_found', reason: 'missing' },
        });
        expect(await tablet.get(`/${newName()}/absent`)).toMatchObject({
          status: 404,
          body: { error: 'not_found', reason: 'Database does not exist.' },
        });
        expect((await tablet.get(`/${newName()}/_changes`)).status).toBe(404);
        expect((await tablet.put(`/${newName()}/a`, {})).status).toBe(404);
      });

      test('many documents are answered by id, and one that is refused holds up no other', async () => {
        await tablet.put(`${site}/there`, { v: 1 });
        const docs = [
          { _id: 'one' },
          { _id: 'there', v: 1 },
          { _id: 'gone', _deleted: true },
          { _id: 'two' },
        ];
        const answer = await tablet.post(`${site}/_bulk_docs`, { docs });
        expect(answer.status).toBe(201);
        const entries = answer.body as unknown as readonly { id: string }[];
        expect(Object.fromEntries(entries.map(({ id, ...entry }) => [id, entry]))).toEqual({
          one: { ok: true, rev: expect.stringMatching(REV) },
          there: { error: 'conflict', reason: expect.any(String) },
          gone: { error: 'forbidden', reason: 'delete' },
          two: { ok: true, rev: expect.stringMatching(REV) },
        });
      });

      test('a body over 8,000,000 bytes is 413, alone or among others, and nothing of it is kept', async () => {
        const body = 'x'.repeat(8_000_001);
        expect((await tablet.put(`${site}/large`, { body })).status).toBe(413);
        const docs = [{ _id: 'small' }, { _id: 'large', body }];
        expect((await tablet.post(`${site}/_bulk_docs`, { docs })).status).toBe(413);
        expect((await tablet.get(`${site}/large`)).status).toBe(404);
        expect((await tablet.put(`${site}/large`, { body: 'x'.repeat(7_900_000) })).status).toBe(201);
      });

      test('an id that begins with an underscore is 400 for a member and refused before that to a stranger', async () => {
        expect((await tablet.put(`${site}/_mine`, {})).status).toBe(400);
        expect((await nobody.put(`${site}/_mine`, {})).status).toBe(401);
      });

      test('what is not JSON is 400', async () => {
        const answer = await tablet.begin(`${site}/a`, { method: 'PUT', body: '{"v": 1' });
        expect(answer.status).toBe(400);
        await answer.body?.cancel();
      });
    });

    describe('the changes feed', () => {
      const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
      const fill = async () => {
        for (const id of ids) await tablet.put(`${site}/${id}`, { v: 1 });
      };

      test('every row has an opaque seq, and the rule itself is a row too', async () => {
        await fill();
        const answer = await tablet.get(`${site}/_changes?since=0`);
        const rows = rowsOf(answer);
        expect(rows.map(({ id }) => id).toSorted()).toEqual(['_design/append-only', ...ids]);
        for (const { seq } of rows) expect(seq).toMatch(/^\d+-.{8,}/);
        expect(answer.body.last_seq).toMatch(/^\d+-.{8,}/);
        expect(answer.body.pending).toBe(0);
      });

      test('page after page from the last seq on reads all, without a gap, and then nothing', async () => {
        await fill();
        const read: string[] = [];
        let since = '0';
        for (let pending = 1; pending > 0; ) {
          const page = await tablet.get(`${site}/_changes?limit=3&since=${encodeURIComponent(since)}`);
          expect(rowsOf(page).length).toBeLessThanOrEqual(3);
          read.push(...rowsOf(page).map(({ id }) => id));
          since = String(page.body.last_seq);
          pending = Number(page.body.pending);
        }
        expect(read.toSorted()).toEqual(['_design/append-only', ...ids]);
        const rest = await tablet.get(`${site}/_changes?since=${encodeURIComponent(since)}`);
        expect(rowsOf(rest)).toEqual([]);
      });

      test('the seq of a row is a place to go on from, too', async () => {
        await fill();
        const rows = rowsOf(await tablet.get(`${site}/_changes`));
        const seq = encodeURIComponent(rows[2]?.seq ?? '');
        const rest = rowsOf(await tablet.get(`${site}/_changes?since=${seq}`));
        expect(rest.map(({ id }) => id)).toEqual(expect.arrayContaining(rows.slice(3).map(({ id }) => id)));
      });

      test('documents come along when asked for', async () => {
        await tablet.put(`${site}/a`, { v: 1, body: 'x' });
        expect((await leavesOf('a'))?.doc).toMatchObject({ _id: 'a', v: 1, body: 'x' });
        expect(rowsOf(await tablet.get(`${site}/_changes`)).map((row) => 'doc' in row)).toEqual([
          false,
          false,
        ]);
      });

      test('since=now begins behind everything', async () => {
        await fill();
        const now = await tablet.get(`${site}/_changes?since=now`);
        expect(rowsOf(now)).toEqual([]);
        await tablet.put(`${site}/later`, {});
        const since = encodeURIComponent(String(now.body.last_seq));
        const after = rowsOf(await tablet.get(`${site}/_changes?since=${since}`));
        expect(after.map(({ id }) => id)).toEqual(['later']);
      });

      test('a seq of another database is no error: the feed begins again', async () => {
        const { last_seq } = (await tablet.get(`${await newSite(appendOnly)}/_changes`)).body;
        const answer = await tablet.get(`${site}/_changes?since=${encodeURIComponent(String(last_seq))}`);
        expect(rowsOf(answer).map(({ id }) => id)).toEqual(['_design/append-only']);
      });

      test('a longpoll begins to answer at once, and ends when another tablet writes', async () => {
        const since = encodeURIComponent(String((await tablet.get(`${site}/_changes`)).body.last_seq));
        const waiting = await tablet.begin(
          `${site}/_changes?feed=longpoll&include_docs=true&timeout=30000&since=${since}`,
        );
        expect(waiting.status).toBe(200);
        const other = newCaller(server);
        await other.signIn(user.name, user.password);
        await other.put(`${site}/news`, { v: 1 });
        const told = await waiting.json();
        expect(told.results).toMatchObject([{ id: 'news', doc: { v: 1 } }]);
        const rest = await tablet.get(`${site}/_changes?since=${encodeURIComponent(told.last_seq)}`);
        expect(rowsOf(rest)).toEqual([]);
      });

      test('a longpoll with something to tell does not wait, and one with nothing ends by itself', async () => {
        const full = await tablet.get(`${site}/_changes?feed=longpoll&timeout=60000`);
        expect(rowsOf(full)).toHaveLength(1);
        const since = encodeURIComponent(String(full.body.last_seq));
        const empty = await tablet.get(`${site}/_changes?feed=longpoll&timeout=200&since=${since}`);
        expect(empty.body).toMatchObject({ results: [], last_seq: expect.stringMatching(/^\d+-/) });
      });

      test('a longpoll with a heartbeat sends line feeds while it waits', async () => {
        const hangUp = new AbortController();
        const since = encodeURIComponent(String((await tablet.get(`${site}/_changes`)).body.last_seq));
        const waiting = await tablet.begin(`${site}/_changes?feed=longpoll&heartbeat=100&since=${since}`, {
          signal: hangUp.signal,
        });
        let text = '';
        try {
          for await (const piece of waiting.body ?? []) {
            text += new TextDecoder().decode(piece);
            if (/\n\s*\n\s*\n$/.test(text)) hangUp.abort();
          }
        } catch (thrown) {
          expect(hangUp.signal.aborted, String(thrown)).toBe(true);
        }
        expect(text).toMatch(/^\s*\{"results":\[\s*$/);
      });
    });

    describe('the rule of the database', () => {
      beforeEach(async () => {
        expect((await tablet.put(`${site}/a`, { v: 1, body: 'true' })).status).toBe(201);
      });
      const untouched = async () => {
        expect(await leavesOf('a')).toMatchObject({
          changes: [{ rev: expect.stringMatching(REV) }],
          doc: { body: 'true' },
        });
      };

      test('a member cannot change a document', async () => {
        const { body } = await tablet.get(`${site}/a`);
        const changed = await tablet.put(`${site}/a`, { ...body, body: 'false' });
        expect(changed).toMatchObject({ status: 403, body: { error: 'forbidden', reason: 'update' } });
        await untouched();
      });

      test('a member cannot delete a document, nor write one that begins deleted', async () => {
        const { body } = await tablet.get(`${site}/a`);
        expect((await tablet.delete(`${site}/a?rev=${body._rev}`)).status).toBe(403);
        expect((await tablet.put(`${site}/b`, { _deleted: true })).status).toBe(403);
        await untouched();
        expect(await leavesOf('b')).toBeUndefined();
      });

      test('a member cannot hang a file on a document', async () => {
        const _attachments = { file: { content_type: 'text/plain', data: btoa('x') } };
        const refused = await tablet.put(`${site}/b`, { _attachments });
        expect(refused).toMatchObject({ status: 403, body: { reason: 'attachments' } });
        expect((await tablet.get(`${site}/b`)).status).toBe(404);
      });

      test('a member cannot slip a sibling revision past it with new_edits=false', async () => {
        const sibling = { _id: 'a', _rev: forged(9, 'f'), v: 1, body: 'forged' };
        await tablet.post(`${site}/_bulk_docs`, { new_edits: false, docs: [sibling] });
        await tablet.put(`${site}/a?new_edits=false`, sibling);
        const line = { start: 2, ids: ['f'.repeat(32), 'e'.repeat(32)] };
        await tablet.post(`${site}/_bulk_docs`, {
          new_edits: false,
          docs: [{ _id: 'a', _rev: forged(2, 'f'), _revisions: line, body: 'forged' }],
        });
        const { body } = await tablet.get(`${site}/a`);
        const child = { start: 2, ids: ['f'.repeat(32), String(body._rev).slice(2)] };
        await tablet.post(`${site}/_bulk_docs`, {
          new_edits: false,
          docs: [{ _id: 'a', _rev: forged(2, 'f'), _revisions: child, body: 'forged' }],
        });
        await untouched();
      });

      test('nor a document that was never there', async () => {
        await tablet.post(`${site}/_bulk_docs`, {
          new_edits: false,
          docs: [{ _id: 'b', _rev: forged(1, 'f'), body: 'forged' }],
        });
        await tablet.put(`${site}/b?new_edits=false`, { _rev: forged(1, 'f') });
        expect(await leavesOf('b')).toBeUndefined();
      });

      test('without the rule that attack works, and style=all_docs shows both leaves', async () => {
        site = await newSite();
        expect((await tablet.put(`${site}/a`, { v: 1, body: 'true' })).status).toBe(201);
        const sibling = { _id: 'a', _rev: forged(1, 'f'), body: 'forged' };
        await tablet.post(`${site}/_bulk_docs`, { new_edits: false, docs: [sibling] });
        const first = String((await leavesOf('a'))?.changes[1]?.rev);
        expect(await leavesOf('a')).toMatchObject({
          changes: [{ rev: forged(1, 'f') }, { rev: expect.stringMatching(REV) }],
          // Of lines of one length the highest name is shown.
          doc: { body: 'forged' },
        });
        const shortly = rowsOf(await tablet.get(`${site}/_changes`)).find(({ id }) => id === 'a');
        expect(shortly?.changes).toEqual([{ rev: forged(1, 'f') }]);
        // The longer line is shown, whatever its name.
        const longer = { start: 2, ids: ['0'.repeat(32), first.slice(2)] };
        const docs = [{ _id: 'a', _rev: forged(2, '0'), _revisions: longer, body: 'longer' }];
        await tablet.post(`${site}/_bulk_docs`, { new_edits: false, docs });
        expect(await leavesOf('a')).toMatchObject({
          changes: [{ rev: forged(2, '0') }, { rev: forged(1, 'f') }],
          doc: { body: 'longer' },
        });
      });

      test('an administrator may write what a backup holds', async () => {
        const restored = { _id: 'b', _rev: forged(1, 'f'), body: 'restored' };
        await admin.post(`${site}/_bulk_docs`, { new_edits: false, docs: [restored] });
        expect(await leavesOf('b')).toMatchObject({ changes: [{ rev: forged(1, 'f') }] });
      });
    });
  });
}
