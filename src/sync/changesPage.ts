// A page of CouchDB's `_changes`, read at the door. One row that makes no sense, and nothing of the page is believed.

import { err, ok, type Result } from '../kernel/result';
import { type CouchAnswer, isRecord, troubleOf } from './couchAnswer';
import type { CouchTrouble } from './couchTrouble';

export interface ChangeRow {
  /** Opaque: only good for asking what came after. */
  readonly seq: string;
  readonly id: string;
  /** How many leaf revisions the document has; more than one is none that this app wrote. */
  readonly leaves: number;
  /** The winning leaf as CouchDB gave it, unread; undefined if it gave none, or an error in its place. */
  readonly document: unknown;
  readonly deleted: boolean;
}

export interface ChangesPage {
  readonly rows: readonly ChangeRow[];
  readonly lastSeq: string;
  /** How many are still to come, if CouchDB said. */
  readonly pending?: number;
}

export function readChangesPage(answer: CouchAnswer): Result<ChangesPage, CouchTrouble> {
  if (answer.status !== 200) return err(troubleOf(answer));
  const { results, last_seq, pending } = answer.body;
  const lastSeq = readSeq(last_seq);
  if (!Array.isArray(results) || lastSeq === undefined) return err({ type: 'notCouch' });
  const rows = results.map(readRow).filter((row) => row !== undefined);
  if (rows.length < results.length) return err({ type: 'notCouch' });
  return ok({ rows, lastSeq, ...(typeof pending === 'number' ? { pending } : {}) });
}

function readRow(row: unknown): ChangeRow | undefined {
  if (!isRecord(row)) return undefined;
  const seq = readSeq(row.seq);
  const { id, changes, doc, deleted } = row;
  if (seq === undefined || typeof id !== 'string' || !isLeaves(changes)) return undefined;
  const document = isRecord(doc) && doc._id === id ? doc : undefined;
  return { seq, id, leaves: changes.length, document, deleted: deleted === true };
}

/** Old servers count in numbers. */
const readSeq = (seq: unknown): string | undefined =>
  typeof seq === 'string' || typeof seq === 'number' ? String(seq) : undefined;

const isLeaves = (changes: unknown): changes is readonly unknown[] =>
  Array.isArray(changes) &&
  changes.length > 0 &&
  changes.every((change) => isRecord(change) && typeof change.rev === 'string');
