// What can come back from an address instead of CouchDB's answer, and how long it is waited for.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask, type CouchRequest } from '../../../src/sync/couchRequest';
import { isPassing } from '../../../src/sync/couchTrouble';
import {
  type Answer,
  couchError,
  dripping,
  json,
  offline,
  scriptedFetch,
  silent,
  text,
} from '../../support/scriptedFetch';
import { MORNING, stillClock } from '../../support/stillClock';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const request: CouchRequest = { method: 'GET', url: '/couch/gate', credentials: 'include' };

function asking(answer: Answer, more: Partial<CouchRequest> = {}, isOnline?: boolean) {
  const { fetch, heard } = scriptedFetch({ 'GET /couch/gate': answer, 'PUT /couch/gate': answer });
  const deps = {
    fetch,
    now: stillClock().now,
    ...(isOnline === undefined ? {} : { isOnline: () => isOnline }),
  };
  return { heard, result: ask(deps, { ...request, ...more }) };
}

const refusalOf = async (answer: Answer, isOnline?: boolean) => {
  const result = await asking(answer, {}, isOnline).result;
  return result.ok ? undefined : result.error;
};

test('JSON from CouchDB is an answer, its errors too', async () => {
  expect(await asking(json(200, { ok: true })).result).toMatchObject({
    ok: true,
    value: { status: 200, body: { ok: true } },
  });
  expect(await asking(couchError(404, 'not_found')).result).toMatchObject({
    ok: true,
    value: { status: 404 },
  });
});

test.each([
  ['a web page', text(200, '<!doctype html><p>Welcome to our Wi-Fi')],
  ['a page that says "not found"', text(404, '<h1>Not found</h1>')],
  ['a redirect', json(302, { ok: true }, { location: '/login' })],
  ['nothing at all, and not as JSON', text(200, '')],
  ['JSON that is no object', json(200, ['a'])],
  ['errors of another program', json(404, { message: 'No route' })],
] satisfies [string, Answer][])('%s is not CouchDB', async (_, answer) => {
  expect(await refusalOf(answer)).toEqual({ type: 'notCouch' });
});

test.each([401, 403, 405])(
  'a %i that is not from CouchDB comes from something in front of it',
  async (status) => {
    expect(await refusalOf(text(status, '<h1>No</h1>'))).toEqual({ type: 'blockedByProxy' });
    expect(await refusalOf(json(status, { message: 'Forbidden' }))).toEqual({ type: 'blockedByProxy' });
  },
);

test.each([408, 429, 500, 502, 503, 504])('%i means later, whoever says it', async (status) => {
  expect(await refusalOf(text(status, '<h1>Bad gateway</h1>'))).toEqual({ type: 'busy' });
  expect(await refusalOf(couchError(status, 'timeout'))).toEqual({ type: 'busy' });
});

test.each([
  ['120', 120_000],
  ['0', 0],
  [new Date(MORNING + 90_000).toUTCString(), 90_000],
  [new Date(MORNING - 90_000).toUTCString(), 0],
  ['999999', 3_600_000],
])('Retry-After %s is %i ms', async (header, retryAfter) => {
  expect(await refusalOf(json(503, {}, { 'retry-after': header }))).toEqual({ type: 'busy', retryAfter });
});

test('413 is too large, also when the proxy says it and when the body breaks off', async () => {
  expect(await refusalOf(text(413, '<h1>Too large</h1>'))).toEqual({ type: 'tooLarge' });
  expect(await refusalOf(dripping(413).answer)).toEqual({ type: 'tooLarge' });
});

test('without an answer, the browser knows whether the tablet is offline', async () => {
  expect(await refusalOf(offline, false)).toEqual({ type: 'noNetwork' });
  expect(await refusalOf(offline, true)).toEqual({ type: 'unreachable' });
  expect(await refusalOf(offline)).toEqual({ type: 'unreachable' });
});

test('an answer counts, whatever the browser believes about the network', async () => {
  expect(await asking(json(200, { ok: true }), {}, false).result).toMatchObject({ ok: true });
});

test.each(['{"results":[{"seq":"1', '{', ''])(
  'an answer that ends with %o is half an answer',
  async (body) => {
    expect(await refusalOf(text(200, body, 'application/json'))).toEqual({ type: 'halfAnswer' });
  },
);

test('a connection that breaks in the middle of the body is half an answer', async () => {
  const drops = dripping();
  const { result } = asking(drops.answer);
  drops.drip('{"ok":');
  await vi.advanceTimersByTimeAsync(10);
  drops.breakOff();
  expect(await result).toEqual({ ok: false, error: { type: 'halfAnswer' } });
});

test('silence ends after 30 seconds, before the answer and in the middle of it', async () => {
  const drops = dripping();
  const first = asking(silent);
  const second = asking(drops.answer);
  drops.drip('{"ok":');
  let ended = 0;
  void first.result.then(() => ended++);
  void second.result.then(() => ended++);
  await vi.advanceTimersByTimeAsync(29_999);
  expect(ended).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(await first.result).toEqual({ ok: false, error: { type: 'timedOut' } });
  expect(await second.result).toEqual({ ok: false, error: { type: 'timedOut' } });
});

test('a slow answer is waited for as long as something comes', async () => {
  const drops = dripping();
  const { result } = asking(drops.answer);
  for (const piece of ['{"name":"Zo', 'ë","n":', '[1,2', ',3]', '}']) {
    await vi.advanceTimersByTimeAsync(25_000);
    drops.drip(piece);
  }
  drops.end();
  expect(await result).toMatchObject({ ok: true, value: { body: { name: 'Zoë', n: [1, 2, 3] } } });
});

test('a letter that comes in two pieces is one letter', async () => {
  const drops = dripping();
  const { result } = asking(drops.answer);
  const bytes = new TextEncoder().encode('{"name":"Zoë"}');
  const middle = bytes.indexOf(0xc3) + 1;
  for (const piece of [bytes.slice(0, middle), bytes.slice(middle)]) {
    drops.drip(piece);
    await vi.advanceTimersByTimeAsync(10);
  }
  drops.end();
  expect(await result).toMatchObject({ ok: true, value: { body: { name: 'Zoë' } } });
});

test('the beginning of an answer is a sign of life', async () => {
  const drops = dripping();
  let begin: ((response: Response) => void) | undefined;
  const answer = () =>
    new Promise<Response>((resolve) => {
      begin = resolve;
    });
  const { result } = asking(answer);
  await vi.advanceTimersByTimeAsync(25_000);
  begin?.(drops.answer());
  await vi.advanceTimersByTimeAsync(25_000);
  drops.drip('{"ok":true}');
  drops.end();
  expect(await result).toMatchObject({ ok: true });
});

test('a drip that never ends is given up after five minutes', async () => {
  const drops = dripping();
  const { result } = asking(drops.answer);
  for (let seconds = 0; seconds < 300; seconds += 20) {
    drops.drip('\n');
    await vi.advanceTimersByTimeAsync(20_000);
  }
  expect(await result).toEqual({ ok: false, error: { type: 'timedOut' } });
});

test('a large upload is given the time it needs on a poor network', async () => {
  const { result } = asking(silent, { method: 'PUT', body: { body: 'x'.repeat(1_600_000) } });
  let ended = false;
  void result.then(() => {
    ended = true;
  });
  await vi.advanceTimersByTimeAsync(129_999);
  expect(ended).toBe(false);
  await vi.advanceTimersByTimeAsync(10);
  expect(await result).toEqual({ ok: false, error: { type: 'timedOut' } });
});

test('whoever asked may stop waiting: before, while nothing comes, and in the middle', async () => {
  const stopped = { ok: false, error: { type: 'stopped' } };
  const early = asking(json(200, { ok: true }), { signal: AbortSignal.abort() });
  expect(await early.result).toEqual(stopped);
  expect(early.heard).toEqual([]);
  for (const answer of [silent, dripping().answer]) {
    const stop = new AbortController();
    const { result } = asking(answer, { signal: stop.signal });
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    expect(await result).toEqual(stopped);
  }
});

test('nothing is left ticking, and what was given up is let go', async () => {
  const { heard, result } = asking(silent);
  await vi.advanceTimersByTimeAsync(30_000);
  await result;
  await asking(json(200, { ok: true })).result;
  expect(vi.getTimerCount()).toBe(0);
  expect(heard[0]?.init.signal?.aborted).toBe(true);
});

test('nothing is taken from a cache, nothing redirected, and the cookie goes along', async () => {
  const { heard, result } = asking(json(200, {}));
  await result;
  expect(heard[0]?.init).toMatchObject({ cache: 'no-store', credentials: 'include', redirect: 'manual' });
});

test('what passes by itself is tried again; what needs a person is not', () => {
  expect(isPassing({ type: 'busy' })).toBe(true);
  expect(isPassing({ type: 'noNetwork' })).toBe(true);
  expect(isPassing({ type: 'signInRefused' })).toBe(false);
  expect(isPassing({ type: 'otherSite' })).toBe(false);
});
