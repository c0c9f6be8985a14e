// One database of the stand-in: documents with their leaves, in the order of their last change.

import { createHash } from 'node:crypto';
import { badRequest, conflict, type Json, notFound } from './answer.ts';
import { nextRevision, type Revision, revOf, winnerOf } from './revisions.ts';

export interface Security {
  readonly admins?: { readonly names?: readonly string[]; readonly roles?: readonly string[] };
  readonly members?: { readonly names?: readonly string[]; readonly roles?: readonly string[] };
}

export interface Change {
  readonly seq: string;
  readonly leaves: readonly Revision[];
}

/** Refuses a write by throwing; `before` is the leaf it would replace. */
export type Validate = (draft: Revision, before: Revision | undefined) => void;

export interface Database {
  readonly name: string;
  security: Security;
  leaves(id: string): readonly Revision[];
  /** The leaf that is shown. Refuses what is not there (any more). */
  read(id: string): Revision;
  /** An ordinary write: refused when the document is there and the draft does not continue one of its leaves. */
  write(draft: Revision, validate: Validate): Revision;
  /** A write with `new_edits: false`: the draft brings its own revision, and may become a further leaf. */
  graft(draft: Revision, validate: Validate): void;
  /** The design documents that are in force. */
  designs(): readonly Revision[];
  /** What changed after a `seq`, and the `seq` it leads to. */
  changes(since: string, limit: number): { rows: readonly Change[]; lastSeq: string; pending: number };
  /** Calls back when something was written, or the database removed, until the returned function is called. */
  watch(listener: () => void): () => void;
  /** Calls back everyone who watches, once what is being done is done. */
  wake(): void;
  /** The `_local` documents: in no feed, and without a line. */
  readonly notes: Map<string, Json>;
  /** Every document with every leaf. */
  everything(): Json;
}

export function createDatabase(name: string, born: number): Database {
  const uuid = createHash('md5').update(`${name} ${born}`).digest('base64url');
  const documents = new Map<string, { seq: number; leaves: readonly Revision[] }>();
  // A document that changed again leaves its older line behind, to be skipped.
  const log: string[] = [];
  const designs = new Map<string, Revision>();
  const listeners = new Set<() => void>();
  const notes = new Map<string, Json>();

  // The number in front is for people: like CouchDB, only what follows is read.
  const showSeq = (at: number) =>
    `${at}-g1AAAA${Buffer.from(JSON.stringify([uuid, at])).toString('base64url')}`;
  const readSeq = (seq: string): number => {
    if (seq === '0' || seq === '') return 0;
    if (seq === 'now') return log.length;
    const [, opaque] = /^\d+-g1AAAA([\w-]+)$/.exec(seq) ?? [];
    try {
      const [whose, at] = JSON.parse(Buffer.from(opaque ?? '', 'base64url').toString());
      // From another database, such as the one that had this name before: start again.
      return whose === uuid ? Number(at) : 0;
    } catch {
      throw badRequest("Malformed sequence supplied in 'since' parameter.");
    }
  };
  let waking = false;
  // Many documents written in one go wake a listener once.
  const wake = () => {
    if (waking) return;
    waking = true;
    queueMicrotask(() => {
      waking = false;
      for (const listener of [...listeners]) listener();
    });
  };
  const leavesOf = (id: string) => documents.get(id)?.leaves ?? [];
  const store = (id: string, leaves: readonly Revision[]) => {
    log.push(id);
    documents.set(id, { seq: log.length, leaves });
    if (id.startsWith('_design/')) designs.set(id, winnerOf(leaves));
    wake();
  };

  return {
    name,
    security: { admins: { roles: ['_admin'] }, members: { roles: ['_admin'] } },
    leaves: leavesOf,
    read(id) {
      const leaves = leavesOf(id);
      if (leaves.length === 0) throw notFound('missing');
      const winner = winnerOf(leaves);
      if (winner.deleted) throw notFound('deleted');
      return winner;
    },
    write(draft, validate) {
      const leaves = leavesOf(draft.id);
      const continued = draft.start > 0 ? leaves.find((leaf) => revOf(leaf) === revOf(draft)) : undefined;
      const buried = draft.start === 0 && leaves.every(({ deleted }) => deleted);
      if (!continued && !buried) throw conflict();
      validate(draft, continued);
      const before = continued ?? (leaves.length > 0 ? winnerOf(leaves) : undefined);
      const written = nextRevision(draft, before);
      store(draft.id, [...leaves.filter((leaf) => leaf !== before), written]);
      return written;
    },
    graft(draft, validate) {
      if (draft.start === 0)
        throw badRequest('When `new_edits: false`, the document needs `_rev` or `_revisions`');
      const leaves = leavesOf(draft.id);
      const [newest = ''] = draft.ids;
      if (leaves.some(({ start, ids }) => ids[start - draft.start] === newest)) return;
      const continued = leaves.find((leaf) => draft.ids[draft.start - leaf.start] === leaf.ids[0]);
      validate(draft, continued);
      store(draft.id, [...leaves.filter((leaf) => leaf !== continued), draft]);
    },
    designs: () => [...designs.values()].filter(({ deleted }) => !deleted),
    changes(since, limit) {
      const rows: Change[] = [];
      let at = readSeq(since);
      const current = (place: number) => documents.get(log[place] ?? '')?.seq === place + 1;
      for (; at < log.length && rows.length < limit; at += 1)
        if (current(at)) rows.push({ seq: showSeq(at + 1), leaves: leavesOf(log[at] ?? '') });
      let pending = 0;
      for (let place = at; place < log.length; place += 1) if (current(place)) pending += 1;
      return { rows, lastSeq: showSeq(at), pending };
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake,
    notes,
    everything: () =>
      Object.fromEntries([...notes, ...[...documents].map(([id, { leaves }]) => [id, leaves] as const)]),
  };
}
