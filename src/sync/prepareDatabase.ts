// Makes a site's database ready on somebody's CouchDB, with a server admin's credentials that are used here and kept
// nowhere. Everything is looked at before it is changed, so it is safe to run again, after a failure too.

import { err, ok, type Result } from '../kernel/result';
import { appendOnly } from './appendOnly';
import { type AskAsAdmin, type Credentials, signInAsAdmin, tryPassword } from './askAsAdmin';
import { type CouchAnswer, isRecord, troubleOf } from './couchAnswer';
import type { CouchDeps } from './couchRequest';
import type { CouchTrouble } from './couchTrouble';
import { readSiteDocument, SITE_DOCUMENT_ID } from './siteDocument';

export interface Preparation {
  /** CouchDB's own address and the database's name, as `parseCouchAddress` gives them. */
  readonly url: string;
  readonly database: string;
  readonly admin: Credentials;
  /** The user that the site's tablets sign in as. */
  readonly member: Credentials;
}

export type PrepareTrouble =
  | CouchTrouble
  /** The user exists with another password, which is left as it is. */
  | { readonly type: 'memberPasswordDiffers' }
  /** Who is named as the administrator is who the tablets sign in as. */
  | { readonly type: 'memberAsAdmin' }
  /** A tablet may not hold a server admin's password. */
  | { readonly type: 'memberIsAdmin' }
  /** The database holds something that no tablet wrote: the append-only rule would break it for its owner. */
  | { readonly type: 'databaseInUse' }
  /** CouchDB's own set-up is not finished: it has no `_users` database. */
  | { readonly type: 'serverNotSetUp' };

/** What was there already is not `made`. */
export interface Prepared {
  readonly database: 'made' | 'there';
  readonly member: 'made' | 'there';
}

type Step<T> = Promise<Result<T, PrepareTrouble>>;

const DESIGN = '_design/append-only';

/** Creates what is missing: the user, the database, the append-only rule, and only then the user's right to write. */
export async function prepareDatabase(preparation: Preparation, deps: CouchDeps): Step<Prepared> {
  const { url, admin, member } = preparation;
  if (admin.name === member.name) return err({ type: 'memberAsAdmin' });
  const signedIn = await signInAsAdmin(url, admin, deps);
  if (!signedIn.ok) return signedIn;
  const askAdmin = signedIn.value;
  const database = encodeURIComponent(preparation.database);
  const user = await makeMember(askAdmin, preparation, deps);
  if (!user.ok) return user;
  const made = await makeDatabase(askAdmin, database);
  if (!made.ok) return made;
  const guarded = await guard(askAdmin, database);
  if (!guarded.ok) return guarded;
  const admitted = await admit(askAdmin, database, member.name);
  return admitted.ok ? ok({ database: made.value, member: user.value }) : admitted;
}

const isMade = ({ status }: CouchAnswer) => status === 201 || status === 202;

async function makeMember(
  askAdmin: AskAsAdmin,
  { url, member }: Preparation,
  deps: CouchDeps,
): Step<'made' | 'there'> {
  const id = `org.couchdb.user:${member.name}`;
  const user = { _id: id, name: member.name, password: member.password, roles: [], type: 'user' };
  const put = await askAdmin('PUT', `_users/${encodeURIComponent(id)}`, user);
  if (!put.ok) return put;
  if (isMade(put.value)) return ok('made');
  if (put.value.status === 404) return err({ type: 'serverNotSetUp' });
  if (put.value.status !== 409) return err(troubleOf(put.value));
  const roles = await tryPassword(url, member, deps);
  if (roles.ok) return roles.value.includes('_admin') ? err({ type: 'memberIsAdmin' }) : ok('there');
  return err(roles.error.type === 'signInRefused' ? { type: 'memberPasswordDiffers' } : roles.error);
}

async function makeDatabase(askAdmin: AskAsAdmin, database: string): Step<'made' | 'there'> {
  const put = await askAdmin('PUT', database);
  if (!put.ok) return put;
  if (isMade(put.value)) return ok('made');
  if (put.value.status !== 412) return err(troubleOf(put.value));
  const rule = await askAdmin('GET', `${database}/${DESIGN}`);
  if (!rule.ok) return rule;
  if (rule.value.status === 200) return ok('there');
  const info = await askAdmin('GET', database);
  if (!info.ok) return info;
  if (info.value.body.doc_count === 0) return ok('there');
  const site = await askAdmin('GET', `${database}/${SITE_DOCUMENT_ID}`);
  if (!site.ok) return site;
  return readSiteDocument(site.value.body) ? ok('there') : err({ type: 'databaseInUse' });
}

/** Puts the append-only rule in its place, also where an older or a changed one stands. */
async function guard(askAdmin: AskAsAdmin, database: string): Step<undefined> {
  const path = `${database}/${DESIGN}`;
  const rule = { language: 'javascript', validate_doc_update: appendOnly };
  const put = await askAdmin('PUT', path, rule);
  if (!put.ok) return put;
  if (isMade(put.value)) return ok(undefined);
  if (put.value.status !== 409) return err(troubleOf(put.value));
  const there = await askAdmin('GET', path);
  if (!there.ok) return there;
  const { status, body } = there.value;
  if (status !== 200) return err(troubleOf(there.value));
  if (body.validate_doc_update === appendOnly && body.language === 'javascript') return ok(undefined);
  const replaced = await askAdmin('PUT', path, { ...body, ...rule });
  if (!replaced.ok) return replaced;
  if (isMade(replaced.value)) return ok(undefined);
  // Somebody prepares it at the same moment: trying again settles it.
  return err(replaced.value.status === 409 ? { type: 'busy' } : troubleOf(replaced.value));
}

/** Lets the member in. Nobody loses a right, but for one: a member who could change the rule would not be bound by it. */
async function admit(askAdmin: AskAsAdmin, database: string, member: string): Step<undefined> {
  const path = `${database}/_security`;
  const there = await askAdmin('GET', path);
  if (!there.ok) return there;
  if (there.value.status !== 200) return err(troubleOf(there.value));
  const { admins, members } = there.value.body;
  const security = {
    ...there.value.body,
    admins: {
      ...partOf(admins),
      names: textsOf(partOf(admins).names).filter((name) => name !== member),
      roles: withOne(textsOf(partOf(admins).roles), '_admin'),
    },
    members: {
      ...partOf(members),
      names: withOne(textsOf(partOf(members).names), member),
      roles: textsOf(partOf(members).roles),
    },
  };
  const put = await askAdmin('PUT', path, security);
  if (!put.ok) return put;
  return put.value.body.ok === true ? ok(undefined) : err(troubleOf(put.value));
}

const partOf = (part: unknown) => (isRecord(part) ? part : {});
const textsOf = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
const withOne = (list: readonly string[], one: string) => (list.includes(one) ? list : [...list, one]);
