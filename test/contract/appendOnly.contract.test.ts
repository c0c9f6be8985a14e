// What a member cannot do to what has been sent: the validation function of `src/sync/appendOnly.ts`, attacked.

import { beforeEach, expect, test } from 'vitest';
import { rowsOf } from './caller';
import { forged, onEveryCouch, REV } from './onEveryCouch';

onEveryCouch((given) => {
  beforeEach(async () => {
    expect((await given.tablet.put(`${given.site}/a`, { v: 1, body: 'true' })).status).toBe(201);
  });
  const untouched = async () => {
    expect(await given.leavesOf('a')).toMatchObject({
      changes: [{ rev: expect.stringMatching(REV) }],
      doc: { body: 'true' },
    });
  };

  test('a member cannot change a document', async () => {
    const { body } = await given.tablet.get(`${given.site}/a`);
    const changed = await given.tablet.put(`${given.site}/a`, { ...body, body: 'false' });
    expect(changed).toMatchObject({ status: 403, body: { error: 'forbidden', reason: 'update' } });
    await untouched();
  });

  test('a member cannot delete a document, nor write one that begins deleted', async () => {
    const { body } = await given.tablet.get(`${given.site}/a`);
    expect((await given.tablet.delete(`${given.site}/a?rev=${body._rev}`)).status).toBe(403);
    expect((await given.tablet.put(`${given.site}/b`, { _deleted: true })).status).toBe(403);
    await untouched();
    expect(await given.leavesOf('b')).toBeUndefined();
  });

  test('a member cannot hang a file on a document', async () => {
    const _attachments = { file: { content_type: 'text/plain', data: btoa('x') } };
    const refused = await given.tablet.put(`${given.site}/b`, { _attachments });
    expect(refused).toMatchObject({ status: 403, body: { reason: 'attachments' } });
    expect((await given.tablet.get(`${given.site}/b`)).status).toBe(404);
  });

  test('a member cannot slip a sibling revision past it with new_edits=false', async () => {
    const sibling = { _id: 'a', _rev: forged(9, 'f'), v: 1, body: 'forged' };
    await given.tablet.post(`${given.site}/_bulk_docs`, { new_edits: false, docs: [sibling] });
    await given.tablet.put(`${given.site}/a?new_edits=false`, sibling);
    const line = { start: 2, ids: ['f'.repeat(32), 'e'.repeat(32)] };
    await given.tablet.post(`${given.site}/_bulk_docs`, {
      new_edits: false,
      docs: [{ _id: 'a', _rev: forged(2, 'f'), _revisions: line, body: 'forged' }],
    });
    const { body } = await given.tablet.get(`${given.site}/a`);
    const child = { start: 2, ids: ['f'.repeat(32), String(body._rev).slice(2)] };
    await given.tablet.post(`${given.site}/_bulk_docs`, {
      new_edits: false,
      docs: [{ _id: 'a', _rev: forged(2, 'f'), _revisions: child, body: 'forged' }],
    });
    await untouched();
  });

  test('nor a document that was never there', async () => {
    await given.tablet.post(`${given.site}/_bulk_docs`, {
      new_edits: false,
      docs: [{ _id: 'b', _rev: forged(1, 'f'), body: 'forged' }],
    });
    await given.tablet.put(`${given.site}/b?new_edits=false`, { _rev: forged(1, 'f') });
    expect(await given.leavesOf('b')).toBeUndefined();
  });

  test('without the rule that attack works, and style=all_docs shows both leaves', async () => {
    given.site = await given.newSite();
    expect((await given.tablet.put(`${given.site}/a`, { v: 1, body: 'true' })).status).toBe(201);
    const sibling = { _id: 'a', _rev: forged(1, 'f'), body: 'forged' };
    await given.tablet.post(`${given.site}/_bulk_docs`, { new_edits: false, docs: [sibling] });
    const first = String((await given.leavesOf('a'))?.changes[1]?.rev);
    expect(await given.leavesOf('a')).toMatchObject({
      changes: [{ rev: forged(1, 'f') }, { rev: expect.stringMatching(REV) }],
      // Of lines of one length the highest name is shown.
      doc: { body: 'forged' },
    });
    const shortly = rowsOf(await given.tablet.get(`${given.site}/_changes`)).find(({ id }) => id === 'a');
    expect(shortly?.changes).toEqual([{ rev: forged(1, 'f') }]);
    // The longer line is shown, whatever its name.
    const longer = { start: 2, ids: ['0'.repeat(32), first.slice(2)] };
    const docs = [{ _id: 'a', _rev: forged(2, '0'), _revisions: longer, body: 'longer' }];
    await given.tablet.post(`${given.site}/_bulk_docs`, { new_edits: false, docs });
    expect(await given.leavesOf('a')).toMatchObject({
      changes: [{ rev: forged(2, '0') }, { rev: forged(1, 'f') }],
      doc: { body: 'longer' },
    });
  });

  test('an administrator may write what a backup holds', async () => {
    const restored = { _id: 'b', _rev: forged(1, 'f'), body: 'restored' };
    await given.admin.post(`${given.site}/_bulk_docs`, { new_edits: false, docs: [restored] });
    expect(await given.leavesOf('b')).toMatchObject({ changes: [{ rev: forged(1, 'f') }] });
  });

  test('the rule of a database is asked for administrators too, and told who they are', async () => {
    const site = await given.newSite(
      "function (doc, old, user) { throw { forbidden: user.name + ' ' + user.roles.join() }; }",
    );
    expect(await given.admin.put(`${site}/b`, {})).toMatchObject({
      status: 403,
      body: { reason: `${given.server.admin.name} _admin` },
    });
    expect(await given.tablet.put(`${site}/b`, {})).toMatchObject({
      body: { reason: `${given.user.name} ` },
    });
  });
});
