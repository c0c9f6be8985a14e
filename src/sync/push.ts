// Sending: what this tablet recorded is cut into segments, sealed once, and put until the server has it. Nothing is
// forgotten on a guess: only "created" and "there already" count as stored.
//
// The stages work side by side: while one segment is on its way, the next is written to disk and the one after it sealed.

import { err, ok, type Result } from '../kernel/result';
import { IV_BYTES } from '../platform/seal';
import type { SegmentDocument, SegmentRow } from '../store/db';
import type { Replication, Unsealed } from '../store/replication';
import { ahead, type Stage } from './ahead';
import type { CouchClient } from './couchClient';
import { sealSegment } from './segment';
import type { SyncTrouble } from './syncState';

export interface PushDeps {
  readonly client: Pick<CouchClient, 'put' | 'get'>;
  readonly replication: Replication;
  readonly segmentKey: CryptoKey;
  readonly random: { bytes(count: number): Uint8Array };
}

type SealDeps = Omit<PushDeps, 'client'>;
interface SealedSegment {
  readonly next: Unsealed;
  readonly document: SegmentDocument;
}

/** Seals own events, a segment at a time; with `onlyFull` one that could still grow is left for later. */
async function* seal(deps: SealDeps, { onlyFull }: { readonly onlyFull: boolean }): Stage<SealedSegment> {
  const { replication, segmentKey, random } = deps;
  const { device } = replication;
  let next = await replication.unsealed();
  while (next && !(onlyFull && next.isLast)) {
    const { sequence, entries } = next;
    const document = await sealSegment(segmentKey, { device, sequence }, entries, random.bytes(IV_BYTES));
    yield { next, document };
    next = next.isLast ? undefined : await replication.unsealed(next);
  }
}

/** Seals and keeps own events. With `onlyFull` a segment that could still grow is left: offline, events are gathered. */
export async function sealOwn(deps: SealDeps, options: { readonly onlyFull: boolean }): Promise<void> {
  for await (const { next, document } of seal(deps, options))
    if (!(await deps.replication.keepSealed(next, document))) return;
}

/** What is to be sent, the oldest first, once it is kept here. */
async function* outgoing(deps: SealDeps): Stage<SegmentRow> {
  yield* await deps.replication.waiting();
  for await (const { next, document } of ahead(seal(deps, { onlyFull: false }))) {
    const row = await deps.replication.keepSealed(next, document);
    // Cut anew meanwhile: whoever did that begins again.
    if (!row) return;
    yield row;
  }
}

interface SentSegment {
  readonly row: SegmentRow;
  readonly put: Result<'stored' | 'accepted', SyncTrouble>;
}

/** Ends with the first that cannot be sent. `onSending` hears of each before it is on its way. */
async function* send(deps: PushDeps, onSending: () => void): Stage<SentSegment> {
  for await (const row of ahead(outgoing(deps))) {
    onSending();
    const put = row.document
      ? await deps.client.put(row.id, { ...row.document })
      : await sendAgain(deps, row);
    yield { row, put };
    if (!put.ok) return;
  }
}

/** What a backup brought without the sealed bytes, or another server has had: sealed once more where the server lacks it. */
async function sendAgain(
  { client, replication, segmentKey, random }: PushDeps,
  row: SegmentRow,
): Promise<Result<'stored' | 'accepted', SyncTrouble>> {
  if (await replication.isStored(row.id)) return ok('stored');
  const there = await client.get(row.id);
  if (!there.ok) return there;
  if (there.value) {
    // Only "there already" counts: so it is sent as it is.
    const { _rev, ...same } = there.value;
    return client.put(row.id, same);
  }
  const entries = await replication.entriesOf(row);
  // Other segments hold them.
  if (entries.length === 0) return ok('stored');
  const document = await sealSegment(segmentKey, row, entries, random.bytes(IV_BYTES));
  return client.put(document._id, { ...document });
}

/** Sends everything that waits, and gives how many events that were. `onProgress` hears how many are sent. */
export async function pushAll(
  deps: PushDeps,
  onProgress: (done: number) => void,
): Promise<Result<number, SyncTrouble>> {
  let done = 0;
  for (;;) {
    const end = await sendAll(deps, (count) => {
      done += count;
      onProgress(done);
    });
    if (end.ok) return ok(done);
    if (end.error.type !== 'tooLarge') return err(end.error);
    if (!(await deps.replication.cutSmaller(end.error.row))) return err({ type: 'eventTooLarge' });
  }
}

type TooLarge = { readonly type: 'tooLarge'; readonly row: SegmentRow };
type OtherTrouble = Exclude<SyncTrouble, { readonly type: 'tooLarge' }>;

/** `onSent` hears how many more events are sent, and 0 when more are on their way. */
async function sendAll(
  deps: PushDeps,
  onSent: (count: number) => void,
): Promise<Result<void, OtherTrouble | TooLarge>> {
  let isHeldByFew = false;
  for await (const { row, put } of ahead(send(deps, () => onSent(0)))) {
    if (!put.ok) return put.error.type === 'tooLarge' ? err({ type: 'tooLarge', row }) : err(put.error);
    if (put.value === 'stored') await deps.replication.acknowledge(row.id);
    else isHeldByFew = true;
    onSent(row.count);
  }
  return isHeldByFew ? err({ type: 'acceptedByFew' }) : ok(undefined);
}
