// Showing a pairing code: everything another tablet needs to join, sealed under a PIN that stands beside it.

import {
  makePairingPin,
  PAIRING_LIFETIME,
  type Pairing,
  PIN_LENGTH,
  pairingToUrl,
} from '../../domain/pairingLink';
import { toBase64 } from '../../kernel/base64';
import { err, ok, type Result } from '../../kernel/result';
import { PIN_SEAL_RANDOM, sealUnderPin } from '../../platform/pinSeal';
import { drawQrCode, type QrDrawing } from '../../platform/qrCode';
import { confirmPasscode } from '../manager/passcode';
import type { UnlockRefusal } from '../unlock';
import type { FromRevokedTablet } from './backup';
import type { AdministratorOnly } from './connection';
import { readSecrets } from './siteSecrets';
import type { SyncDeps } from './syncDeps';

export interface PairingCode {
  readonly link: string;
  readonly qrCode: QrDrawing;
  readonly pin: string;
  /** Milliseconds since 1970. */
  readonly validUntil: number;
}
export type PairingCodeRefusal =
  | UnlockRefusal
  | AdministratorOnly
  | FromRevokedTablet
  | { readonly type: 'syncIsOff' };

/** Asks for the passcode once more: this gives away the key to everything. */
export async function makePairingCode(
  deps: SyncDeps,
  passcode: string,
): Promise<Result<PairingCode, PairingCodeRefusal>> {
  if (deps.mine.role !== 'admin') return err({ type: 'administratorOnly' });
  const tablet = await deps.store.queries.tablet();
  if (tablet.revoked) return err({ type: 'revokedTabletGivesNothing' });
  const proven = await confirmPasscode(deps, passcode);
  if (!proven.ok) return proven;
  const secrets = await readSecrets(deps);
  const organisation = await deps.store.queries.organisation();
  if (!secrets?.couch || organisation.status !== 'founded' || tablet.status !== 'added')
    return err({ type: 'syncIsOff' });
  const validUntil = deps.clock.now() + PAIRING_LIFETIME;
  const view = deps.holder.current();
  const clockOffset = view.status === 'on' ? view.clockOffset : undefined;
  const pairing: Pairing = {
    siteKey: secrets.siteKey,
    couch: secrets.couch,
    siteId: tablet.siteId,
    organisation: organisation.name,
    companyCode: organisation.companyCode,
    validUntil,
    ...(clockOffset === undefined ? {} : { clockOffset }),
  };
  const pin = makePairingPin(deps.random.bytes(PIN_LENGTH));
  const sealed = await sealUnderPin(JSON.stringify(pairing), pin, deps.random.bytes(PIN_SEAL_RANDOM));
  const link = pairingToUrl(deps.origin, toBase64(sealed));
  return ok({ link, qrCode: drawQrCode(link), pin, validUntil });
}
