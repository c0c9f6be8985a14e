// The app's own side of the contract: "Test", "Prepare this database", sending and listening, on every server there is.

import { expect, test } from 'vitest';
import { createCouchClient } from '../../src/sync/couchClient';
import type { CouchDeps } from '../../src/sync/couchRequest';
import { prepareDatabase } from '../../src/sync/prepareDatabase';
import { testConnection } from '../../src/sync/testConnection';
import { newName, onEveryCouch } from './onEveryCouch';

const SEGMENT = 'tablet0001:00000001:0123456789abcdef0123456789abcdef';

onEveryCouch((given) => {
  /** As a tablet would go there; addresses begin with the app's own origin. */
  const deps = (): CouchDeps => {
    const send = given.server.someone();
    return { fetch: (url, init) => send(url.replace('https://site.example', ''), init), now: Date.now };
  };
  const address = () => ({
    url: 'https://site.example',
    database: given.site.slice(1),
    user: given.user.name,
    password: given.user.password,
  });
  const trouble = (type: string) => ({ ok: false, error: expect.objectContaining({ type }) });

  test('a database is prepared, also twice, and then everything can be done in it', async () => {
    const database = (await given.newDatabase()).slice(1);
    const here = { ...address(), database };
    const member = { name: given.user.name, password: given.user.password };
    const preparation = { url: here.url, database, admin: given.server.admin, member };
    expect(await testConnection(here, deps())).toEqual(trouble('notAllowed'));
    expect(await prepareDatabase(preparation, deps())).toEqual({
      ok: true,
      value: { database: 'there', member: 'there' },
    });
    expect(await prepareDatabase(preparation, deps())).toMatchObject({ ok: true });
    expect(await testConnection(here, deps())).toMatchObject({
      ok: true,
      value: { isAdmin: false, owner: 'nobody', writing: 'likely' },
    });
    const site = { v: 1, check: newName() };
    expect(await testConnection(here, deps(), site)).toMatchObject({
      ok: true,
      value: { owner: 'thisSite', writing: 'proven' },
    });
    expect(await testConnection(here, deps(), { v: 1, check: 'another' })).toEqual(trouble('otherSite'));
  });

  test('what is wrong has a name', async () => {
    const test = (change: object) => testConnection({ ...address(), ...change }, deps());
    expect(await test({ password: 'wrong' })).toEqual(trouble('signInRefused'));
    expect(await test({ database: newName() })).toEqual(trouble('noSuchDatabase'));
  });

  test('a segment is stored once, however often it is sent', async () => {
    const client = createCouchClient(address(), deps());
    for (let turn = 0; turn < 2; turn += 1)
      expect(await client.put(SEGMENT, { v: 1 })).toEqual({ ok: true, value: 'stored' });
    expect(await client.get(SEGMENT)).toMatchObject({ ok: true, value: { _id: SEGMENT, v: 1 } });
    expect(await client.get('nothing')).toEqual({ ok: true, value: undefined });
  });

  test('who listens hears of what comes', async () => {
    const client = createCouchClient(address(), deps());
    const start = await client.changes({ since: '0', limit: 25, feed: 'normal' });
    if (!start.ok) throw new Error(start.error.type);
    const hearing = client.changes({ since: start.value.lastSeq, limit: 25, feed: 'longpoll' });
    await client.put(SEGMENT, { v: 1 });
    expect(await hearing).toMatchObject({
      ok: true,
      value: { rows: [{ id: SEGMENT, leaves: 1, document: { v: 1 } }] },
    });
  });
});
