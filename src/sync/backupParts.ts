// What a backup holds: every segment that is known here, as its tablet sealed it where those bytes are kept, else its
// events under the segment's id; what was carried here before its segment; and what was set aside although it could be read.

import { eventDevice, eventTime } from '../kernel/hlc';
import type {
  Arrival,
  AsideRow,
  CarriedEvent,
  LogEntry,
  SegmentDocument,
  SegmentId,
  SegmentRow,
} from '../store/db';
import type { Replication } from '../store/replication';
import { FUTURE_LIMIT, newestTime } from './pull';
import { type SealDeps, sealOwn } from './push';
import { areEntries, asSealed, openSegment, parseSegmentId } from './segment';

type SegmentPart =
  | { readonly document: SegmentDocument }
  | { readonly id: SegmentId; readonly entries: readonly LogEntry[] };
export type BackupPart =
  | SegmentPart
  /** Events whose segments have not come. */
  | { readonly carried: readonly CarriedEvent[] };

export interface BackupPortion {
  readonly parts: readonly BackupPart[];
  /** How many events they hold. */
  readonly events: number;
}

const EVENTS_PER_PORTION = 500;
const ROWS_PER_READ = 100;

/** How many events there are to put into a backup. */
export async function countForBackup(replication: Replication): Promise<number> {
  let events = (await replication.carried()).length;
  const ids = await replication.segmentIds();
  for (let from = 0; from < ids.length; from += ROWS_PER_READ)
    for (const { count } of await replication.segments(ids.slice(from, from + ROWS_PER_READ)))
      events += count;
  return events;
}

/** Everything, in portions; what this tablet recorded is sealed into segments first. */
export async function* readForBackup(deps: SealDeps): AsyncGenerator<BackupPortion> {
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

async function* eachPart(deps: SealDeps): AsyncGenerator<readonly [BackupPart, number]> {
  const { replication } = deps;
  const seen = new Set<SegmentId>();
  // Until nothing new is found: meanwhile a segment may be cut in two, or taken in.
  for (;;) {
    await sealOwn(deps, { onlyFull: false });
    const ids = (await replication.segmentIds()).filter((id) => !seen.has(id));
    if (ids.length === 0) break;
    for (let from = 0; from < ids.length; from += ROWS_PER_READ) {
      const some = ids.slice(from, from + ROWS_PER_READ);
      for (const row of await replication.segments(some)) {
        const part = await segmentToPart(replication, row);
        if (part) yield [part, row.count];
      }
      for (const id of some) seen.add(id);
    }
  }
  const carried = [...(await replication.carried()), ...(await replication.carriedApart())];
  if (carried.length > 0) yield [{ carried }, carried.length];
  for (const row of await replication.setAside()) {
    const part = asideToPart(row);
    if (part) yield [part, 'entries' in part ? part.entries.length : part.document.count];
  }
}

/** As it was sealed where that is kept, else what is in it; nothing when other segments hold that. */
export async function segmentToPart(
  replication: Replication,
  row: SegmentRow,
): Promise<SegmentPart | undefined> {
  if (row.document) return { document: row.document };
  const entries = await replication.entriesOf(row);
  return entries.length > 0 ? { id: row.id, entries } : undefined;
}

function asideToPart({ id, reason, entries, document }: AsideRow): SegmentPart | undefined {
  if (!parseSegmentId(id)) return undefined;
  // None where other segments hold them.
  if (entries) return entries.length > 0 ? { id: id as SegmentId, entries } : undefined;
  // Of another tablet these may be read later; the rest never.
  const mayBeRead = reason === 'from the future' || reason === 'newer format';
  return mayBeRead && document
    ? { document: { ...asSealed(document as SegmentDocument), _id: id as SegmentId } }
    : undefined;
}

/** The parts of a portion of a backup; undefined when it is none. Older files may have parts that hold no events. */
export function parseParts(content: unknown): readonly BackupPart[] | undefined {
  if (!Array.isArray(content)) return undefined;
  const parts = content.filter((part) => !holdsNothing(part));
  return parts.every(isBackupPart) ? parts : undefined;
}

function holdsNothing(part: unknown): boolean {
  const { id, entries, document, carried } = (part ?? {}) as Record<string, unknown>;
  const isOfSegment = !document && !carried && parseSegmentId(String(id)) !== undefined;
  return isOfSegment && Array.isArray(entries) && entries.length === 0;
}

/** Whether this has the form of a part of a backup. */
export function isBackupPart(value: unknown): value is BackupPart {
  const { id, entries, document, carried } = (value ?? {}) as Record<string, unknown>;
  if (carried) return Array.isArray(carried) && carried.every(isCarriedEvent);
  if (document) return parseSegmentId(String((document as SegmentDocument)._id)) !== undefined;
  const name = typeof id === 'string' ? parseSegmentId(id) : undefined;
  return (
    name !== undefined &&
    areEntries(entries) &&
    entries.length > 0 &&
    entries.every((entry) => eventDevice(entry.id) === name.device)
  );
}

function isCarriedEvent(value: unknown): value is CarriedEvent {
  const { entry, sequence } = (value ?? {}) as Partial<Record<keyof CarriedEvent, unknown>>;
  return areEntries([entry]) && Number.isSafeInteger(sequence) && Number(sequence) > 0;
}

/** A part of a backup, ready to be taken in. [Y7] By this tablet's own clock, which says `now`, unless told otherwise. */
export async function backupPartToArrival(
  key: CryptoKey,
  part: BackupPart,
  now: number,
  latest = now + FUTURE_LIMIT,
): Promise<Arrival> {
  if ('carried' in part) {
    // What lies ahead comes again, with its segment.
    const events = part.carried.filter(({ entry }) => eventTime(entry.id) <= latest);
    return { kind: 'carried', events };
  }
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
  const ahead = newestTime(entries) - latest;
  if (ahead > 0)
    return { kind: 'aside', row: { id, reason: 'from the future', at: now, until: now + ahead, entries } };
  const document = 'document' in part ? { document: asSealed(part.document) } : {};
  return { kind: 'segment', ...name, entries, state: 'waiting', ...document };
}
