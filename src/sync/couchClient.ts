// The few calls this app makes to a CouchDB, and what each answer means. Everything expected comes back as a value, every
// call signs in by itself, and none waits for ever.

import { err, ok, type Result } from '../kernel/result';
import { type ChangesPage, readChangesPage } from './changesPage';
import type { CouchAddress } from './couchAddress';
import { troubleOf } from './couchAnswer';
import type { CouchDeps } from './couchRequest';
import { type CouchSession, createCouchSession } from './couchSession';
import type { CouchTrouble } from './couchTrouble';

export interface ChangesQuestion {
  /** A `seq` of an earlier answer, or `0` for all. */
  readonly since: string;
  readonly limit: number;
  /** `longpoll` answers when there is something new, or after 25 s with nothing. */
  readonly feed: 'normal' | 'longpoll';
}

export type CouchDocument = Readonly<Record<string, unknown>>;

export interface CouchClient extends Pick<CouchSession, 'signIn' | 'whoAmI' | 'serverClock'> {
  /**
   * `stored`: it is there, now or already (CouchDB refuses a second write even of the same bytes, so this holds only for
   * ids that name their content). `accepted`: a minority of the cluster has it; keep it and send it again.
   */
  put(id: string, document: CouchDocument): Promise<Result<'stored' | 'accepted', CouchTrouble>>;
  /** The document as CouchDB gives it, unread; undefined if there is none. */
  get(id: string): Promise<Result<CouchDocument | undefined, CouchTrouble>>;
  /** With the documents and the count of leaves. `signal` ends the waiting: `stopped`. */
  changes(question: ChangesQuestion, signal?: AbortSignal): Promise<Result<ChangesPage, CouchTrouble>>;
  /**
   * Sends a write that CouchDB refuses for its form (a field with a leading underscore), after it has looked whether this
   * user may come in. Leaves nothing behind. It does not reach the database's validation functions: one that is not ours
   * may still refuse what this lets hope for.
   */
  knockWithWrite(): Promise<Result<undefined, CouchTrouble>>;
}

/** CouchDB's own limit is 60 s, and so is that of many proxies; a dead connection should be noticed sooner. */
const LONGPOLL_MS = 25_000;
const LONGPOLL_SILENCE_MS = LONGPOLL_MS + 20_000;
const KNOCK = { id: 'knock', document: { _knock: true } };

export function createCouchClient(address: CouchAddress, deps: CouchDeps): CouchClient {
  const { signIn, whoAmI, serverClock, call } = createCouchSession(address, deps);
  const databaseUrl = `${address.url}/${encodeURIComponent(address.database)}`;
  const documentUrl = (id: string) => `${databaseUrl}/${encodeId(id)}`;

  return {
    signIn,
    whoAmI,
    serverClock,
    put: (id, document) =>
      call({ method: 'PUT', url: documentUrl(id), body: document }, (answer) => {
        const { status, body } = answer;
        // Believed only if it names the document: whatever else says "created" has not stored it.
        const isStored = body.ok === true && body.id === id;
        if (status === 201 && isStored) return ok('stored');
        if (status === 202 && isStored) return ok('accepted');
        if (status === 409 && body.error === 'conflict') return ok('stored');
        return err(troubleOf(answer));
      }),
    get: (id) =>
      call({ method: 'GET', url: documentUrl(id) }, (answer) => {
        const { status, body } = answer;
        if (status === 200 && body._id === id) return ok(body);
        // A database that is missing is "not found" too, for another reason.
        if (status === 404 && (body.reason === 'missing' || body.reason === 'deleted')) return ok(undefined);
        return err(troubleOf(answer));
      }),
    changes: ({ since, limit, feed }, signal) => {
      const wait = feed === 'longpoll' ? `&timeout=${LONGPOLL_MS}` : '';
      const query = `since=${encodeURIComponent(since)}&limit=${limit}&feed=${feed}${wait}&include_docs=true&style=all_docs`;
      const url = `${databaseUrl}/_changes?${query}`;
      const silence = feed === 'longpoll' ? { silence: LONGPOLL_SILENCE_MS } : {};
      return call({ method: 'GET', url, signal, ...silence }, readChangesPage);
    },
    knockWithWrite: () =>
      call({ method: 'PUT', url: documentUrl(KNOCK.id), body: KNOCK.document }, (answer) =>
        answer.status === 400 && answer.body.error === 'doc_validation'
          ? ok(undefined)
          : err(troubleOf(answer)),
      ),
  };
}

/** Colons stay as they are, so that a proxy's rules can be written with them. */
const encodeId = (id: string) => encodeURIComponent(id).replaceAll('%3A', ':');
