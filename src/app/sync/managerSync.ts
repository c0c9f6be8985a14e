// What a manager can do about the exchange with the other tablets.

import type { ParcelKind } from '../../domain/batch';
import { organisationLinkToUrl } from '../../domain/organisationLink';
import type { DeviceId } from '../../kernel/hlc';
import { drawQrCode } from '../../platform/qrCode';
import type { CouchAddress } from '../../sync/couchAddress';
import { type BackupForm, type MakeControls, makeBackup } from './backup';
import { makeParcel } from './carry';
import { prepare, readConnection, saveConnection, tryConnection } from './connection';
import { makePairingCode } from './pairing';
import type { SyncDeps } from './syncDeps';
import { listTablets, revokeTablet } from './tablets';
import { type BackupControls, type OpenForm, takeInBackup } from './takeInBackup';
import { beginIntake } from './takeInParcel';

export function createManagerSync(deps: SyncDeps) {
  const { replication } = deps;
  return {
    connection: () => readConnection(deps),
    test: (form: CouchAddress) => tryConnection(deps, form),
    prepare: (form: CouchAddress, admin: { name: string; password: string }) => prepare(deps, form, admin),
    save: (form: CouchAddress, isSure?: boolean) => saveConnection(deps, form, isSure),
    makePairingCode: (passcode: string) => makePairingCode(deps, passcode),
    tablets: () => listTablets(deps),
    revoke: (device: DeviceId, passcode: string) => revokeTablet(deps, device, passcode),
    makeBackup: (form: BackupForm, controls?: MakeControls) => makeBackup(deps, form, controls),
    takeInBackup: (form: OpenForm, controls?: BackupControls) => takeInBackup(deps, form, controls),
    /** Whether another tablet could open what this one carries. */
    mayCarry: async () => (await replication.secrets()) !== undefined,
    carry: (kind: ParcelKind) => makeParcel(deps, kind),
    beginIntake: () => beginIntake(deps),
    /** The organisation's own link, always the same and without a secret. */
    async organisationCode() {
      const organisation = await deps.store.queries.organisation();
      if (organisation.status !== 'founded') throw new Error('A manager without an organisation');
      const { companyCode, name } = organisation;
      const link = organisationLinkToUrl(deps.origin, organisation);
      return { companyCode, name, link, qrCode: drawQrCode(link) };
    },
    /** Events recorded here that are not known to be on the server. */
    waiting: replication.countWaiting,
    /** When the feed was last gone through, in ms since 1970. */
    pulledAt: replication.pulledAt,
    /** What is recorded next is at least as late as this, in ms since 1970. */
    ownTime: replication.ownTime,
    gaps: replication.gaps,
    setAside: replication.setAside,
  };
}
