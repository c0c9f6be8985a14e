// Where the site's CouchDB is and who this tablet is there, read from what a person typed.

import { err, ok, type Result } from '../kernel/result';

export interface CouchAddress {
  /** Without a slash at the end: `https://host/couch`, or `/couch` on the app's own origin. */
  readonly url: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

export type UrlRefusal =
  | 'missing'
  | 'unreadable' // not an address, or one with a `?` or `#`
  | 'notSecure' // http is for this very machine only: the password would be readable on the way
  | 'holdsPassword'; // https://user:password@host: they have fields of their own
export type DatabaseRefusal = 'missing' | 'badName';
export type UserRefusal = 'missing' | 'badName';
export type PasswordRefusal = 'missing';

/** One refusal for each field that has one. */
export interface CouchAddressRefusal {
  readonly url?: UrlRefusal;
  readonly database?: DatabaseRefusal;
  readonly user?: UserRefusal;
  readonly password?: PasswordRefusal;
}

const OWN_ORIGIN = /^(?:\/[\w~-][\w.~-]*)+\/*$/;
// CouchDB's own rule, without the slash, which proxies read as a path. Its length limit is 238.
const DATABASE = /^[a-z][a-z0-9_$()+-]{0,237}$/;
// CouchDB keeps names with a leading underscore to itself; a colon would end the name in Basic authorization.
const USER = /^[^_:\s][^:]*$/;
const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/** Reads the four fields; blanks around all but the password do not count. */
export function parseCouchAddress(typed: CouchAddress): Result<CouchAddress, CouchAddressRefusal> {
  const url = parseUrl(typed.url.trim());
  const database = typed.database.trim();
  const user = typed.user.trim();
  const refusal: CouchAddressRefusal = {
    ...(url.ok ? {} : { url: url.error }),
    ...refuse('database', database, DATABASE),
    ...refuse('user', user, USER),
    ...(typed.password === '' ? { password: 'missing' } : {}),
  };
  if (!url.ok || Object.keys(refusal).length > 0) return err(refusal);
  return ok({ url: url.value, database, user, password: typed.password });
}

const refuse = (field: 'database' | 'user', value: string, rule: RegExp) =>
  rule.test(value) ? {} : { [field]: value === '' ? 'missing' : 'badName' };

function parseUrl(typed: string): Result<string, UrlRefusal> {
  if (typed === '') return err('missing');
  if (OWN_ORIGIN.test(typed)) return ok(typed.replace(/\/+$/, ''));
  if (!/^https?:\/\//i.test(typed) || !URL.canParse(typed)) return err('unreadable');
  const { protocol, hostname, username, password, search, hash, origin, pathname } = new URL(typed);
  if (username !== '' || password !== '') return err('holdsPassword');
  if (search !== '' || hash !== '') return err('unreadable');
  if (protocol !== 'https:' && !THIS_MACHINE.includes(hostname)) return err('notSecure');
  return ok(origin + pathname.replace(/\/+$/, ''));
}
