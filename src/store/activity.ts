// Who did what, when: the log read backwards, for the activity screen.

import type { RecordedEvent, StreamName } from '../domain/streams';
import type { Database, LogEntry } from './db';

/** One line of the activity: an event, or many alike that came in one go (a chunk of an import). */
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

export async function activityPage(db: Database, olderThan = Number.MAX_SAFE_INTEGER): Promise<ActivityPage> {
  const rows = await db.log.where('seq').below(olderThan).reverse().limit(LOG_ROWS_PER_PAGE).toArray();
  const items = rows.flatMap((row) => entriesToItems(row.entries));
  const last = rows.at(-1);
  return rows.length < LOG_ROWS_PER_PAGE || !last ? { items } : { items, olderThan: last.seq };
}

export async function activityOf(db: Database, stream: StreamName): Promise<readonly ActivityItem[]> {
  const row = await db.streams.get(stream);
  return (row?.events ?? []).map((event): ActivityItem => ({ kind: 'one', stream, event })).reverse();
}

function entriesToItems(entries: readonly LogEntry[]): ActivityItem[] {
  const byType = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    const alike = byType.get(entry.type);
    if (alike) alike.push(entry);
    else byType.set(entry.type, [entry]);
  }
  const items = [...byType.values()].flatMap((alike): ActivityItem[] => {
    const [first] = alike;
    if (first && alike.length > ALIKE)
      return [{ kind: 'many', type: first.type, count: alike.length, event: first }];
    return alike.map(({ stream, ...event }) => ({ kind: 'one', stream, event }));
  });
  return items.sort((a, b) => (a.event.id < b.event.id ? 1 : -1));
}
