// Sending: what this tablet recorded is cut into segments, sealed once, and put until the server has it. Nothing is
// forgotten on a guess: only "created" and "there already" count as stored.
//
// The stages work side by side: while some segments are on their way, the next are written to disk and those after them
// sealed. To a tablet's disk each write that must be safe costs more than what is written, hence the handfuls.

import { err, ok, type Result } from '../kernel/result';
import { IV_BYTES } from '../platform/seal';
import type { SealedSegment } from '../store/cutting';
import type { SegmentId, SegmentRow } from '../store/db';
import type { Replication } from '../store/replication';
import type { CouchClient } from './couchClient';
import { asSealed, sealSegment, sealSegmentAgain } from './segment';
import { ahead, inHandfuls, oneByOne, type Stage } from './stages';
import type { SyncTrouble } from './syncState';

export interface PushDeps {
  readonly client: Pick<CouchClient, 'put' | 'get'>;
  readonly replication: Replication;
  readonly segmentKey: CryptoKey;
  /** For what is sealed once more. */
  readonly ivKey: CryptoKey;
  readonly random: { bytes(count: number): Uint8Array };
}

export type SealDeps = Omit<PushDeps, 'client' | 'ivKey'>;

/** So many segments are on their way at once: a browser opens six connections, and one of them listens. */
const UNDER_WAY = 4;
/** So many are written to disk in one go: fewer would cost more transactions, and more would keep the network waiting. */
export const HANDFUL = 10;

async function* seal(deps: SealDeps, options: { readonly onlyFull: boolean }): Stage<SealedSegment> {
  const { segmentKey, random } = deps;
  const { device } = deps.replication;
  for await (const of of ahead(deps.replication.unsealed(options))) {
    const { sequence, entries } = of;
    const document = await sealSegment(segmentKey, { device, sequence }, entries, random.bytes(IV_BYTES));
    yield { of, document };
  }
}

/** Seals and keeps own events. With `onlyFull` a segment that could still grow is left: offline, events are gathered. */
export async function sealOwn(deps: SealDeps, options: { readonly onlyFull: boolean }): Promise<void> {
  for await (const sealed of inHandfuls(seal(deps, options), HANDFUL))
    if (!(await deps.replication.keepSealed(sealed))) return;
}

/** What is to be sent, the oldest first, once it is kept here; without what was found too large whatever is done. */
async function* outgoing(deps: SealDeps, tooLarge: ReadonlySet<SegmentId>): Stage<readonly SegmentRow[]> {
  const waiting = await deps.replication.waiting();
  yield waiting.filter(({ id }) => !tooLarge.has(id));
  for await (const sealed of ahead(inHandfuls(seal(deps, { onlyFull: false }), HANDFUL))) {
    const rows = await deps.replication.keepSealed(sealed);
    // Cut anew meanwhile: whoever did that begins again.
    if (!rows) return;
    yield rows;
  }
}

/** Hears how many more events the server has now; 0 when more are on their way. */
type OnSent = (count: number) => void;

interface SentSegment {
  readonly row: SegmentRow;
  readonly put: Result<'stored' | 'accepted', SyncTrouble>;
  /** What the server calls it; nothing if it was not sent. */
  readonly id?: SegmentId | undefined;
}

/**
 * Several at once, answered in order. Nothing more is begun after the first that cannot be sent, or when `signal` says so;
 * what was on its way is answered still. `onSent` hears of each when it begins (0 events) and when it is answered.
 */
async function* send(
  deps: PushDeps,
  tooLarge: ReadonlySet<SegmentId>,
  onSent: OnSent,
  signal?: AbortSignal,
): Stage<SentSegment> {
  const underWay: Promise<SentSegment>[] = [];
  let largestTaken = 0;
  let hasFailed = false;
  try {
    for await (const row of oneByOne(ahead(outgoing(deps, tooLarge)))) {
      if (signal?.aborted) break;
      underWay.push(begin(deps, row, onSent));
      const size = row.document?.body.length ?? Number.POSITIVE_INFINITY;
      // [Y31] Should it be refused, all behind it is cut anew and must not be there yet.
      const isTrial = size > largestTaken;
      while (underWay.length >= (isTrial || hasFailed ? 1 : UNDER_WAY)) {
        const sent = await underWay.shift();
        if (!sent) break;
        hasFailed ||= !sent.put.ok;
        yield sent;
      }
      if (hasFailed) return;
      if (isTrial && row.document) largestTaken = size;
    }
    for (const sent of underWay) yield await sent;
  } finally {
    await Promise.allSettled(underWay);
  }
}

function begin(deps: PushDeps, row: SegmentRow, onSent: OnSent): Promise<SentSegment> {
  onSent(0);
  const answer = row.document ? sendAs(deps, row.id, row.document) : sendAgain(deps, row);
  const sent = answer.then((answered) => {
    if (answered.put.ok) onSent(row.count);
    return { row, ...answered };
  });
  // It is looked at when its turn comes.
  sent.catch(() => undefined);
  return sent;
}

type Answered = Omit<SentSegment, 'row'>;

const sendAs = async ({ client }: PushDeps, id: SegmentId, document: object): Promise<Answered> => ({
  id,
  put: await client.put(id, { ...asSealed(document) }),
});

/**
 * What a backup brought without the sealed bytes, or another server has had: sealed once more where the server lacks it, and
 * so under another name, which is the same on every tablet.
 */
async function sendAgain(deps: PushDeps, row: SegmentRow): Promise<Answered> {
  const { client, replication } = deps;
  if (await replication.isStored(row.id)) return { put: ok('stored') };
  const there = await client.get(row.id);
  if (!there.ok) return { put: there };
  // Only "there already" counts: so it is sent as it is.
  if (there.value) return sendAs(deps, row.id, there.value);
  const entries = await replication.entriesOf(row);
  // Other segments hold them.
  if (entries.length === 0) return { put: ok('stored') };
  const document = await sealSegmentAgain(deps, row, entries);
  return sendAs(deps, document._id, { ...document });
}

/**
 * Sends everything that waits, unless `signal` ends it before, and gives how many events that were. `onProgress` hears how
 * many are sent. [Y10] What the server finds too large is cut anew; what cannot be is left, and told when all else is sent.
 */
export async function pushAll(
  deps: PushDeps,
  onProgress: (done: number) => void,
  signal?: AbortSignal,
): Promise<Result<number, SyncTrouble>> {
  const tooLarge = new Set<SegmentId>();
  let done = 0;
  for (;;) {
    const onSent = (count: number) => {
      done += count;
      onProgress(done);
    };
    const end = await sendAll(deps, tooLarge, onSent, signal);
    if (end.ok) return tooLarge.size === 0 ? ok(done) : err({ type: 'eventTooLarge' });
    if (end.error.type !== 'tooLarge') return err(end.error);
    const { row } = end.error;
    if (!(await deps.replication.cutSmaller(row))) tooLarge.add(row.id);
  }
}

type TooLarge = { readonly type: 'tooLarge'; readonly row: SegmentRow };
type OtherTrouble = Exclude<SyncTrouble, { readonly type: 'tooLarge' }>;

async function sendAll(
  deps: PushDeps,
  tooLarge: ReadonlySet<SegmentId>,
  onSent: OnSent,
  signal?: AbortSignal,
): Promise<Result<void, OtherTrouble | TooLarge>> {
  let trouble: OtherTrouble | TooLarge | undefined;
  let isHeldByFew = false;
  for await (const handful of ahead(inHandfuls(send(deps, tooLarge, onSent, signal), HANDFUL))) {
    const stored: SegmentId[] = [];
    let last: SegmentId | undefined;
    for (const { row, put, id } of handful)
      if (!put.ok) trouble ??= put.error.type === 'tooLarge' ? { type: 'tooLarge', row } : put.error;
      else if (put.value === 'stored') {
        stored.push(row.id);
        last = id ?? last;
      } else isHeldByFew = true;
    if (stored.length > 0) await deps.replication.acknowledge(stored, last);
  }
  if (trouble) return err(trouble);
  return isHeldByFew ? err({ type: 'acceptedByFew' }) : ok(undefined);
}
