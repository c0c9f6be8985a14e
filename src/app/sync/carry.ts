// Carrying something to another tablet without any network: sealed under the site key, shown as QR codes or saved as a
// file. Any manager may: only tablets of the organisation can open it, and they may know all of it.

import type { ParcelKind } from '../../domain/batch';
import { LONGEST_REACH } from '../../domain/codeLifetimes';
import { fromBase64 } from '../../kernel/base64';
import { err, ok, type Result } from '../../kernel/result';
import { drawQrCode, type QrDrawing } from '../../platform/qrCode';
import { deriveSealingKey } from '../../platform/seal';
import type { LogEntry } from '../../store/db';
import type { Replication } from '../../store/replication';
import { type BackupPart, segmentToPart } from '../../sync/backupParts';
import { sealParcel } from '../../sync/parcel';
import { parcelToFile, parcelToFrames } from '../../sync/parcelFrames';
import { sealOwn } from '../../sync/push';
import type { SessionOver } from '../manager/managerDeps';
import { recordBatch } from '../manager/recordBatch';
import { today } from '../today';
import type { FromRevokedTablet } from './backup';
import { type CarriedCounts, countCarried } from './carriedCounts';
import { readSecrets } from './siteSecrets';
import type { SyncDeps } from './syncDeps';

export interface MadeParcel {
  readonly kind: ParcelKind;
  /** How many events it holds. */
  readonly events: number;
  /** What those say, where single events are carried. */
  readonly counts: CarriedCounts;
  /** How many QR codes it takes; nothing when they would be too many. */
  readonly codes: number | undefined;
  /** One of them, from 1. */
  drawCode(at: number): QrDrawing;
  readonly fileName: string;
  readonly file: Blob;
}
export type CarryRefusal =
  | SessionOver
  | { readonly type: 'nothingToCarry' }
  /** This tablet has no key that another one could have, too. */
  | { readonly type: 'noSisterTablets' }
  | FromRevokedTablet;

/** [M2] [M3] Seals what is to be carried; it is on the record, and nothing has left the tablet yet. */
export async function makeParcel(
  deps: SyncDeps,
  kind: ParcelKind,
): Promise<Result<MadeParcel, CarryRefusal>> {
  const { replication, random, store, clock } = deps;
  const secrets = await readSecrets(deps);
  const siteKey = fromBase64(secrets?.siteKey ?? '');
  if (!siteKey) return err({ type: 'noSisterTablets' });
  // [M7] Nobody would take it in.
  const tablet = await store.queries.tablet();
  if (tablet.revoked) return err({ type: 'revokedTabletGivesNothing' });
  const segmentKey = await deriveSealingKey(siteKey, 'segment');
  await sealOwn({ replication, segmentKey, random }, { onlyFull: false });
  const madeAt = clock.now();
  const parts = await readParts(replication, kind, madeAt);
  const events = parts.reduce((sum, part) => sum + countEvents(part), 0);
  if (events === 0) return err({ type: 'nothingToCarry' });
  const parcel = await sealParcel(siteKey, { kind, from: store.device, madeAt, parts }, random);
  const recorded = await recordBatch(deps, { type: 'ParcelMade', v: 1, kind, count: events });
  if (!recorded.ok) return recorded;
  const frames = parcelToFrames(parcel);
  return ok({
    kind,
    events,
    counts: countCarried(parts.flatMap(toEntries)),
    codes: frames?.length,
    drawCode: (at) => drawQrCode(frames?.[at - 1] ?? ''),
    fileName: await nameFile(deps),
    file: new Blob([parcelToFile(parcel)], { type: 'text/plain' }),
  });
}

async function readParts(replication: Replication, kind: ParcelKind, now: number): Promise<BackupPart[]> {
  if (kind === 'revocations') return [{ carried: await replication.revocations(now - LONGEST_REACH) }];
  const parts: BackupPart[] = [];
  for (const row of await replication.waiting()) {
    const part = await segmentToPart(replication, row);
    if (part) parts.push(part);
  }
  const carried = await replication.carried();
  return carried.length > 0 ? [...parts, { carried }] : parts;
}

function countEvents(part: BackupPart): number {
  if ('document' in part) return part.document.count;
  return 'carried' in part ? part.carried.length : part.entries.length;
}

const toEntries = (part: BackupPart): readonly LogEntry[] =>
  'carried' in part ? part.carried.map(({ entry }) => entry) : [];

/** As a text file it can be shared from every browser. */
async function nameFile(deps: SyncDeps): Promise<string> {
  const organisation = await deps.store.queries.organisation();
  const code = organisation.status === 'founded' ? organisation.companyCode.toLowerCase() : 'site';
  return `gatehouse-${code}-${today(deps)}.parcel.txt`;
}
