// Sending: what this tablet recorded is cut into segments, sealed once, and put until the server has it. Nothing is
// forgotten on a guess: only "created" and "there already" count as stored.

import { err, ok, type Result } from '../kernel/result';
import { IV_BYTES } from '../platform/seal';
import type { SegmentRow } from '../store/db';
import type { Replication } from '../store/replication';
import type { CouchClient } from './couchClient';
import { sealSegment } from './segment';
import type { SyncTrouble } from './syncState';

export interface PushDeps {
  readonly client: Pick<CouchClient, 'put' | 'get'>;
  readonly replication: Replication;
  readonly segmentKey: CryptoKey;
  readonly random: { bytes(count: number): Uint8Array };
}

/**
 * Seals what is not sealed yet. With `onlyFull` a segment that could still grow is left for later: offline, events are
 * gathered.
 */
export async function sealOwn(
  { replication, segmentKey, random }: Omit<PushDeps, 'client'>,
  { onlyFull }: { readonly onlyFull: boolean },
): Promise<void> {
  for (;;) {
    const next = await replication.unsealed();
    if (!next || (onlyFull && next.isLast)) return;
    const { device } = replication;
    const name = { device, sequence: next.sequence };
    const document = await sealSegment(segmentKey, name, next.entries, random.bytes(IV_BYTES));
    await replication.keepSealed(next, document);
    if (next.isLast) return;
  }
}

/** Sends everything that waits, and gives how many events that were. `onProgress` hears how many are sent, of how many. */
export async function pushAll(
  deps: PushDeps,
  onProgress: (done: number, of: number) => void,
): Promise<Result<number, SyncTrouble>> {
  let done = 0;
  for (;;) {
    await sealOwn(deps, { onlyFull: false });
    const waiting = await deps.replication.waiting();
    if (waiting.length === 0) return ok(done);
    const of = done + waiting.reduce((sum, { count }) => sum + count, 0);
    let isHeldByFew = false;
    for (const row of waiting) {
      onProgress(done, of);
      const sent = await sendSegment(deps, row);
      if (!sent.ok) return sent;
      if (sent.value === 'cut') break;
      if (sent.value === 'accepted') isHeldByFew = true;
      done += row.count;
    }
    if (isHeldByFew) return err({ type: 'acceptedByFew' });
  }
}

async function sendSegment(
  { client, replication, segmentKey, random }: PushDeps,
  row: SegmentRow,
): Promise<Result<'stored' | 'accepted' | 'cut', SyncTrouble>> {
  if (!row.document) {
    // A backup brought its events without the sealed bytes: perhaps the server has it, or has just told so.
    if (await replication.isStored(row.id)) return ok('stored');
    const there = await client.get(row.id);
    if (!there.ok) return there;
    if (there.value) {
      // Only "there already" counts: so it is sent as it is.
      const { _rev, ...same } = there.value;
      const put = await client.put(row.id, same);
      if (put.ok && put.value === 'stored') await replication.acknowledge(row.id);
      return put;
    }
  }
  // It is sealed once more where the server lacks it: its events are what counts.
  const entries = row.document ? [] : await replication.entriesOf(row);
  if (!row.document && entries.length === 0) {
    // Other segments hold them.
    await replication.acknowledge(row.id);
    return ok('stored');
  }
  const document = row.document ?? (await sealSegment(segmentKey, row, entries, random.bytes(IV_BYTES)));
  const put = await client.put(document._id, { ...document });
  if (put.ok) {
    if (put.value === 'stored') await replication.acknowledge(row.id);
    return put;
  }
  if (put.error.type !== 'tooLarge') return put;
  return (await replication.cutSmaller(row)) ? ok('cut') : err({ type: 'eventTooLarge' });
}
