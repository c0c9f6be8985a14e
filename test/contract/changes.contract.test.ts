// The changes feed: opaque places, pages without a gap, and waiting for news.

import { expect, test } from 'vitest';
import { appendOnly } from '../../src/sync/appendOnly';
import { newCaller, rowsOf } from './caller';
import { onEveryCouch } from './onEveryCouch';

onEveryCouch((given) => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const fill = async () => {
    for (const id of ids) await given.tablet.put(`${given.site}/${id}`, { v: 1 });
  };

  test('every row has an opaque seq, and the rule itself is a row too', async () => {
    await fill();
    const answer = await given.tablet.get(`${given.site}/_changes?since=0`);
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
      const page = await given.tablet.get(
        `${given.site}/_changes?limit=3&since=${encodeURIComponent(since)}`,
      );
      expect(rowsOf(page).length).toBeLessThanOrEqual(3);
      read.push(...rowsOf(page).map(({ id }) => id));
      since = String(page.body.last_seq);
      pending = Number(page.body.pending);
    }
    expect(read.toSorted()).toEqual(['_design/append-only', ...ids]);
    const rest = await given.tablet.get(`${given.site}/_changes?since=${encodeURIComponent(since)}`);
    expect(rowsOf(rest)).toEqual([]);
  });

  test('the seq of a row is a place to go on from, too', async () => {
    await fill();
    const rows = rowsOf(await given.tablet.get(`${given.site}/_changes`));
    const seq = encodeURIComponent(rows[2]?.seq ?? '');
    const rest = rowsOf(await given.tablet.get(`${given.site}/_changes?since=${seq}`));
    expect(rest.map(({ id }) => id)).toEqual(expect.arrayContaining(rows.slice(3).map(({ id }) => id)));
  });

  test('documents come along when asked for', async () => {
    await given.tablet.put(`${given.site}/a`, { v: 1, body: 'x' });
    expect((await given.leavesOf('a'))?.doc).toMatchObject({ _id: 'a', v: 1, body: 'x' });
    expect(rowsOf(await given.tablet.get(`${given.site}/_changes`)).map((row) => 'doc' in row)).toEqual([
      false,
      false,
    ]);
  });

  test('since=now begins behind everything', async () => {
    await fill();
    const now = await given.tablet.get(`${given.site}/_changes?since=now`);
    expect(rowsOf(now)).toEqual([]);
    await given.tablet.put(`${given.site}/later`, {});
    const since = encodeURIComponent(String(now.body.last_seq));
    const after = rowsOf(await given.tablet.get(`${given.site}/_changes?since=${since}`));
    expect(after.map(({ id }) => id)).toEqual(['later']);
  });

  test('a seq of another database is no error: the feed begins again', async () => {
    const { last_seq } = (await given.tablet.get(`${await given.newSite(appendOnly)}/_changes`)).body;
    const answer = await given.tablet.get(
      `${given.site}/_changes?since=${encodeURIComponent(String(last_seq))}`,
    );
    expect(rowsOf(answer).map(({ id }) => id)).toEqual(['_design/append-only']);
  });

  test('a longpoll begins to answer at once, and ends when another tablet writes', async () => {
    const since = encodeURIComponent(
      String((await given.tablet.get(`${given.site}/_changes`)).body.last_seq),
    );
    const waiting = await given.tablet.begin(
      `${given.site}/_changes?feed=longpoll&include_docs=true&timeout=30000&since=${since}`,
    );
    expect(waiting.status).toBe(200);
    const other = newCaller(given.server);
    await other.signIn(given.user.name, given.user.password);
    await other.put(`${given.site}/news`, { v: 1 });
    const told = await waiting.json();
    expect(told.results).toMatchObject([{ id: 'news', doc: { v: 1 } }]);
    const rest = await given.tablet.get(`${given.site}/_changes?since=${encodeURIComponent(told.last_seq)}`);
    expect(rowsOf(rest)).toEqual([]);
  });

  test('a longpoll since now tells only what comes, and that it does tell', async () => {
    const waiting = await given.tablet.begin(`${given.site}/_changes?feed=longpoll&timeout=30000&since=now`);
    await given.tablet.put(`${given.site}/news`, { v: 1 });
    expect((await waiting.json()).results).toMatchObject([{ id: 'news' }]);
  });

  test('a longpoll with something to tell does not wait, and one with nothing ends by itself', async () => {
    const full = await given.tablet.get(`${given.site}/_changes?feed=longpoll&timeout=60000`);
    expect(rowsOf(full)).toHaveLength(1);
    const since = encodeURIComponent(String(full.body.last_seq));
    const empty = await given.tablet.get(`${given.site}/_changes?feed=longpoll&timeout=200&since=${since}`);
    expect(empty.body).toMatchObject({ results: [], last_seq: expect.stringMatching(/^\d+-/) });
  });

  test('a longpoll with a heartbeat sends line feeds while it waits', async () => {
    const hangUp = new AbortController();
    const since = encodeURIComponent(
      String((await given.tablet.get(`${given.site}/_changes`)).body.last_seq),
    );
    const waiting = await given.tablet.begin(
      `${given.site}/_changes?feed=longpoll&heartbeat=100&since=${since}`,
      {
        signal: hangUp.signal,
      },
    );
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
