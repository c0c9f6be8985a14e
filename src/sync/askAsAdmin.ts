// Requests with a server admin's name and password, each on its own: no cookie is sent, none is kept.

import { err, ok, type Result } from '../kernel/result';
import { type CouchAnswer, isRecord } from './couchAnswer';
import { ask, type CouchDeps } from './couchRequest';
import { readRoles, sessionTrouble } from './couchSession';
import type { CouchTrouble } from './couchTrouble';

export interface Credentials {
  readonly name: string;
  readonly password: string;
}

/** `path` below CouchDB's own address, encoded. Whatever does not come from CouchDB is `blockedByProxy`. */
export type AskAsAdmin = (
  method: 'GET' | 'PUT',
  path: string,
  body?: unknown,
) => Promise<Result<CouchAnswer, CouchTrouble>>;

/** Makes sure that CouchDB is there and that these are a server admin's credentials; refused with `needsAdmin` if not. */
export async function signInAsAdmin(
  url: string,
  admin: Credentials,
  deps: CouchDeps,
): Promise<Result<AskAsAdmin, CouchTrouble>> {
  const basic = { credentials: 'omit', authorization: basicAuthorization(admin) } as const;
  const session = await ask(deps, { ...basic, method: 'GET', url: `${url}/_session` });
  if (!session.ok) return session;
  const { userCtx } = session.value.body;
  if (session.value.status !== 200 || !isRecord(userCtx)) return err(sessionTrouble(session.value));
  if (!readRoles(userCtx).includes('_admin')) return err({ type: 'needsAdmin' });

  return ok(async (method, path, body) => {
    const answer = await ask(deps, { ...basic, method, url: `${url}/${path}`, body });
    // CouchDB has just answered at this address, so something in between lets only some requests through.
    return !answer.ok && answer.error.type === 'notCouch' ? err({ type: 'blockedByProxy' }) : answer;
  });
}

/** The name may not hold a colon; both may hold any letters. */
function basicAuthorization({ name, password }: Credentials): string {
  const bytes = new TextEncoder().encode(`${name}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** Whether CouchDB lets this user in, and with which roles. Keeps no session. */
export async function tryPassword(
  url: string,
  { name, password }: Credentials,
  deps: CouchDeps,
): Promise<Result<readonly string[], CouchTrouble>> {
  const body = { name, password };
  const answer = await ask(deps, { method: 'POST', url: `${url}/_session`, body, credentials: 'omit' });
  if (!answer.ok) return answer;
  const isIn = answer.value.status === 200 && answer.value.body.ok === true;
  return isIn ? ok(readRoles(answer.value.body)) : err(sessionTrouble(answer.value));
}
