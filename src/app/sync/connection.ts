// Turning the exchange on: where the site's CouchDB is and how to sign in to it. Administrators only.

import { fromBase64 } from '../../kernel/base64';
import { err, ok, type Result } from '../../kernel/result';
import { siteCheck } from '../../platform/seal';
import { type CouchAddress, type CouchAddressRefusal, parseCouchAddress } from '../../sync/couchAddress';
import type { CouchTrouble } from '../../sync/couchTrouble';
import { type Prepared, type PrepareTrouble, prepareDatabase } from '../../sync/prepareDatabase';
import { type ConnectionFound, testConnection } from '../../sync/testConnection';
import { isOpen, type SessionOver } from '../manager/managerDeps';
import { ensureSecrets, keepSecrets, readSecrets, type SiteSecrets } from './siteSecrets';
import type { SyncDeps } from './syncDeps';

export type AdministratorOnly = { readonly type: 'administratorOnly' };
export type ConnectionRefusal =
  | AdministratorOnly
  | CouchTrouble
  | { readonly type: 'addressHasProblems'; readonly problems: CouchAddressRefusal };
/** Nothing answers at another address than the one that is kept, which therefore stays. */
export type SaveRefusal = ConnectionRefusal | { readonly type: 'keptInstead' };

/** What is kept now, without the password. */
export async function readConnection(deps: SyncDeps): Promise<Omit<CouchAddress, 'password'> | undefined> {
  const { couch } = (await readSecrets(deps)) ?? {};
  return couch && { url: couch.url, database: couch.database, user: couch.user };
}

/** Tries everything the exchange will need, and writes nothing. An empty password stands for the one kept for this address. */
export async function tryConnection(
  deps: SyncDeps,
  form: CouchAddress,
): Promise<Result<ConnectionFound, ConnectionRefusal>> {
  const address = await readForm(deps, form);
  return address.ok ? testConnection(address.value, deps.network) : address;
}

/** Creates the database, its member and its rules. The administrator's credentials are used once and kept nowhere. */
export async function prepare(
  deps: SyncDeps,
  form: CouchAddress,
  admin: { readonly name: string; readonly password: string },
): Promise<Result<Prepared, ConnectionRefusal | PrepareTrouble>> {
  const address = await readForm(deps, form);
  if (!address.ok) return address;
  const { url, database, user, password } = address.value;
  return prepareDatabase({ url, database, admin, member: { name: user, password } }, deps.network);
}

/**
 * Keeps the address and begins to exchange. The database becomes this site's, if it is nobody's; another site's is
 * refused. [Y19] A server that cannot be reached now is no reason not to keep it; but whoever has another connection is
 * asked first, and `isSure` is the answer.
 */
export async function saveConnection(
  deps: SyncDeps,
  form: CouchAddress,
  isSure = false,
): Promise<Result<{ readonly isReached: boolean }, SaveRefusal | SessionOver>> {
  const couch = await readForm(deps, form);
  if (!couch.ok) return couch;
  const before = await ensureSecrets(deps);
  const secrets: SiteSecrets = { ...before, couch: couch.value };
  const check = await siteCheck(fromBase64(secrets.siteKey) ?? new Uint8Array());
  const found = await testConnection(couch.value, deps.network, { v: 1, check });
  if (!found.ok && !isAbsent(found.error)) return found;
  if (!isOpen(deps)) return err({ type: 'sessionOver' });
  const isElsewhere =
    before.couch && (before.couch.url !== couch.value.url || before.couch.database !== couch.value.database);
  if (!found.ok && isElsewhere && !isSure) return err({ type: 'keptInstead' });
  await deps.restartSync(async () => {
    if (isElsewhere) await deps.replication.startOver();
    await keepSecrets(deps, secrets);
  });
  return ok({ isReached: found.ok });
}

const isAbsent = ({ type }: CouchTrouble): boolean =>
  type === 'noNetwork' || type === 'unreachable' || type === 'timedOut' || type === 'busy';

async function readForm(
  deps: SyncDeps,
  form: CouchAddress,
): Promise<Result<CouchAddress, ConnectionRefusal>> {
  if (deps.mine.role !== 'admin') return err({ type: 'administratorOnly' });
  const kept = form.password === '' ? (await readSecrets(deps))?.couch : undefined;
  const address = parseCouchAddress(kept ? { ...form, password: kept.password } : form);
  if (!address.ok) return err({ type: 'addressHasProblems', problems: address.error });
  // [Y36] Whoever answers at another address would be given it.
  const isElsewhere = kept && (address.value.url !== kept.url || address.value.user !== kept.user);
  return isElsewhere ? err({ type: 'addressHasProblems', problems: { password: 'missing' } }) : address;
}
