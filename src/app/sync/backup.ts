// Everything leaves the tablet as one sealed file: what was recorded, the site key, and how to sign in to CouchDB. So the
// passcode is asked for once more, the file opens with a password of its own, and it is on the record.

import type { CompanyCode, SiteId } from '../../domain/ids';
import type { Organisation } from '../../domain/organisation';
import { BACKUP_PASSWORD_MINIMUM, type PasswordRefusal } from '../../domain/passwordRules';
import { fromBase64 } from '../../kernel/base64';
import { err, ok, type Result } from '../../kernel/result';
import { breathe } from '../../platform/breathe';
import { deriveSealingKey } from '../../platform/seal';
import { writeBackup } from '../../sync/backupFile';
import { countForBackup, readForBackup } from '../../sync/backupParts';
import type { CouchAddress } from '../../sync/couchAddress';
import { sealOwn } from '../../sync/push';
import { isOpen, type SessionOver } from '../manager/managerDeps';
import { confirmPasscode } from '../manager/passcode';
import { recordBatch } from '../manager/recordBatch';
import { checkNewPassword } from '../passwordCheck';
import { today } from '../today';
import type { UnlockRefusal } from '../unlock';
import type { AdministratorOnly } from './connection';
import { ensureSecrets } from './siteSecrets';
import type { SyncDeps } from './syncDeps';

/** What stands at the beginning of a backup; sealed like the rest. */
export interface BackupAbout {
  readonly siteKey: string;
  /** Where a tablet that begins with this file stands. */
  readonly siteId: SiteId;
  /** With the password, so that such a tablet can go on exchanging. */
  readonly couch?: CouchAddress;
  readonly organisation: string;
  readonly companyCode: CompanyCode;
  /** By the clock of the tablet that made it, ms since 1970. */
  readonly madeAt: number;
  readonly madeOn: string;
  /** How many events it holds; meanwhile a few may have come. */
  readonly events: number;
}

export interface BackupForm {
  readonly passcode: string;
  readonly backupPassword: string;
}
export interface MakeControls {
  readonly signal?: AbortSignal;
  /** How many events are in the file, of how many. */
  readonly onProgress?: (done: number, of: number) => void;
}
export interface MadeBackup {
  readonly fileName: string;
  readonly file: Blob;
  readonly events: number;
}
/** [Y6] It may be in the wrong hands, or have been put away. */
export type FromRevokedTablet = { readonly type: 'revokedTabletGivesNothing' };
export type BackupRefusal =
  | AdministratorOnly
  | FromRevokedTablet
  | PasswordRefusal
  | UnlockRefusal
  | SessionOver
  | { readonly type: 'backupStopped' };

/** [Y13] Gives the file; nothing is saved yet. */
export async function makeBackup(
  deps: SyncDeps,
  { passcode, backupPassword }: BackupForm,
  { signal, onProgress }: MakeControls = {},
): Promise<Result<MadeBackup, BackupRefusal>> {
  if (deps.mine.role !== 'admin') return err({ type: 'administratorOnly' });
  if ((await deps.store.queries.tablet()).revoked) return err({ type: 'revokedTabletGivesNothing' });
  const organisation = await deps.store.queries.organisation();
  if (organisation.status !== 'founded') throw new Error('A manager without an organisation');
  // Before the passcode: no try is spent on a slip.
  const password = await checkNewPassword(
    deps,
    backupPassword,
    guessable(organisation, deps.mine.name),
    BACKUP_PASSWORD_MINIMUM,
  );
  if (!password.ok) return password;
  const proven = await confirmPasscode(deps, passcode);
  if (!proven.ok) return proven;

  const { replication, random } = deps;
  const secrets = await ensureSecrets(deps);
  const segmentKey = await deriveSealingKey(fromBase64(secrets.siteKey) ?? new Uint8Array(), 'segment');
  const writer = await writeBackup(password.value, random);
  await sealOwn({ replication, segmentKey, random }, { onlyFull: false });
  const of = await countForBackup(replication);
  await writer.add(await aboutBackup(deps, organisation, secrets, of));
  let events = 0;
  for await (const portion of readForBackup({ replication, segmentKey, random })) {
    if (signal?.aborted) return err({ type: 'backupStopped' });
    if (!isOpen(deps)) return err({ type: 'sessionOver' });
    await writer.add(portion.parts);
    events += portion.events;
    onProgress?.(events, Math.max(of, events));
    await breathe();
  }
  const file = await writer.finish();
  const recorded = await recordBatch(deps, { type: 'BackupMade', v: 1, count: events });
  if (!recorded.ok) return recorded;
  const fileName = `gatehouse-${organisation.companyCode.toLowerCase()}-${today(deps)}.backup`;
  return ok({ fileName, file, events });
}

const guessable = (organisation: Organisation, manager: string): readonly string[] => [
  organisation.name,
  organisation.companyCode,
  ...organisation.sites.map((site) => site.name),
  manager,
];

async function aboutBackup(
  { store, clock }: Pick<SyncDeps, 'store' | 'clock'>,
  organisation: Organisation,
  { siteKey, couch, joining }: Awaited<ReturnType<typeof ensureSecrets>>,
  events: number,
): Promise<BackupAbout> {
  const tablet = await store.queries.tablet();
  const isAdded = tablet.status === 'added';
  const siteId = isAdded ? tablet.siteId : (joining?.siteId ?? organisation.sites[0]?.siteId);
  if (siteId === undefined) throw new Error('An organisation without a site');
  return {
    siteKey,
    siteId,
    ...(couch ? { couch } : {}),
    organisation: organisation.name,
    companyCode: organisation.companyCode,
    madeAt: clock.now(),
    madeOn: isAdded ? tablet.name : (joining?.tabletName ?? ''),
    events,
  };
}
