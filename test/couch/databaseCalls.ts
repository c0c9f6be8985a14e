// The calls inside one database: documents, many documents, the changes feed and who may enter.

import { randomUUID } from 'node:crypto';
import { requireDatabaseAdmin, type User, withHashedPassword } from './accounts.ts';
import { answer, badRequest, CouchRefusal, isJson, readJson } from './answer.ts';
import { answerChanges } from './changesFeed.ts';
import type { Database, Validate } from './database.ts';
import { answerReplication } from './replicationCalls.ts';
import { type Revision, readDocument, revOf, showDocument } from './revisions.ts';
import type { Server } from './standIn.ts';
import { validateWrite } from './validation.ts';

/** Answers a call of someone who may enter this database. `path` is what follows its name. */
export async function answerDatabase(
  { clock, maxDocumentSize }: Server,
  request: Request,
  database: Database,
  path: readonly string[],
  user: User,
): Promise<Response> {
  const call = `${request.method} ${path[0]}`;
  const validate: Validate = (draft, before) => validateWrite(database, user, draft, before);
  const read = (json: unknown, id: string) => {
    const draft = readDocument(json, id, maxDocumentSize);
    return database.name === '_users' && !id.startsWith('_design/') ? withHashedPassword(draft) : draft;
  };
  if (call === 'GET _changes' || call === 'POST _changes') return answerChanges(request, database, clock);
  if (call === 'POST _bulk_docs') return answerMany(await readJson(request), database, validate, read);
  if (call === 'GET _security') return answer(200, database.security);
  if (call === 'PUT _security') {
    requireDatabaseAdmin(user, database.security);
    const security = await readJson(request);
    if (!isJson(security)) throw badRequest('Request body must be a JSON object');
    database.security = security;
    return answer(200, { ok: true });
  }
  return (
    answerReplication(request, database, path) ?? answerOne(request, path.join('/'), database, validate, read)
  );
}

type Read = (json: unknown, id: string) => Revision;

async function answerOne(
  request: Request,
  id: string,
  database: Database,
  validate: Validate,
  read: Read,
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const rev = query.get('rev') ?? request.headers.get('If-Match');
  if (request.method === 'GET') return answer(200, showDocument(database.read(id)));
  if (request.method !== 'PUT' && request.method !== 'DELETE')
    throw new CouchRefusal(405, 'method_not_allowed', 'Only DELETE,GET,HEAD,POST,PUT,COPY allowed');
  const told = request.method === 'DELETE' ? { _deleted: true } : await readJson(request);
  const draft = read(isJson(told) && rev !== null ? { ...told, _rev: rev } : told, id);
  const newEdits = query.get('new_edits') !== 'false';
  if (!newEdits) database.graft(draft, validate);
  const written = newEdits ? database.write(draft, validate) : draft;
  return answer(request.method === 'PUT' ? 201 : 200, { ok: true, id, rev: revOf(written) });
}

/** Each document for itself: one that is refused holds up none of the others. */
function answerMany(told: unknown, database: Database, validate: Validate, read: Read): Response {
  if (!isJson(told) || !Array.isArray(told.docs))
    throw badRequest('POST body must include `docs` parameter.');
  const drafts = told.docs.map((doc: unknown) =>
    read(doc, isJson(doc) && doc._id !== undefined ? String(doc._id) : randomUUID().replaceAll('-', '')),
  );
  if (told.new_edits !== false)
    return answer(
      201,
      drafts.map((draft) =>
        tryWrite(draft, () => {
          const written = database.write(draft, validate);
          return { ok: true, id: draft.id, rev: revOf(written) };
        }),
      ),
    );
  // With `new_edits: false` only what was refused is answered.
  const refused = drafts.map((draft) => tryWrite(draft, () => database.graft(draft, validate)));
  return answer(
    201,
    refused.filter((entry) => entry !== undefined),
  );
}

function tryWrite<Entry>(draft: Revision, write: () => Entry) {
  try {
    return write();
  } catch (thrown) {
    if (!(thrown instanceof CouchRefusal)) throw thrown;
    const rev = draft.start > 0 ? { rev: revOf(draft) } : {};
    return { id: draft.id, ...rev, error: thrown.error, reason: thrown.reason };
  }
}
