// Runs the validation functions of a database's design documents, in a room of their own, as CouchDB does.

import { createContext, Script } from 'node:vm';
import type { User } from './accounts.ts';
import { CouchRefusal, forbidden, isJson, type Json, unauthorized } from './answer.ts';
import type { Database } from './database.ts';
import { type Revision, showDocument } from './revisions.ts';

/** May this user write this? Throws CouchDB's refusal. Design documents are for administrators and not validated. */
export function validateWrite(
  database: Database,
  user: User,
  draft: Revision,
  before: Revision | undefined,
): void {
  if (draft.id.startsWith('_design/')) {
    if (!user.roles.includes('_admin')) throw forbidden('You are not a db or server admin.');
    return;
  }
  for (const source of functionsOf(database)) {
    const given = [
      showDocument(draft, true),
      before ? showDocument(before, true) : null,
      { db: database.name, name: user.name, roles: user.roles },
      database.security,
    ];
    const refused = ask(source, JSON.stringify(given));
    if (!refused) continue;
    if (typeof refused.forbidden === 'string') throw forbidden(refused.forbidden);
    if (typeof refused.unauthorized === 'string') throw unauthorized(refused.unauthorized);
    throw new CouchRefusal(500, 'unknown_error', JSON.stringify(refused));
  }
}

function functionsOf(database: Database): string[] {
  return database
    .designs()
    .map(({ body }) => body.validate_doc_update)
    .filter((source) => typeof source === 'string');
}

const rooms = new Map<string, (given: string) => unknown>();

/** A function in a room of its own; only text goes in and out, so nothing of this process can be touched. */
function roomFor(source: string): (given: string) => unknown {
  const room = createContext({ given: '' });
  const script = new Script(
    `(() => { try { (${source}).apply(null, JSON.parse(given)); return ''; }
       catch (thrown) { return JSON.stringify(thrown instanceof Error ? { error: String(thrown) } : thrown); } })()`,
  );
  return (given) => {
    room.given = given;
    return script.runInContext(room, { timeout: 5_000 });
  };
}

/** What the function threw, if it did. */
function ask(source: string, given: string): Json | undefined {
  const room = rooms.get(source) ?? roomFor(source);
  rooms.set(source, room);
  const told = room(given);
  if (typeof told !== 'string' || told === '') return undefined;
  const thrown: unknown = JSON.parse(told);
  return isJson(thrown) ? thrown : { error: thrown };
}
