// Whom a database lets in, and what a member may not do.

import { expect, test } from 'vitest';
import { newName, onEveryCouch } from './onEveryCouch';

onEveryCouch((given) => {
  test('a database takes in nobody who has not signed in (401) and no stranger (403)', async () => {
    expect((await given.nobody.get(`${given.site}/_changes`)).status).toBe(401);
    expect((await given.nobody.put(`${given.site}/a`, {})).status).toBe(401);
    const stranger = newName();
    await given.newUser(stranger, 'a password');
    await given.nobody.signIn(stranger, 'a password');
    expect((await given.nobody.get(`${given.site}/_changes`)).status).toBe(403);
    expect((await given.nobody.get(`${given.site}/a`)).status).toBe(403);
    expect((await given.nobody.put(`${given.site}/a`, {})).status).toBe(403);
  });

  test('a new database is closed to everyone but administrators, also to a member of another', async () => {
    const other = await given.newDatabase();
    expect((await given.tablet.get(`${other}/_changes`)).status).toBe(403);
    expect((await given.tablet.put(`${other}/a`, {})).status).toBe(403);
    expect((await given.tablet.post(`${other}/_bulk_docs`, { docs: [{ _id: 'a' }] })).status).toBe(403);
  });

  test('a member may not make or remove a database, let others in, or change the rule', async () => {
    // 401 although they have signed in: CouchDB asks for an administrator.
    expect((await given.tablet.put(`/${newName()}`)).status).toBe(401);
    expect((await given.tablet.delete(given.site)).status).toBe(401);
    expect((await given.tablet.put(`${given.site}/_security`, {})).status).toBe(403);
    expect((await given.tablet.put(`${given.site}/_design/mine`, {})).status).toBe(403);
    const { body } = await given.tablet.get(`${given.site}/_design/append-only`);
    expect((await given.tablet.put(`${given.site}/_design/append-only`, { _rev: body._rev })).status).toBe(
      403,
    );
    expect((await given.tablet.get(`${given.site}/_security`)).body).toMatchObject({
      members: { names: [given.user.name] },
    });
  });

  test('making what is there already is 412 for a database and 409 for a user', async () => {
    expect(await given.admin.put(given.site)).toMatchObject({ status: 412, body: { error: 'file_exists' } });
    const again = { type: 'user', name: given.user.name, password: 'another', roles: [] };
    expect((await given.admin.put(`/_users/org.couchdb.user:${given.user.name}`, again)).status).toBe(409);
    expect((await given.nobody.signIn(given.user.name, given.user.password)).status).toBe(200);
  });

  test('a password is kept as a hash', async () => {
    const { body } = await given.admin.get(`/_users/org.couchdb.user:${given.user.name}`);
    expect(body).toMatchObject({ name: given.user.name, derived_key: expect.any(String) });
    expect(JSON.stringify(body)).not.toContain(given.user.password);
  });
});
