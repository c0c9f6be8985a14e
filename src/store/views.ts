// From events to rows: every stream's row is a function of the set of its events, folded in id order.
// Late events refold that one stream; no row is ever patched. Views can be thrown away and rebuilt from the log.

import type { Employee } from '../domain/employee';
import { fullName } from '../domain/employeeDetails';
import { folds, isReadable, streamKind } from '../domain/folds';
import { accountStatus } from '../domain/readiness';
import {
  type RecordedEvent,
  type StateOf,
  type StreamKind,
  type StreamName,
  streamId,
} from '../domain/streams';
import type { Fold } from '../kernel/decider';
import { foldText, searchWords } from '../kernel/searchText';
import type { Database, EmployeeKeys, StreamRow } from './db';
import { areViewsCurrent, VIEWS_VERSION } from './viewsVersion';

const LOG_ROWS_PER_STEP = 50;

const foldOf = (kind: StreamKind) => folds[kind] as unknown as Fold<unknown, RecordedEvent>;

/**
 * The word that stands for an email address, whatever its capitals. It begins with a sign that no word of a search has,
 * so that no search finds it.
 */
export const addressWord = (address: string): string => `@${address.toLowerCase()}`;

/**
 * The keys an employee is found by: sorted by last name, searched by the start of any name part or of the ID, with or
 * without its leading zeros.
 */
function employeeKeys(id: string, employee: Employee): EmployeeKeys {
  const { details } = employee;
  return {
    name: `${foldText(details.lastName)}\u0001${foldText(details.firstName)}\u0001${id}`,
    account: accountStatus(employee),
    department: details.department ?? '',
    words: [
      ...searchWords(id, id.replace(/^0+(?=.)/, ''), fullName(details)),
      ...[details.email, employee.personalEmail].flatMap((address) => (address ? addressWord(address) : [])),
    ],
    ...(details.lineManager === undefined ? {} : { lineManager: details.lineManager }),
    ...(employee.attention.length === 0 ? {} : { attention: employee.attention.length }),
  };
}

function toRow(stream: StreamName, events: readonly RecordedEvent[], view: unknown): StreamRow {
  const row = { stream, events, view: view as StateOf<StreamKind> };
  const employee = view as StateOf<'employee'>;
  if (streamKind(stream) !== 'employee' || employee.status !== 'enrolled') return row;
  return { ...row, ...employeeKeys(streamId(stream), employee) } as StreamRow;
}

export function emptyRow(stream: StreamName): StreamRow {
  const kind = streamKind(stream);
  return toRow(stream, [], kind === undefined ? undefined : foldOf(kind).initial);
}

const evolveAll = (stream: StreamName, view: unknown, events: readonly RecordedEvent[]): unknown => {
  const kind = streamKind(stream);
  if (kind === undefined) return view;
  const { evolve } = foldOf(kind);
  return events.filter(isReadable).reduce((state, event) => evolve(state, event), view);
};

/** For events made here and now: their ids are greater than any in the row, so the fold goes on from its view. */
export const extendRow = (row: StreamRow, events: readonly RecordedEvent[]): StreamRow =>
  toRow(row.stream, [...row.events, ...events], evolveAll(row.stream, row.view, events));

/** For events that are not in the row yet, from anywhere. */
export function mergeIntoRow(row: StreamRow, events: readonly RecordedEvent[]): StreamRow {
  const last = row.events.at(-1)?.id ?? '';
  const isLater = events.every(({ id }, at) => id > (events[at - 1]?.id ?? last));
  return isLater ? extendRow(row, events) : refoldRow(row, events);
}

/** For events from anywhere, in any order, with duplicates: the stream is sorted and folded anew. */
export function refoldRow(row: StreamRow, events: readonly RecordedEvent[]): StreamRow {
  const byId = new Map([...row.events, ...events].map((event) => [event.id, event]));
  const sorted = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return toRow(row.stream, sorted, evolveAll(row.stream, emptyRow(row.stream).view, sorted));
}

/**
 * Makes every row anew from the log when the views are of another version; goes on where it stopped when the tab
 * was killed meanwhile. `onProgress` hears how many log rows are done, of how many.
 */
export async function rebuildViews(
  db: Database,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<void> {
  if (await areViewsCurrent(db)) return;
  const state = await db.meta.get('views');
  if (state?.key !== 'views' || state.version !== VIEWS_VERSION)
    await db.transaction('rw', db.streams, db.meta, async () => {
      await db.streams.clear();
      await db.meta.put({ key: 'views', version: VIEWS_VERSION, rebuiltUpTo: 0 });
    });
  const of = await db.log.count();
  for (let done = LOG_ROWS_PER_STEP; await rebuildStep(db); done += LOG_ROWS_PER_STEP)
    onProgress(Math.min(done, of), of);
}

/** Takes the next log rows into the views; false when there are none left. */
async function rebuildStep(db: Database): Promise<boolean> {
  return db.transaction('rw', db.log, db.streams, db.meta, async () => {
    const state = await db.meta.get('views');
    const upTo = state?.key === 'views' ? (state.rebuiltUpTo ?? 0) : 0;
    const logRows = await db.log.where('seq').above(upTo).limit(LOG_ROWS_PER_STEP).toArray();
    const last = logRows.at(-1);
    if (!last) {
      await db.meta.put({ key: 'views', version: VIEWS_VERSION });
      return false;
    }
    const eventsByStream = new Map<StreamName, RecordedEvent[]>();
    for (const { stream, ...event } of logRows.flatMap((row) => row.entries)) {
      const events = eventsByStream.get(stream);
      if (events) events.push(event);
      else eventsByStream.set(stream, [event]);
    }
    const streams = [...eventsByStream.keys()];
    const before = await db.streams.bulkGet(streams);
    const after = streams.map((stream, index) =>
      refoldRow(before[index] ?? emptyRow(stream), eventsByStream.get(stream) ?? []),
    );
    await db.streams.bulkPut(after);
    await db.meta.put({ key: 'views', version: VIEWS_VERSION, rebuiltUpTo: last.seq });
    return true;
  });
}
