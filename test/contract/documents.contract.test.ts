// Writing and reading documents: what CouchDB answers, in which words and with which status.

import { expect, test } from 'vitest';
import { newName, onEveryCouch, REV } from './onEveryCouch';

onEveryCouch((given) => {
  test('a first write is 201 with a revision; the same again is 409, identical or not', async () => {
    const written = await given.tablet.put(`${given.site}/a:00000001:00`, { v: 1, body: 'x' });
    expect(written).toMatchObject({
      status: 201,
      body: { ok: true, id: 'a:00000001:00', rev: expect.stringMatching(REV) },
    });
    const identical = await given.tablet.put(`${given.site}/a:00000001:00`, { v: 1, body: 'x' });
    expect(identical).toMatchObject({ status: 409, body: { error: 'conflict' } });
    expect((await given.tablet.put(`${given.site}/a:00000001:00`, { v: 1, body: 'y' })).status).toBe(409);
    expect((await given.tablet.get(`${given.site}/a:00000001:00`)).body).toEqual({
      _id: 'a:00000001:00',
      _rev: written.body.rev,
      v: 1,
      body: 'x',
    });
  });

  test('a document that is not there and a database that is not there are told apart', async () => {
    expect(await given.tablet.get(`${given.site}/absent`)).toMatchObject({
      status: 404,
      body: { error: 'not_found', reason: 'missing' },
    });
    expect(await given.tablet.get(`/${newName()}/absent`)).toMatchObject({
      status: 404,
      body: { error: 'not_found', reason: 'Database does not exist.' },
    });
    expect((await given.tablet.get(`/${newName()}/_changes`)).status).toBe(404);
    expect((await given.tablet.put(`/${newName()}/a`, {})).status).toBe(404);
  });

  test('many documents are answered by id, and one that is refused holds up no other', async () => {
    await given.tablet.put(`${given.site}/there`, { v: 1 });
    const docs = [{ _id: 'one' }, { _id: 'there', v: 1 }, { _id: 'gone', _deleted: true }, { _id: 'two' }];
    const answer = await given.tablet.post(`${given.site}/_bulk_docs`, { docs });
    expect(answer.status).toBe(201);
    const entries = answer.body as unknown as readonly { id: string }[];
    expect(Object.fromEntries(entries.map(({ id, ...entry }) => [id, entry]))).toMatchObject({
      one: { ok: true, rev: expect.stringMatching(REV) },
      there: { error: 'conflict', reason: expect.any(String) },
      gone: { error: 'forbidden', reason: 'delete' },
      two: { ok: true, rev: expect.stringMatching(REV) },
    });
  });

  test('a body over 8,000,000 bytes is 413, alone or among others, and nothing of it is kept', async () => {
    const body = 'x'.repeat(8_000_001);
    expect((await given.tablet.put(`${given.site}/large`, { body })).status).toBe(413);
    const docs = [{ _id: 'small' }, { _id: 'large', body }];
    expect((await given.tablet.post(`${given.site}/_bulk_docs`, { docs })).status).toBe(413);
    expect((await given.tablet.get(`${given.site}/large`)).status).toBe(404);
    expect((await given.tablet.put(`${given.site}/large`, { body: 'x'.repeat(7_900_000) })).status).toBe(201);
  });

  test('an id that begins with an underscore is 400 for a member and refused before that to a stranger', async () => {
    expect((await given.tablet.put(`${given.site}/_mine`, {})).status).toBe(400);
    expect((await given.nobody.put(`${given.site}/_mine`, {})).status).toBe(401);
  });

  test('what is not JSON is 400', async () => {
    const answer = await given.tablet.begin(`${given.site}/a`, { method: 'PUT', body: '{"v": 1' });
    expect(answer.status).toBe(400);
    await answer.body?.cancel();
  });
});
