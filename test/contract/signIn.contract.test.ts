// How a tablet signs in to CouchDB, and stays signed in.

import { expect, test } from 'vitest';
import type { Caller } from './caller';
import { newName, onEveryCouch } from './onEveryCouch';

/** null for nobody; a server with `require_valid_user` says so with 401. */
async function nameOf(caller: Caller): Promise<unknown> {
  const { status, body } = await caller.get('/_session');
  return status === 401 ? null : (body.userCtx as { name: unknown }).name;
}

onEveryCouch((given) => {
  test('it says that it is CouchDB, that it is up, and what time it is', async () => {
    const welcome = await given.tablet.get('/');
    expect(welcome.body).toMatchObject({ couchdb: 'Welcome', version: expect.stringMatching(/^3\./) });
    expect((await given.nobody.get('/_up')).body).toMatchObject({ status: 'ok' });
    const date = welcome.headers.get('Date') ?? '';
    expect(new Date(date).toUTCString()).toBe(date);
    expect(welcome.headers.get('Cache-Control')).toBe('must-revalidate');
  });

  test('a session lives in a cookie that scripts cannot read, for 600 seconds', async () => {
    const login = await given.nobody.signIn(given.user.name, given.user.password);
    expect(login.body).toMatchObject({ ok: true, name: given.user.name, roles: [] });
    const cookie = login.headers.get('Set-Cookie');
    expect(cookie).toMatch(/^AuthSession=[\w-]+;/);
    expect(cookie).toMatch(/; *HttpOnly/i);
    expect(cookie).toMatch(/; *Path=\//i);
    expect(cookie).toMatch(/; *Max-Age=600/i);
    expect(await nameOf(given.nobody)).toBe(given.user.name);
  });

  test('who signs out, or never signed in, is nobody', async () => {
    expect(await nameOf(given.nobody)).toBeNull();
    expect((await given.tablet.delete('/_session')).status).toBe(200);
    expect(await nameOf(given.tablet)).toBeNull();
    expect((await given.tablet.get(`${given.site}/_changes`)).status).toBe(401);
  });

  test('a wrong password is 401 and gives no session', async () => {
    expect(await given.nobody.signIn(newName(), 'wrong')).toMatchObject({
      status: 401,
      body: { error: 'unauthorized', reason: 'Name or password is incorrect.' },
    });
    expect(await nameOf(given.nobody)).toBeNull();
  });

  test('from the sixth wrong password on it is 403, for the right password too', async () => {
    const locked = newName();
    await given.newUser(locked, 'right password');
    const statuses: number[] = [];
    for (const _try of [1, 2, 3, 4, 5, 6]) statuses.push((await given.nobody.signIn(locked, 'wrong')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 403]);
    expect(await given.nobody.signIn(locked, 'right password')).toMatchObject({
      status: 403,
      body: { error: 'forbidden' },
    });
  });

  test('Basic works for a single call and leaves no session', async () => {
    const basic = (password: string) => ({
      headers: { Authorization: `Basic ${btoa(`${given.user.name}:${password}`)}` },
    });
    const known = await given.nobody.get('/_session', basic(given.user.password));
    expect(known.body).toMatchObject({ userCtx: { name: given.user.name } });
    expect(await nameOf(given.nobody)).toBeNull();
    expect((await given.nobody.get('/_session', basic('wrong'))).status).toBe(401);
  });
});
