// What PouchDB asks of a CouchDB when the benches let it replicate: the app itself asks none of this.

import { expect, test } from 'vitest';
import { forged, newName, onEveryCouch } from './onEveryCouch';

onEveryCouch((given) => {
  test('a local note is counted from write to write, and is in no feed', async () => {
    const path = `${given.site}/_local/far`;
    expect(await given.tablet.get(path)).toMatchObject({ status: 404, body: { error: 'not_found' } });
    const first = await given.tablet.put(path, { since: 'a' });
    expect(first).toMatchObject({ status: 201, body: { ok: true, id: '_local/far', rev: '0-1' } });
    const second = await given.tablet.put(path, { _rev: '0-1', since: 'b' });
    expect(second).toMatchObject({ status: 201, body: { rev: '0-2' } });
    expect((await given.tablet.get(path)).body).toEqual({ _id: '_local/far', _rev: '0-2', since: 'b' });
    expect(await given.leavesOf('_local/far')).toBeUndefined();
    expect((await given.nobody.get(path)).status).toBe(401);
  });

  test('of many revisions those are named that are not there', async () => {
    const written = await given.tablet.put(`${given.site}/there`, { v: 1 });
    const asked = { there: [written.body.rev, forged(1, 'a')], absent: [forged(1, 'b')] };
    const answer = await given.tablet.post(`${given.site}/_revs_diff`, asked);
    expect(answer).toMatchObject({
      status: 200,
      body: { there: { missing: [forged(1, 'a')] }, absent: { missing: [forged(1, 'b')] } },
    });
    const known = await given.tablet.post(`${given.site}/_revs_diff`, { there: [written.body.rev] });
    expect(known.body).toEqual({});
  });

  test('many documents are read at once, each in the revision asked for, with its line', async () => {
    const written = await given.tablet.put(`${given.site}/there`, { v: 1 });
    const rev = String(written.body.rev);
    const docs = [
      { id: 'there', rev },
      { id: 'absent', rev: forged(1, 'b') },
    ];
    const answer = await given.tablet.post(`${given.site}/_bulk_get?revs=true&latest=true`, { docs });
    const line = { start: 1, ids: [rev.slice(2)] };
    expect(answer.status).toBe(200);
    expect(answer.body.results).toMatchObject([
      { id: 'there', docs: [{ ok: { _id: 'there', _rev: rev, v: 1, _revisions: line } }] },
      { id: 'absent', docs: [{ error: { id: 'absent', error: 'not_found' } }] },
    ]);
  });

  test('a copy brings its own revisions into a database without the rule', async () => {
    const path = await given.newSite();
    const docs = [{ _id: 'one', _rev: forged(1, 'c'), _revisions: { start: 1, ids: ['c'.repeat(32)] } }];
    expect((await given.tablet.post(`${path}/_bulk_docs`, { docs, new_edits: false })).status).toBe(201);
    expect((await given.tablet.get(`${path}/one`)).body).toEqual({ _id: 'one', _rev: forged(1, 'c') });
    expect((await given.tablet.get(`/${newName()}/_local/far`)).status).toBe(404);
  });
});
