// What a backup holds: every segment that is known here, as its tablet sealed it where those bytes are kept, else its
// events under the segment's id; and what was set aside although it could be read.

import { eventDevice } from '../kernel/hlc';
import type { AsideRow, LogEntry, SegmentDocument, SegmentId } from '../store/db';
import type { Replication } from '../store/replication';
import type { Arrival } from '../store/takeIn';
import { FUTURE_LIMIT, newestTime } from './pull';
import { type PushDeps, sealOwn } from './push';
import { areEntries, openSegment, parseSegmentId } from './segment';

export type BackupPart =
  | { readonly document: SegmentDocument }
  | { readonly id: SegmentId; readonly entries: readonly LogEntry[] };

export interface BackupPortion {
  readonly parts: readonly BackupPart[];
  /** How many events they hold. */
  readonly events: number;
}

const EVENTS_PER_PORTION = 500;
const ROWS_PER_READ = 100;

/** How many events there are to put into a backup. */
export async function countForBackup(replication: Replication): Promise<number> {
  let events = 0;
  const ids = await replication.segmentIds();
  for (let from = 0; from < ids.length; from += ROWS_PER_READ)
    for (const { count } of await replication.segments(ids.slice(from, from + ROWS_PER_READ)))
      events += count;
  return events;
}

/** Everything, in portions; what this tablet recorded is sealed into segments first. */
export async function* readForBackup(deps: Omit<PushDeps, 'client'>): AsyncGenerator<BackupPortion> {
  let parts: BackupPart[] = [];
  let events = 0;
  for await (const [part, count] of eachPart(deps)) {
    parts.push(part);
    events += count;
    if (events < EVENTS_PER_PORTION) continue;
    yield { parts, events };
    parts = [];
    events = 0;
  }
  if (parts.length > 0) yield { parts, events };
}

async function* eachPart(deps: Omit<PushDeps, 'client'>): AsyncGenerator<readonly [BackupPart, number]> {
  const { replication } = deps;
  const seen = new Set<SegmentId>();
  // Until nothing new is found: meanwhile a segment may be cut in two, or taken in.
  for (;;) {
    await sealOwn(deps, { onlyFull: false });
    const ids = (await replication.segmentIds()).filter((id) => !seen.has(id));
    if (ids.length === 0) break;
    for (let from = 0; from < ids.length; from += ROWS_PER_READ) {
      const some = ids.slice(from, from + ROWS_PER_READ);
      for (const row of await replication.segments(some))
        if (row.document) yield [{ document: row.document }, row.count];
        else {
          const entries = await replication.entriesOf(row);
          if (entries.length > 0) yield [{ id: row.id, entries }, entries.length];
        }
      for (const id of some) seen.add(id);
    }
  }
  for (const row of await replication.setAside()) {
    const part = asideToPart(row);
    if (part) yield [part, 'entries' in part ? part.entries.length : part.document.count];
  }
}

function asideToPart({ id, reason, entries, document }: AsideRow): BackupPart | undefined {
  if (!parseSegmentId(id)) return undefined;
  if (entries) return { id: id as SegmentId, entries };
  // Of another tablet these may be read later; the rest never.
  const mayBeRead = reason === 'from the future' || reason === 'newer format';
  return mayBeRead && document
    ? { document: { ...(document as SegmentDocument), _id: id as SegmentId } }
    : undefined;
}

/** Whether this has the form of a part of a backup. */
export function isBackupPart(value: unknown): value is BackupPart {
  const { id, entries, document } = (value ?? {}) as Record<string, unknown>;
  if (document) return parseSegmentId(String((document as SegmentDocument)._id)) !== undefined;
  const name = typeof id === 'string' ? parseSegmentId(id) : undefined;
  return (
    name !== undefined &&
    areEntries(entries) &&
    entries.length > 0 &&
    entries.every((entry) => eventDevice(entry.id) === name.device)
  );
}

/** A part of a backup, ready to be taken in. [Y7] By this tablet's own clock, which says `now`. */
export async function backupPartToArrival(key: CryptoKey, part: BackupPart, now: number): Promise<Arrival> {
  const id = 'document' in part ? part.document._id : part.id;
  const opened =
    'document' in part
      ? await openSegment(key, id, part.document)
      : ({ ok: true, entries: part.entries } as const);
  const name = parseSegmentId(id);
  if (!opened.ok || !name)
    return {
      kind: 'aside',
      row: {
        id,
        reason: opened.ok ? 'does not open' : opened.trouble,
        at: now,
        document: 'document' in part ? part.document : undefined,
      },
    };
  const { entries } = opened;
  const ahead = newestTime(entries) - now - FUTURE_LIMIT;
  if (ahead > 0)
    return { kind: 'aside', row: { id, reason: 'from the future', at: now, until: now + ahead, entries } };
  const document = 'document' in part ? { document: part.document } : {};
  return { kind: 'segment', ...name, entries, state: 'waiting', ...document };
}
