// Who did what, when: the log read backwards, for the activity screen. A list is taken over in many pieces, but a person
// did it once: what stands under the line of an import and fits its counts is told as one.

import type { RecordedEvent, StreamName } from '../domain/streams';
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
  readonly items: readonly ActivityItem[];
  /** Give it to get the page after this one; `undefined` at the beginning of the log. */
  readonly olderThan?: number;
}

const LOG_ROWS_PER_PAGE = 50;
const ALIKE = 3;

/** A page ends between two pieces of work: an import is never cut in two. */
export async function activityPage(db: Database, olderThan = Number.MAX_SAFE_INTEGER): Promise<ActivityPage> {
  const items: ActivityItem[] = [];
  let work: PieceOfWork | undefined;
  for (let next = olderThan; ; ) {
    const rows = await db.log.where('seq').below(next).reverse().limit(LOG_ROWS_PER_PAGE).toArray();
    for (const row of rows) {
      if (work && joins(work, row)) continue;
      if (work) items.push(...workToItems(work));
      work = beginWork(row);
    }
    const last = rows.at(-1);
    const isAll = rows.length < LOG_ROWS_PER_PAGE || !last;
    if (!isAll && work && mayGoOn(work)) next = last.seq;
    else {
      if (work) items.push(...workToItems(work));
      return isAll ? { items } : { items, olderThan: last.seq };
    }
  }
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

function beginWork({ entries }: LogRow): PieceOfWork {
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

/** Takes an older row in where it belongs to the same piece of work. */
function joins(work: PieceOfWork, { entries }: LogRow): boolean {
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

function workToItems({ alike }: PieceOfWork): ActivityItem[] {
  const items = [...alike].flatMap(([type, { count, few }]): ActivityItem[] => {
    const [first] = few;
    if (first && count > ALIKE) return [{ kind: 'many', type, count, event: first }];
    return few.map(({ stream, ...event }) => ({ kind: 'one', stream, event }));
  });
  return items.sort((a, b) => (a.event.id < b.event.id ? 1 : -1));
}
