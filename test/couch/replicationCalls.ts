// What another database asks when it replicates with this one: which revisions are missing, many documents with their
// lines, and a note of how far it has come that stays out of the feed. The app asks none of it; PouchDB in the benches does.

import { answer, badRequest, CouchRefusal, isJson, type Json, notFound, readJson } from './answer.ts';
import type { Database } from './database.ts';
import { revOf, showDocument } from './revisions.ts';

/** Answers one of these calls, or nothing when it is none of them. `path` is what follows the database's name. */
export function answerReplication(
  request: Request,
  database: Database,
  [first = '', second = '']: readonly string[],
): Promise<Response> | undefined {
  if (first === '_local') return answerNote(request, database, `_local/${second}`);
  const call = `${request.method} ${first}`;
  if (call === 'POST _revs_diff') return answerMissing(request, database);
  if (call === 'POST _bulk_get') return answerWithLines(request, database);
  return undefined;
}

/** Its revision only counts the writes, and nobody is refused for having read an older one. */
async function answerNote(request: Request, { notes }: Database, id: string): Promise<Response> {
  if (request.method === 'GET') {
    const note = notes.get(id);
    if (!note) throw notFound('missing');
    return answer(200, note);
  }
  if (request.method !== 'PUT') throw new CouchRefusal(405, 'method_not_allowed', 'Only GET,PUT allowed');
  const told = await readJson(request);
  if (!isJson(told)) throw badRequest('Document must be a JSON object');
  const [, writes = '0'] = /^0-(\d+)$/.exec(String(told._rev)) ?? [];
  const rev = `0-${Number(writes) + 1}`;
  notes.set(id, { ...told, _id: id, _rev: rev });
  return answer(201, { ok: true, id, rev });
}

async function answerMissing(request: Request, database: Database): Promise<Response> {
  const told = await readJson(request);
  if (!isJson(told)) throw badRequest('Request body must be a JSON object');
  const missing = Object.entries(told).flatMap(([id, revs]) => {
    const known = new Set(
      database.leaves(id).flatMap(({ start, ids }) => ids.map((name, at) => `${start - at}-${name}`)),
    );
    const unknown = Array.isArray(revs) ? revs.filter((rev) => !known.has(String(rev))) : [];
    return unknown.length > 0 ? [[id, { missing: unknown }]] : [];
  });
  return answer(200, Object.fromEntries(missing));
}

async function answerWithLines(request: Request, database: Database): Promise<Response> {
  const told = await readJson(request);
  if (!isJson(told) || !Array.isArray(told.docs)) throw badRequest('Missing JSON list of `docs`.');
  const withLine = new URL(request.url).searchParams.get('revs') === 'true';
  const results = told.docs.filter(isJson).map(({ id, rev }: Json) => {
    const leaf = database.leaves(String(id)).find((one) => revOf(one) === rev);
    const refusal = { id, rev, error: 'not_found', reason: 'missing' };
    return { id, docs: [leaf ? { ok: showDocument(leaf, withLine) } : { error: refusal }] };
  });
  return answer(200, { results });
}
