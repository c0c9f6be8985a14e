// A new tablet joins the organisation: it opens the pairing code, signs in, and keeps what it needs. From then on the
// exchange brings everything, also after the tab was killed; when all is here, the tablet puts itself on the list.

import {
  type Pairing,
  type PairingRefusal,
  parsePairing,
  parsePairingLink,
  tidyPairingPin,
} from '../../domain/pairingLink';
import { fromBase64 } from '../../kernel/base64';
import { err, ok, type Result } from '../../kernel/result';
import { openUnderPin } from '../../platform/pinSeal';
import { siteCheck } from '../../platform/seal';
import type { CouchTrouble } from '../../sync/couchTrouble';
import { testConnection } from '../../sync/testConnection';
import type { AppDeps } from '../deps';
import { keepBeginning, readSecrets } from './siteSecrets';
import { checkTabletName, type TabletNameRefusal } from './tabletName';

export interface JoinForm {
  readonly link: string;
  readonly pin: string;
  readonly tabletName: string;
}
export type JoinRefusal =
  | PairingRefusal
  | CouchTrouble
  | TabletNameRefusal
  | { readonly type: 'alreadySetUp' };

export interface JoinDeps extends Pick<AppDeps, 'store' | 'clock' | 'network' | 'askToKeepData'> {
  readonly restartSync: () => Promise<void>;
}

/** Gives the name of the organisation, when everything is on its way. Stopped before that, it has kept nothing. */
export async function join(
  deps: JoinDeps,
  form: JoinForm,
  signal?: AbortSignal,
): Promise<Result<string, JoinRefusal>> {
  const tabletName = checkTabletName(form.tabletName);
  if (!tabletName.ok) return tabletName;
  const replication = await deps.store.replication();
  const organisation = await deps.store.queries.organisation();
  if (organisation.status === 'founded' || (await readSecrets({ replication })))
    return err({ type: 'alreadySetUp' });
  const opened = await openPairing(form);
  if (!opened.ok) return opened;
  const pairing = opened.value;
  const { siteKey, couch, siteId } = pairing;
  const check = await siteCheck(fromBase64(siteKey) ?? new Uint8Array());
  const found = await testConnection(couch, deps.network, { v: 1, check });
  if (!found.ok) return found;
  if (isExpired(pairing, deps.clock.now(), found.value.clock?.offset)) return err({ type: 'pairingExpired' });
  if (signal?.aborted) return err({ type: 'stopped' });
  const secrets = { siteKey, couch, joining: { tabletName: tabletName.value, siteId } };
  if (!(await keepBeginning({ replication }, secrets))) return err({ type: 'alreadySetUp' });
  await deps.askToKeepData();
  await deps.restartSync();
  return ok(pairing.organisation);
}

async function openPairing({ link, pin }: JoinForm): Promise<Result<Pairing, PairingRefusal>> {
  const sealed = parsePairingLink(link);
  if (!sealed.ok) return sealed;
  const bytes = fromBase64(sealed.value);
  const text = bytes && (await openUnderPin(bytes, tidyPairingPin(pin)));
  return text === undefined ? err({ type: 'pairingPinNotAccepted' }) : parsePairing(text);
}

/** [Y8] By the clock of the tablet that showed it, as far as the server's clock tells how far apart the two are. */
function isExpired(pairing: Pairing, now: number, offset: number | undefined): boolean {
  const isComparable = offset !== undefined && pairing.clockOffset !== undefined;
  const theirNow = isComparable ? now + offset - (pairing.clockOffset ?? 0) : now;
  return theirNow >= pairing.validUntil;
}
