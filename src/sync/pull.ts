// Receiving: the changes feed from where the last pull ended, opened, checked and kept; and taking in what was received. What
// cannot be taken in is set aside with its reason, and the feed goes on.

import { type EventId, eventTime } from '../kernel/hlc';
import { err, ok, type Result } from '../kernel/result';
import type { Arrival, AsideReason, AsideRow, LogEntry, SegmentDocument } from '../store/db';
import type { Replication } from '../store/replication';
import type { ChangeRow, ChangesPage } from './changesPage';
import type { CouchClient } from './couchClient';
import { asSealed, openSegment, parseSegmentId } from './segment';
import { isAboutDatabase } from './siteDocument';
import type { SyncTrouble } from './syncState';

export interface PullDeps {
  readonly client: Pick<CouchClient, 'get' | 'changes' | 'serverClock'>;
  readonly replication: Replication;
  readonly segmentKey: CryptoKey;
  readonly clock: { now(): number };
}

/** [Y7] What lies further ahead of the server's clock than this is not taken in yet, in ms. */
export const FUTURE_LIMIT = 10 * 60_000;
/** Some 500 kB of sealed segments. */
const PAGE = 25;
const START = '0';
/** One transaction each: fewer write the disk too often, more hold up the page. */
export const EVENTS_AT_ONCE = 400;

/** Receives one page of the feed. `waits`: when nothing is new, the answer comes when something is. */
export async function pullPage(
  deps: PullDeps,
  waits: boolean,
  signal: AbortSignal,
): Promise<Result<ChangesPage, SyncTrouble>> {
  const asked = await deps.replication.checkpoint();
  const feed = waits ? 'longpoll' : 'normal';
  const page = await deps.client.changes({ since: asked ?? START, limit: PAGE, feed }, signal);
  if (!page.ok) return page;
  const { rows, lastSeq } = page.value;
  const known = await deps.replication.stored(rows.map(({ id }) => id));
  const unknown = rows.filter(({ id, leaves }) => !known.has(id) || leaves > 1);
  const whole = await withDocuments(deps, unknown);
  if (!whole.ok) return whole;
  const arrivals = await Promise.all(whole.value.map((row) => read(deps, row)));
  const last = rows.findLast(({ id, deleted }) => !deleted && parseSegmentId(id));
  await deps.replication.receive({
    groups: inGroups(arrivals.filter((arrival) => arrival !== undefined)),
    asked,
    since: lastSeq,
    last: last && parseSegmentId(last.id)?.id,
  });
  return ok(page.value);
}

/** [Y4] A segment that comes without its document is asked for by itself; without that, the page is none. */
async function withDocuments(
  { client }: PullDeps,
  rows: readonly ChangeRow[],
): Promise<Result<readonly ChangeRow[], SyncTrouble>> {
  const whole: ChangeRow[] = [];
  for (const row of rows) {
    if (!lacksDocument(row)) {
      whole.push(row);
      continue;
    }
    const there = await client.get(row.id);
    if (!there.ok) return there;
    if (!there.value) return err({ type: 'halfAnswer' });
    whole.push({ ...row, document: there.value });
  }
  return ok(whole);
}

/** What was deleted has none, and what no tablet wrote needs none. */
const lacksDocument = ({ id, leaves, document, deleted }: ChangeRow): boolean =>
  document === undefined && !deleted && leaves === 1 && parseSegmentId(id) !== undefined;

function inGroups(arrivals: readonly Arrival[]): readonly (readonly Arrival[])[] {
  const groups: Arrival[][] = [];
  let events = EVENTS_AT_ONCE;
  for (const arrival of arrivals) {
    if (events >= EVENTS_AT_ONCE) {
      groups.push([]);
      events = 0;
    }
    groups.at(-1)?.push(arrival);
    events += arrival.kind === 'segment' ? arrival.entries.length : 0;
  }
  return groups;
}

/** Takes in what was received, and what was ahead of its time and is not any more. `onGroup` hears how many are done, of how many. */
export async function takeInReceived(
  { replication, segmentKey, clock }: Pick<PullDeps, 'replication' | 'segmentKey' | 'clock'>,
  onGroup: (done: number, of: number) => void = () => {},
  signal?: AbortSignal,
): Promise<void> {
  const of = await replication.countReceived();
  for (let done = 0; !signal?.aborted && (await replication.takeInReceived(clock.now())); ) {
    done += 1;
    onGroup(done, Math.max(done, of));
  }
  const now = clock.now();
  for (const row of await replication.due(now)) {
    await replication.takeIn([await readDue(segmentKey, row, now)], now);
  }
}

/** A server that is another by now, or that a backup did not come from, may lack it. */
async function readDue(key: CryptoKey, { id, entries, document }: AsideRow, now: number): Promise<Arrival> {
  const name = parseSegmentId(id);
  // What a backup brought has been read already.
  if (name && entries) return { kind: 'segment', ...name, entries, state: 'waiting' };
  const arrival = await readSegment(key, id, document, now, Number.POSITIVE_INFINITY);
  return arrival.kind === 'segment'
    ? { ...arrival, state: 'waiting', document: asSealed(document as SegmentDocument) }
    : arrival;
}

async function read(deps: PullDeps, row: ChangeRow): Promise<Arrival | undefined> {
  const { id, document } = row;
  if (isAboutDatabase(id)) return undefined;
  const now = deps.clock.now();
  if (row.leaves > 1) return aside(id, 'more than one leaf', now, document);
  return readSegment(
    deps.segmentKey,
    id,
    document,
    now,
    now + (deps.client.serverClock()?.offset ?? 0) + FUTURE_LIMIT,
  );
}

async function readSegment(
  key: CryptoKey,
  id: string,
  document: unknown,
  now: number,
  latest: number,
): Promise<Arrival> {
  const name = parseSegmentId(id);
  if (!name) return aside(id, 'does not open', now, document);
  const opened = await openSegment(key, name.id, document);
  if (!opened.ok) return aside(id, opened.trouble, now, document);
  const { entries } = opened;
  const ahead = newestTime(entries) - latest;
  if (ahead > 0) {
    const row = { id, reason: 'from the future', at: now, until: now + ahead, document } as const;
    return { kind: 'aside', row };
  }
  return { kind: 'segment', ...name, entries, state: 'stored' };
}

/** When the latest of these events happened, in ms since 1970. */
export const newestTime = (entries: readonly LogEntry[]): number =>
  eventTime(entries.reduce((last, { id }) => (id > last ? id : last), '' as EventId));

const aside = (id: string, reason: AsideReason, at: number, document: unknown): Arrival => ({
  kind: 'aside',
  row: { id, reason, at, document },
});
