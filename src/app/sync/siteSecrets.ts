// What a tablet must keep to itself to exchange with the others: the site key, and how to sign in to CouchDB.

import type { SiteId } from '../../domain/ids';
import { toBase64 } from '../../kernel/base64';
import { lockText, unlockText } from '../../platform/keyring';
import type { Random } from '../../platform/random';
import { siteKeyLength } from '../../platform/seal';
import type { Replication } from '../../store/replication';
import type { CouchAddress } from '../../sync/couchAddress';

export interface SiteSecrets {
  /** Base64. Whoever has it can read everything this site's tablets exchange. */
  readonly siteKey: string;
  readonly couch?: CouchAddress;
  /** This tablet is not on the list yet: it is added when everything has been received. */
  readonly joining?: { readonly tabletName: string; readonly siteId: SiteId };
}

type SecretsDeps = { readonly replication: Replication };

export async function readSecrets({ replication }: SecretsDeps): Promise<SiteSecrets | undefined> {
  const locked = await replication.secrets();
  return locked && (JSON.parse(await unlockText(locked)) as SiteSecrets);
}

export async function keepSecrets({ replication }: SecretsDeps, secrets: SiteSecrets): Promise<void> {
  await replication.keepSecrets(await lockText(JSON.stringify(secrets)));
}

/** [O7] On a new tablet; `before` is what was kept there. False, and nothing is kept, where something else was first. */
export async function keepBeginning(
  { replication }: SecretsDeps,
  secrets: SiteSecrets,
  before?: SiteSecrets,
): Promise<boolean> {
  return replication.keepBeginning(await lockText(JSON.stringify(secrets)), before !== undefined);
}

/** What is kept; a tablet that has no site key yet makes one, once. */
export async function ensureSecrets(deps: SecretsDeps & { readonly random: Random }): Promise<SiteSecrets> {
  const made: SiteSecrets = { siteKey: toBase64(deps.random.bytes(siteKeyLength)) };
  await deps.replication.keepFirstSecrets(await lockText(JSON.stringify(made)));
  return (await readSecrets(deps)) ?? made;
}
