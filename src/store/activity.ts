// Who did what, when: the log read backwards, for the activity screen. A list is taken over in many pieces, but a person
// did it once: what stands under the line of an import and fits its counts is told as one.
//
// The log lies in the order in which things came to this tablet, so that a page of it costs the same however long it is.
// What another tablet did may come days later: a page is read in that order, and shown in the order in which it happened.

import type { RecordedEvent, StreamName } from '../domain/streams';
import { type DeviceId, eventDevice, eventTime } from '../kernel/hlc';
import type { Database, LogEntry, LogRow } from './db';

/** One line of the activity: an event, or many alike that came in one go (an import). */
export type ActivityItem =
  | { readonly kind: 'one'; readonly stream: StreamName; readonly event: RecordedEvent }
  | {
      readonly kind: 'many';
      readonly type: RecordedEvent['type'];
      readonly count: number;
      readonly event: RecordedEvent;
    };

export interface ActivityPage {
  /** By when it happened, the newest first. */
  readonly items: readonly ActivityItem[];
  /** Give it to get the page after this one; `undefined` at the beginning of the log. */
  readonly olderThan?: number;
}

const APPENDS_PER_PAGE = 50;
/** However little of an import is here: half a million events. */
const ROWS_PER_PAGE = 1_000;
const ALIKE = 3;

/** A page ends between two pieces of work: an import is never cut in two. */
export async function activityPage(db: Database, olderThan = Number.MAX_SAFE_INTEGER): Promise<ActivityPage> {
  const works: PieceOfWork[] = [];
  const newest = new Map<DeviceId, PieceOfWork>();
  let last: PieceOfWork | undefined;
  let rows = 0;
  let appends = 0;
  let seq: number | undefined;
  let isAll = true;
  const isFull = () => {
    if (appends < APPENDS_PER_PAGE) return false;
    const isOpen = [...newest.values()].some((work) => (work.isCutOff ? work === last : mayGoOn(work)));
    return !isOpen || rows >= ROWS_PER_PAGE;
  };
  const takeIn = (entries: readonly LogEntry[]) => {
    const [first] = entries;
    if (!first) return;
    appends += 1;
    // Another tablet may have been at work at the same time: each goes on with its own.
    const device = eventDevice(first.id);
    last = newest.get(device);
    if (last && joins(last, entries)) return;
    last = beginWork(entries);
    newest.set(device, last);
    works.push(last);
  };
  const backwards = db.log.where('seq').below(olderThan).reverse();
  await backwards
    .until(() => {
      isAll = !isFull();
      return !isAll;
    })
    .each((row) => {
      for (const entries of appendsIn(row)) takeIn(entries);
      rows += 1;
      seq = row.seq;
    });
  const items = works.flatMap(workToItems).sort(newestFirst);
  return isAll || seq === undefined ? { items } : { items, olderThan: seq };
}

/** By when it happened. */
const newestFirst = (a: ActivityItem, b: ActivityItem): number => (a.event.id < b.event.id ? 1 : -1);

/**
 * A row of this tablet is one append. A segment holds many, end to end, and the last one may be cut off: what one person
 * did in the same millisecond was one append there. The line of an import is written by itself.
 */
function appendsIn({ entries, segment }: LogRow): readonly (readonly LogEntry[])[] {
  if (segment === undefined) return [entries];
  const appends: LogEntry[][] = [];
  for (const entry of entries) {
    const before = appends.at(-1)?.at(-1);
    const isAtOnce = before?.by === entry.by && eventTime(before.id) === eventTime(entry.id);
    if (isAtOnce && entry.type !== 'ListImported') appends.at(-1)?.push(entry);
    else appends.push([entry]);
  }
  return appends.reverse();
}

export async function activityOf(db: Database, stream: StreamName): Promise<readonly ActivityItem[]> {
  const row = await db.streams.get(stream);
  return (row?.events ?? []).map((event): ActivityItem => ({ kind: 'one', stream, event })).reverse();
}

type Type = RecordedEvent['type'];

interface PieceOfWork {
  readonly by: string;
  /** By type, with the first few of each: enough to tell them one by one where there are no more. */
  readonly alike: Map<Type, { count: number; readonly few: LogEntry[] }>;
  /** How many of each type may still belong to it. */
  readonly open: Map<Type, number>;
  /** An import that was cut off has no line of its own: only what came in bulk is known to be from a list. */
  readonly isCutOff: boolean;
}

const LIST_TYPES: readonly Type[] = ['EmployeeEnrolled', 'EmployeeDetailsChanged', 'EmployeeLeft'];

function beginWork(entries: readonly LogEntry[]): PieceOfWork {
  const [first] = entries;
  const isCutOff = entries.length > ALIKE && entries.every(({ type }) => LIST_TYPES.includes(type));
  const work: PieceOfWork = { by: first?.by ?? '', alike: new Map(), open: new Map(), isCutOff };
  if (isCutOff) for (const type of LIST_TYPES) work.open.set(type, Number.POSITIVE_INFINITY);
  if (first?.type === 'ListImported') {
    const { enrolled, changed, left } = first.counts;
    for (const [at, count] of [enrolled, changed, left].entries()) {
      const type = LIST_TYPES[at];
      if (type) work.open.set(type, count);
    }
  }
  add(work, entries);
  return work;
}

const mayGoOn = ({ open }: PieceOfWork): boolean => [...open.values()].some((count) => count > 0);

/** Takes an older append in where it belongs to the same piece of work. */
function joins(work: PieceOfWork, entries: readonly LogEntry[]): boolean {
  if (entries.some(({ by }) => by !== work.by)) return false;
  const counts = new Map<Type, number>();
  for (const { type } of entries) counts.set(type, (counts.get(type) ?? 0) + 1);
  for (const [type, count] of counts) if (count > (work.open.get(type) ?? 0)) return false;
  if (work.isCutOff && entries.length <= ALIKE) return false;
  for (const [type, count] of counts) work.open.set(type, (work.open.get(type) ?? 0) - count);
  add(work, entries);
  return true;
}

function add({ alike }: PieceOfWork, entries: readonly LogEntry[]): void {
  for (const entry of entries) {
    const same = alike.get(entry.type);
    if (!same) alike.set(entry.type, { count: 1, few: [entry] });
    else {
      same.count += 1;
      if (same.few.length < ALIKE) same.few.push(entry);
    }
  }
}

const workToItems = ({ alike }: PieceOfWork): ActivityItem[] =>
  [...alike].flatMap(([type, { count, few }]): ActivityItem[] => {
    const [first] = few;
    if (first && count > ALIKE) return [{ kind: 'many', type, count, event: first }];
    return few.map(({ stream, ...event }) => ({ kind: 'one', stream, event }));
  });
