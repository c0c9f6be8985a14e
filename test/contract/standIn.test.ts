// What only the stand-in can show: time that a test moves, all that is stored, and a server that goes away and comes back.

import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StandInClock } from '../couch/changesFeed';
import { couchFetch } from '../couch/couchFetch';
import { serveStandIn } from '../couch/serveStandIn';
import { createStandIn, type StandIn } from '../couch/standIn';
import { serveApp } from '../e2e/support/serveApp';
import { MORNING } from '../support/stillClock';
import { newCaller } from './caller';

const login = { name: 'tablet', password: 'a password' };

/** Time stands still until `pass` moves it, and what is due then happens. */
function handClock() {
  let time = MORNING;
  const due = new Set<{ at: number; run: () => void }>();
  return {
    now: () => time,
    later(ms: number, run: () => void) {
      const entry = { at: time + ms, run };
      due.add(entry);
      return () => due.delete(entry);
    },
    pass(seconds: number) {
      time += seconds * 1000;
      for (const entry of [...due]) if (entry.at <= time && due.delete(entry)) entry.run();
    },
    waiting: () => due.size,
  };
}

async function givenSite(clock?: StandInClock) {
  const standIn = createStandIn({ admins: { admin: 'secret of the admin' }, ...(clock && { clock }) });
  const someone = () => newCaller({ someone: () => couchFetch(standIn) });
  const admin = someone();
  await admin.signIn('admin', 'secret of the admin');
  await admin.put('/_users/org.couchdb.user:tablet', { type: 'user', ...login, roles: [] });
  await admin.put('/site');
  await admin.put('/site/_security', { members: { names: ['tablet'] } });
  const tablet = someone();
  await tablet.signIn(login.name, login.password);
  return { standIn, admin, tablet, someone };
}

describe('time', () => {
  test('a session ends after 600 seconds, and the Date of an answer is the server’s', async () => {
    const clock = handClock();
    const { standIn } = await givenSite(clock);
    const signedIn = await standIn.handle(
      new Request('http://couch.test/_session', { method: 'POST', body: new URLSearchParams(login) }),
    );
    expect(signedIn.headers.get('Date')).toBe('Sun, 22 Nov 2026 07:00:00 GMT');
    const Cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const ask = () => standIn.handle(new Request('http://couch.test/site/_changes', { headers: { Cookie } }));
    clock.pass(599);
    expect((await ask()).status).toBe(200);
    clock.pass(1);
    expect((await ask()).status).toBe(401);
  });

  test('who keeps asking is given a new session before the old one ends', async () => {
    const clock = handClock();
    const { tablet } = await givenSite(clock);
    expect((await tablet.get('/site/_changes')).headers.has('Set-Cookie')).toBe(false);
    for (const _minute of Array(30).keys()) {
      clock.pass(300);
      expect((await tablet.get('/site/_changes')).status).toBe(200);
    }
  });

  test('a locked account opens again after five minutes', async () => {
    const clock = handClock();
    const { someone } = await givenSite(clock);
    for (const _try of Array(5).keys()) await someone().signIn(login.name, 'wrong');
    expect((await someone().signIn(login.name, login.password)).status).toBe(403);
    clock.pass(300);
    expect((await someone().signIn(login.name, login.password)).status).toBe(200);
  });

  test('a longpoll ends when its time is up, and a minute later at the latest', async () => {
    const clock = handClock();
    const { tablet } = await givenSite(clock);
    for (const [timeout, seconds] of [
      [5_000, 5],
      [600_000, 60],
    ] as const) {
      const waiting = await tablet.begin(`/site/_changes?feed=longpoll&timeout=${timeout}`);
      clock.pass(seconds - 1);
      expect(clock.waiting()).toBe(1);
      clock.pass(1);
      expect(await waiting.json()).toMatchObject({ results: [], pending: 0 });
      expect(clock.waiting()).toBe(0);
    }
  });

  test('nothing waits for a tablet that has hung up, by its signal or in the middle of the answer', async () => {
    const clock = handClock();
    const { tablet } = await givenSite(clock);
    const hangUp = new AbortController();
    const path = '/site/_changes?feed=longpoll';
    const waiting = await tablet.begin(path, { signal: hangUp.signal });
    expect(clock.waiting()).toBe(1);
    hangUp.abort();
    expect(clock.waiting()).toBe(0);
    await expect(waiting.text()).rejects.toThrow();
    const cancelled = await tablet.begin(path);
    await cancelled.body?.cancel();
    expect(clock.waiting()).toBe(0);
  });
});

describe('what is stored', () => {
  test('every byte is every leaf of every document, names and rights, but no password', async () => {
    const { standIn, admin, tablet } = await givenSite();
    await tablet.put('/site/one', { body: 'shown or not' });
    const docs = [{ _id: 'one', _rev: `9-${'f'.repeat(32)}`, body: 'the other leaf' }];
    await admin.post('/site/_bulk_docs', { new_edits: false, docs });
    const bytes = standIn.everyByte();
    for (const stored of ['site', 'one', 'shown or not', 'the other leaf', 'org.couchdb.user:tablet'])
      expect(bytes).toContain(stored);
    for (const secret of [login.password, 'secret of the admin']) expect(bytes).not.toContain(secret);
  });

  test('a session of another server counts for nothing', async () => {
    const one = await givenSite();
    const other = await givenSite();
    const headers = (await one.tablet.signIn(login.name, login.password)).headers;
    const Cookie = headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const answer = await other.someone().get('/_session', { headers: { Cookie } });
    expect(answer.body).toMatchObject({ userCtx: { name: null } });
  });
});

async function listening(standIn: StandIn) {
  const server = createServer(serveStandIn(standIn)).listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { server, port, stop };
}

describe('the network', () => {
  test('nothing waits for a tablet that is cut off', async () => {
    const clock = handClock();
    const { standIn } = await givenSite(clock);
    const { port, stop } = await listening(standIn);
    const cut = new AbortController();
    await fetch(`http://localhost:${port}/site/_changes?feed=longpoll`, {
      headers: { Authorization: `Basic ${btoa(`${login.name}:${login.password}`)}` },
      signal: cut.signal,
    });
    expect(clock.waiting()).toBe(1);
    cut.abort();
    await expect.poll(() => clock.waiting()).toBe(0);
    await stop();
  });

  test('half a request writes nothing', async () => {
    const { standIn, admin } = await givenSite();
    const { server, port, stop } = await listening(standIn);
    const half = request({
      port,
      path: '/site/cut',
      method: 'PUT',
      auth: 'admin:secret of the admin',
      headers: { 'Content-Length': 13 },
    });
    half.on('error', () => {});
    half.write('{"v": 1');
    const [incoming] = await once(server, 'request');
    half.destroy();
    await new Promise((closed) => incoming.once('close', closed));
    expect((await admin.get('/site/cut')).status).toBe(404);
    await stop();
  });

  test('a stopped server hangs up on a longpoll at once, and is back with all it held', {
    timeout: 15_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-served-'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Served</title>');
    const server = await serveApp(folder);
    const address = `${server.url}/couch/site`;
    const headers = { Authorization: `Basic ${btoa('admin:admin')}` };
    await fetch(address, { method: 'PUT', headers });
    await fetch(`${address}/kept`, { method: 'PUT', headers, body: '{}' });
    const waiting = await fetch(`${address}/_changes?since=now&feed=longpoll`, { headers });
    await server.stop();
    await expect(waiting.text()).rejects.toThrow();
    await expect(fetch(address, { headers })).rejects.toThrow();
    await server.start();
    expect((await fetch(`${address}/kept`, { headers })).status).toBe(200);
    expect(server.couch.everyByte()).toContain('kept');
    // What is not the server's is the app's, which is a page.
    expect((await fetch(`${server.url}/elsewhere/`)).headers.get('Content-Type')).toContain('html');
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});
