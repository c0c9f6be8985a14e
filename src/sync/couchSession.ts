// Being somebody at CouchDB: signs in when it is needed, again before the session has run out, and once more when CouchDB
// has forgotten it. A refused password is not tried again by itself: a few more tries would lock the account for everyone.

import { err, ok, type Result } from '../kernel/result';
import type { CouchAddress } from './couchAddress';
import { type CouchAnswer, isRecord, troubleOf } from './couchAnswer';
import { ask, type CouchDeps, type CouchRequest } from './couchRequest';
import { type CouchTrouble, LOCKOUT_MS } from './couchTrouble';
import type { ServerClock } from './serverClock';

/** CouchDB's sessions last 600 s unless told otherwise. */
const SESSION_MS = 500_000;

type Request = Omit<CouchRequest, 'credentials' | 'authorization'>;
type Read<T> = (answer: CouchAnswer) => Result<T, CouchTrouble>;

export interface SignedIn {
  readonly roles: readonly string[];
}

export interface CouchSession {
  /** Asks CouchDB for a session, also after a refusal. */
  signIn(): Promise<Result<SignedIn, CouchTrouble>>;
  /** Whose cookie the browser sends, as CouchDB sees it; undefined for nobody. Does not sign in. */
  whoAmI(): Promise<Result<string | undefined, CouchTrouble>>;
  /** A request of somebody who is signed in. */
  call<T>(request: Request, read: Read<T>): Promise<Result<T, CouchTrouble>>;
  /** From CouchDB's latest answer that had a `Date`. */
  serverClock(): ServerClock | undefined;
}

export function createCouchSession(address: CouchAddress, deps: CouchDeps): CouchSession {
  const sessionUrl = `${address.url}/_session`;
  let session: { readonly since: number } | undefined;
  let signingIn: Promise<Result<SignedIn, CouchTrouble>> | undefined;
  let passwordRefused = false;
  let clock: ServerClock | undefined;

  async function exchange<T>(request: Request, read: Read<T>): Promise<Result<T, CouchTrouble>> {
    const answer = await ask(deps, { ...request, credentials: 'include' });
    if (!answer.ok) return answer;
    const result = read(answer.value);
    // Only CouchDB's word on the time counts, not that of a log-in page in between.
    if (result.ok || result.error.type !== 'notCouch') clock = answer.value.clock ?? clock;
    return result;
  }

  async function openSession(): Promise<Result<SignedIn, CouchTrouble>> {
    const since = deps.now();
    const body = { name: address.user, password: address.password };
    const opened = await exchange({ method: 'POST', url: sessionUrl, body }, readSignedIn);
    session = opened.ok ? { since } : undefined;
    if (opened.ok) passwordRefused = false;
    else if (opened.error.type === 'signInRefused') passwordRefused = true;
    return opened;
  }

  function signIn(): Promise<Result<SignedIn, CouchTrouble>> {
    signingIn ??= openSession().finally(() => {
      signingIn = undefined;
    });
    return signingIn;
  }

  async function haveSession(): Promise<Result<unknown, CouchTrouble>> {
    const age = session ? deps.now() - session.since : undefined;
    // Negative: the tablet's clock was set back, so nobody knows.
    if (age !== undefined && age >= 0 && age < SESSION_MS) return ok(undefined);
    return passwordRefused ? err({ type: 'signInRefused' }) : signIn();
  }

  async function call<T>(request: Request, read: Read<T>, renewed = false): Promise<Result<T, CouchTrouble>> {
    const before = session;
    const opened = await haveSession();
    if (!opened.ok) return opened;
    const used = session;
    const result = await exchange(request, read);
    if (result.ok || result.error.type !== 'signInRefused') return result;
    // Another call may have renewed it meanwhile: that one is left alone.
    if (session === used) session = undefined;
    if (renewed || used !== before) return err({ type: 'cookieRefused' });
    return call(request, read, true);
  }

  return {
    signIn,
    whoAmI: () => exchange({ method: 'GET', url: sessionUrl }, readName),
    call: (request, read) => call(request, read),
    serverClock: () => clock,
  };
}

const readSignedIn: Read<SignedIn> = (answer) => {
  if (answer.status === 200 && answer.body.ok === true) return ok({ roles: readRoles(answer.body) });
  return err(sessionTrouble(answer));
};

const readName: Read<string | undefined> = (answer) => {
  const { userCtx } = answer.body;
  if (answer.status === 200 && isRecord(userCtx)) {
    return ok(typeof userCtx.name === 'string' ? userCtx.name : undefined);
  }
  // With `require_valid_user` CouchDB does not even tell nobody that they are nobody.
  return answer.status === 401 ? ok(undefined) : err(sessionTrouble(answer));
};

export const readRoles = ({ roles }: Readonly<Record<string, unknown>>): readonly string[] =>
  Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];

/** `_session` is at every CouchDB's own address: where it is missing, the address is wrong. */
export function sessionTrouble(answer: CouchAnswer): CouchTrouble {
  if (answer.status === 403) return { type: 'lockedOut', retryAfter: LOCKOUT_MS };
  if (answer.status === 404) return { type: 'notCouch' };
  return troubleOf(answer);
}
