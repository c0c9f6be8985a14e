// Who is asking: administrators, users in `_users`, Basic and the session cookie, and the lock after wrong passwords.

import { createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { badRequest, forbidden, type Json, unauthorized } from './answer.ts';
import type { Database, Security } from './database.ts';
import { type Revision, winnerOf } from './revisions.ts';

export interface User {
  /** null is nobody in particular. */
  readonly name: string | null;
  readonly roles: readonly string[];
}

export const NOBODY: User = { name: null, roles: [] };
/** CouchDB's `[chttpd_auth] timeout`, in seconds. */
const SESSION_SECONDS = 600;
/** CouchDB's `[chttpd_auth_lockout]`: after so many wrong passwords, for so many ms, even the right one is refused. */
const LOCK = { after: 5, ms: 300_000 };
const USER = 'org.couchdb.user:';

interface Account {
  readonly roles: readonly string[];
  readonly salt: string;
  readonly key: string;
}

export interface Accounts {
  /** Checks name and password; refuses with 401, or with 403 when the account is locked. */
  signIn(name: string, password: string): User;
  /** The `Set-Cookie` of a new session. */
  cookieFor(name: string): string;
  /** Who sent these headers; `renewed` is a fresh cookie when a tenth of the session is used up. */
  whoSent(headers: Headers): { user: User; renewed?: string };
}

// CouchDB takes 600,000 rounds; the stand-in keeps no secret and need not.
const hash = (password: string, salt: string) => pbkdf2Sync(password, salt, 10, 20, 'sha256').toString('hex');

export const cookie = (value: string): string =>
  `AuthSession=${value}; Version=1; Max-Age=${SESSION_SECONDS}; Path=/; HttpOnly`;

/** A document for `_users` as it is stored: with a hash instead of the password. */
export function withHashedPassword(draft: Revision): Revision {
  const { password, ...rest } = draft.body;
  if (draft.deleted) return draft;
  if (rest.type !== 'user') throw forbidden('doc.type must be user');
  if (!Array.isArray(rest.roles)) throw forbidden('doc.roles must exist');
  if (`${USER}${rest.name}` !== draft.id) throw forbidden('Doc ID must be of the form org.couchdb.user:name');
  if (typeof password !== 'string') return draft;
  const salt = randomBytes(16).toString('hex');
  const hashed = { password_scheme: 'pbkdf2', pbkdf2_prf: 'sha256', iterations: 10, salt };
  return { ...draft, body: { ...rest, ...hashed, derived_key: hash(password, salt) } };
}

export function createAccounts(
  admins: Readonly<Record<string, string>>,
  users: Database,
  now: () => number,
): Accounts {
  const secret = randomBytes(32);
  const adminAccounts = new Map(
    Object.entries(admins).map(([name, password]): [string, Account] => {
      const salt = randomBytes(16).toString('hex');
      return [name, { roles: ['_admin'], salt, key: hash(password, salt) }];
    }),
  );
  const failures = new Map<string, { count: number; since: number }>();

  const find = (name: string): Account | undefined => {
    const leaves = users.leaves(USER + name);
    const told: Json | undefined = leaves.length > 0 ? winnerOf(leaves).body : undefined;
    if (adminAccounts.has(name) || !told || winnerOf(leaves).deleted) return adminAccounts.get(name);
    return {
      roles: Array.isArray(told.roles) ? told.roles.map(String) : [],
      salt: String(told.salt),
      key: String(told.derived_key),
    };
  };
  const sign = (salt: string, told: string) =>
    createHmac('sha256', Buffer.concat([secret, Buffer.from(salt)]))
      .update(told)
      .digest('hex');

  const accounts: Accounts = {
    signIn(name, password) {
      const account = find(name);
      // A new password begins a new count, since the salt is part of it.
      const counted = `${name} ${account?.salt}`;
      const past = failures.get(counted);
      const failed = past && now() - past.since < LOCK.ms ? past : { count: 0, since: now() };
      if (failed.count >= LOCK.after)
        throw forbidden('Account is temporarily locked due to multiple authentication failures');
      if (account && account.key === hash(password, account.salt)) return { name, roles: account.roles };
      failures.set(counted, { ...failed, count: failed.count + 1 });
      throw unauthorized('Name or password is incorrect.');
    },
    cookieFor(name) {
      const told = `${name}:${Math.floor(now() / 1000)
        .toString(16)
        .toUpperCase()}`;
      return cookie(Buffer.from(`${told}:${sign(find(name)?.salt ?? '', told)}`).toString('base64url'));
    },
    whoSent(headers) {
      const [, session] = /(?:^|;\s*)AuthSession=([^;]+)/.exec(headers.get('Cookie') ?? '') ?? [];
      const told = session === undefined ? undefined : fromSession(session);
      if (told) return told;
      const [, basic] = /^Basic\s+(\S+)$/i.exec(headers.get('Authorization') ?? '') ?? [];
      if (basic === undefined) return { user: NOBODY };
      const [, name = '', password = ''] =
        /^([^:]*):(.*)$/s.exec(Buffer.from(basic, 'base64').toString()) ?? [];
      return { user: accounts.signIn(name, password) };
    },
  };

  /** Nobody, when it has expired, was made by someone else, or its user is gone. */
  function fromSession(session: string): { user: User; renewed?: string } | undefined {
    const [, name, time, mark] =
      /^(.*):([0-9A-F]+):([0-9a-f]{64})$/s.exec(Buffer.from(session, 'base64url').toString()) ?? [];
    if (name === undefined || time === undefined || mark === undefined)
      throw badRequest('Malformed AuthSession cookie. Please clear your cookies.');
    const account = find(name);
    const left = Number.parseInt(time, 16) + SESSION_SECONDS - now() / 1000;
    if (!account || left <= 0) return undefined;
    if (!timingSafeEqual(Buffer.from(mark), Buffer.from(sign(account.salt, `${name}:${time}`))))
      return undefined;
    return {
      user: { name, roles: account.roles },
      ...(left < SESSION_SECONDS * 0.9 && { renewed: accounts.cookieFor(name) }),
    };
  }
  return accounts;
}

const isListed = (user: User, list: Security['members']): boolean =>
  (user.name !== null && list?.names?.includes(user.name)) ||
  user.roles.some((role) => list?.roles?.includes(role));

/** Lets in a database's members, its administrators and the server's. A database without members is open to all. */
export function requireMember(user: User, { members, admins }: Security): void {
  const open = !members?.names?.length && !members?.roles?.length;
  if (open || isListed(user, members) || isListed(user, admins) || user.roles.includes('_admin')) return;
  if (user.name === null) throw unauthorized('You are not authorized to access this db.');
  throw forbidden('You are not allowed to access this db.');
}

/** Lets in those who may change a database's security. */
export function requireDatabaseAdmin(user: User, { admins }: Security): void {
  if (user.roles.includes('_admin') || isListed(user, admins)) return;
  throw (user.name === null ? unauthorized : forbidden)('You are not a db or server admin.');
}

/** Lets in the server's administrators. CouchDB answers 401 here, also to someone who has signed in. */
export function requireServerAdmin(user: User): void {
  if (!user.roles.includes('_admin')) throw unauthorized('You are not a server admin.');
}
