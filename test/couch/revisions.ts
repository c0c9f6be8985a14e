// Documents and their revisions as CouchDB keeps them: a document may have several leaves, one of which is shown.

import { createHash } from 'node:crypto';
import { badRequest, CouchRefusal, isJson, type Json } from './answer.ts';

/** One leaf with the ids of its line, newest first; `start` is the number of the newest, 0 before the first write. */
export interface Revision {
  readonly id: string;
  readonly start: number;
  readonly ids: readonly string[];
  readonly deleted: boolean;
  readonly body: Json;
}

const REV = /^([1-9]\d*)-([0-9a-f]{32})$/;
const SPECIAL = new Set(['_id', '_rev', '_revisions', '_deleted', '_attachments']);

export const revOf = ({ start, ids }: Revision): string => `${start}-${ids[0]}`;

/** Reads a document someone sends, with CouchDB's refusals for ids, fields and size (of the fields, in bytes). */
export function readDocument(json: unknown, id: string, maxBytes: number): Revision {
  if (!isJson(json)) throw badRequest('Document must be a JSON object');
  if (id === '') throw new CouchRefusal(400, 'illegal_docid', 'Document id must not be empty');
  if (id.startsWith('_') && !id.startsWith('_design/'))
    throw new CouchRefusal(400, 'illegal_docid', 'Only reserved document ids may start with underscore.');
  const unknown = Object.keys(json).find((name) => name.startsWith('_') && !SPECIAL.has(name));
  if (unknown !== undefined)
    throw new CouchRefusal(400, 'doc_validation', `Bad special document member: ${unknown}`);
  const { _id, _rev, _revisions, _deleted, ...body } = json;
  if (Buffer.byteLength(JSON.stringify(body)) > maxBytes)
    throw new CouchRefusal(413, 'document_too_large', id);
  return { id, ...lineOf(_rev, _revisions), deleted: _deleted === true, body };
}

function lineOf(rev: unknown, revisions: unknown): { start: number; ids: readonly string[] } {
  if (isJson(revisions) && typeof revisions.start === 'number' && Array.isArray(revisions.ids))
    return { start: revisions.start, ids: revisions.ids.map(String) };
  if (rev === undefined) return { start: 0, ids: [] };
  const [, start, hash] = REV.exec(String(rev)) ?? [];
  if (hash === undefined) throw badRequest('Invalid rev format');
  return { start: Number(start), ids: [hash] };
}

/** The document as it is shown; `line` adds `_revisions`, as the validation function sees it. */
export function showDocument(revision: Revision, line = false): Json {
  const { id, start, ids, deleted, body } = revision;
  return {
    _id: id,
    ...(start > 0 && { _rev: revOf(revision) }),
    ...(deleted && { _deleted: true }),
    ...body,
    ...(line && start > 0 && { _revisions: { start, ids } }),
  };
}

/** What becomes of a draft written over `before`. The name follows from the content, as CouchDB's does. */
export function nextRevision(draft: Revision, before: Revision | undefined): Revision {
  const told = JSON.stringify([draft.deleted, before?.start ?? 0, before?.ids[0] ?? '', draft.body]);
  const hash = createHash('md5').update(told).digest('hex');
  return { ...draft, start: (before?.start ?? 0) + 1, ids: [hash, ...(before?.ids ?? [])] };
}

/** The leaf that is shown comes first: one that is not deleted, then the longest line, then the highest name. */
export const inOrder = (leaves: readonly Revision[]): readonly Revision[] =>
  leaves.toSorted(
    (a, b) =>
      Number(a.deleted) - Number(b.deleted) ||
      b.start - a.start ||
      ((b.ids[0] ?? '') > (a.ids[0] ?? '') ? 1 : -1),
  );

/** The leaf that is shown. */
export function winnerOf(leaves: readonly Revision[]): Revision {
  const [first] = inOrder(leaves);
  if (!first) throw new Error('A document without a leaf.');
  return first;
}
