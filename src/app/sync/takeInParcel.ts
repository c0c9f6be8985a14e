// Taking in what was carried from another tablet: read code by code or from a file, checked whole, then written; doing it
// again changes nothing. What the server never got is sent on from here.

import type { BatchEvent, ParcelKind } from '../../domain/batch';
import { fromBase64 } from '../../kernel/base64';
import { eventTime } from '../../kernel/hlc';
import { err, ok, type Result } from '../../kernel/result';
import { deriveSealingKey } from '../../platform/seal';
import type { Arrival, LogEntry } from '../../store/db';
import { isNoRoom } from '../../store/noRoom';
import { backupPartToArrival } from '../../sync/backupParts';
import { openParcel, type Parcel, type ParcelTrouble, type SealedParcel, siteMark } from '../../sync/parcel';
import { createFrameCollector, type FrameProgress, parseParcelFile } from '../../sync/parcelFrames';
import { EVENTS_AT_ONCE, FUTURE_LIMIT } from '../../sync/pull';
import { isOpen, type SessionOver } from '../manager/managerDeps';
import { type RecordDeps, recordBatch } from '../manager/recordBatch';
import { type CarriedCounts, countCarried } from './carriedCounts';
import { readSecrets } from './siteSecrets';
import type { SyncDeps } from './syncDeps';

export interface ParcelTaken {
  readonly kind: ParcelKind;
  /** The name of the tablet that made it, if it is known here. */
  readonly fromName: string | undefined;
  /** By that tablet's clock, ms since 1970. */
  readonly madeAt: number;
  /** How many events it holds, and how many of them were new here. */
  readonly events: number;
  readonly fresh: number;
  /** What the new ones say, where single events were carried. */
  readonly counts: CarriedCounts;
}

export type TakeParcelRefusal =
  | ParcelTrouble
  | SessionOver
  | { readonly type: 'noSisterTablets' | 'parcelFromRevokedTablet' }
  /** [M7] It holds what happened at `time`, and here it is `now`; ms since 1970. */
  | { readonly type: 'parcelFromFuture'; readonly time: number; readonly now: number }
  /** The browser cannot read the file. */
  | { readonly type: 'backupUnreadable' }
  | { readonly type: 'noRoom' };

/** Something is being taken in: codes are read until all are there. */
export interface ParcelIntake {
  /** Takes in what a camera or a picture showed. */
  see(text: string): Result<FrameProgress, ParcelTrouble>;
  /** Whether all codes have been read. */
  isWhole(): boolean;
  /** [M4] Takes in the parcel whose codes have been read. */
  takeIn(): Promise<Result<ParcelTaken, TakeParcelRefusal>>;
  takeInFile(file: Pick<Blob, 'text'>): Promise<Result<ParcelTaken, TakeParcelRefusal>>;
}

export async function beginIntake(
  deps: SyncDeps,
): Promise<Result<ParcelIntake, { readonly type: 'noSisterTablets' }>> {
  const siteKey = fromBase64((await readSecrets(deps))?.siteKey ?? '');
  if (!siteKey) return err({ type: 'noSisterTablets' });
  const collector = createFrameCollector(await siteMark(siteKey));
  return ok({
    see: collector.see,
    isWhole: () => collector.whole() !== undefined,
    async takeIn() {
      const sealed = collector.whole();
      if (!sealed) throw new Error('Not all codes have been read');
      const taken = await takeInParcel(deps, siteKey, sealed);
      // Frames that do not fit together would never do.
      if (!taken.ok && taken.error.type === 'parcelDamaged') collector.forget();
      return taken;
    },
    async takeInFile(file) {
      const text = await file.text().catch(() => undefined);
      if (text === undefined) return err({ type: 'backupUnreadable' });
      const sealed = parseParcelFile(text);
      return sealed.ok ? takeInParcel(deps, siteKey, sealed.value) : sealed;
    },
  });
}

async function takeInParcel(
  deps: SyncDeps,
  siteKey: Uint8Array,
  sealed: SealedParcel,
): Promise<Result<ParcelTaken, TakeParcelRefusal>> {
  const opened = await openParcel(siteKey, sealed);
  if (!opened.ok) return opened;
  const parcel = opened.value;
  const from = await deps.store.queries.tabletOf(parcel.from);
  if (from.revoked) return err({ type: 'parcelFromRevokedTablet' });
  const arrivals = await readArrivals(deps, siteKey, parcel);
  if (!arrivals.ok) return arrivals;
  const fresh = await writeArrivals(deps, parcel, arrivals.value);
  if (!fresh.ok) return fresh;
  const { kind, madeAt } = parcel;
  const carried = arrivals.value.flatMap((arrival) => (arrival.kind === 'carried' ? arrival.events : []));
  const ids = new Set(carried.map(({ entry }) => entry.id));
  return ok({
    kind,
    fromName: from.status === 'added' ? from.name : undefined,
    madeAt,
    events: arrivals.value.reduce((sum, arrival) => sum + entriesOf(arrival).length, 0),
    fresh: fresh.value.length,
    counts: countCarried(fresh.value.filter(({ id }) => ids.has(id))),
  });
}

/** All of it is read before anything is written. */
async function readArrivals(
  { clock, holder }: SyncDeps,
  siteKey: Uint8Array,
  { parts }: Parcel,
): Promise<Result<readonly Arrival[], TakeParcelRefusal>> {
  const key = await deriveSealingKey(siteKey, 'segment');
  const arrivals: Arrival[] = [];
  for (const part of parts) {
    const arrival = await backupPartToArrival(key, part, clock.now(), Number.POSITIVE_INFINITY);
    // A segment of a newer version is kept aside, as it is when the server sends it.
    if (arrival.kind === 'aside' && arrival.row.reason !== 'newer format')
      return err({ type: 'parcelDamaged' });
    arrivals.push(arrival);
  }
  const view = holder.current();
  const now = clock.now() + ((view.status === 'on' && view.clockOffset) || 0);
  const latest = arrivals.flatMap(entriesOf).reduce((last, { id }) => Math.max(last, eventTime(id)), 0);
  return latest > now + FUTURE_LIMIT
    ? err({ type: 'parcelFromFuture', time: latest, now: clock.now() })
    : ok(arrivals);
}

function entriesOf(arrival: Arrival): readonly LogEntry[] {
  if (arrival.kind === 'carried') return arrival.events.map(({ entry }) => entry);
  return arrival.kind === 'segment' ? arrival.entries : [];
}

/** In portions, each whole or not at all, [M8] the last with the line on the record. Gives the events that were new. */
async function writeArrivals(
  deps: SyncDeps,
  { kind, from }: Parcel,
  arrivals: readonly Arrival[],
): Promise<Result<readonly LogEntry[], TakeParcelRefusal>> {
  let fresh: readonly LogEntry[] = [];
  let some: Arrival[] = [];
  let events = 0;
  try {
    for (const [at, arrival] of arrivals.entries()) {
      some.push(arrival);
      events += entriesOf(arrival).length;
      const isLast = at === arrivals.length - 1;
      if (events < EVENTS_AT_ONCE && !isLast) continue;
      if (!isOpen(deps)) return err({ type: 'sessionOver' });
      const taken = await deps.replication.takeIn(some, deps.clock.now(), async (log, last) => {
        const count = fresh.length + last.length;
        if (isLast && count > 0)
          await recordTaken({ ...deps, store: { log } }, { type: 'ParcelTakenIn', v: 1, kind, from, count });
      });
      fresh = fresh.concat(taken);
      some = [];
      events = 0;
    }
  } catch (thrown) {
    if (thrown instanceof NotRecorded) return err(thrown.refusal);
    if (isNoRoom(thrown)) return err({ type: 'noRoom' });
    throw thrown;
  }
  return ok(fresh);
}

/** Nothing of what was to be recorded with it stays either. */
class NotRecorded extends Error {
  readonly refusal: SessionOver;
  constructor(refusal: SessionOver) {
    super('The line on the record was refused');
    this.refusal = refusal;
  }
}

async function recordTaken(deps: RecordDeps, event: BatchEvent): Promise<void> {
  const recorded = await recordBatch(deps, event);
  // [Y37] What was taken in may say that this tablet is revoked: then no line of its own would count.
  if (!recorded.ok && recorded.error.type !== 'thisTabletRevoked') throw new NotRecorded(recorded.error);
}
