// Who is on the list, in which order: the question behind the search field and the filters.
// The answer comes in portions of keys, the first one small, so that a screenful is there at once and 100,000 people
// never stand in the way of a finger. Rows are fetched for what is on screen only.

import type { EmployeeId } from '../domain/ids';
import type { AccountStatus } from '../domain/readiness';
import { employeeStream, type StreamName } from '../domain/streams';
import { searchWords } from '../kernel/searchText';
import type { Database, EmployeeRow } from './db';

export interface EmployeeFilter {
  readonly text: string;
  readonly account?: AccountStatus;
  readonly department?: string;
  readonly order: 'name' | 'line managers first';
}

type Keys = readonly StreamName<'employee'>[];

export interface EmployeePortion {
  readonly keys: Keys;
  /** Those rows behind the keys that finding them brought along; the others are fetched when they come into sight. */
  readonly rows: readonly EmployeeRow[];
}

export const FIRST_PORTION = 50;
const PORTION = 2_500;
const FILTER_PORTION = 200;
const LAST = '\uffff';

/** The rows behind some keys, in their order; someone erased meanwhile is left out. */
export async function employeeRows(db: Database, keys: Keys): Promise<EmployeeRow[]> {
  const rows = await db.streams.bulkGet([...keys]);
  return rows.filter((row) => row !== undefined) as EmployeeRow[];
}

/** The keys of everyone who matches, in order, in portions. */
export async function* employeePortions(
  db: Database,
  filter: EmployeeFilter,
): AsyncGenerator<EmployeePortion> {
  const words = searchWords(filter.text).sort((a, b) => b.length - a.length);
  if (words.length > 0) {
    const hits = byWords(db, words);
    yield* isFiltered(filter) ? matching(db, hits, (row) => fits(row, filter)) : hits;
  } else if (filter.order === 'line managers first') {
    const first = await waitingLineManagers(db);
    yield* matching(db, once(first), (row) => fits(row, filter));
    const isFirst = new Set<string>(first);
    for await (const { keys, rows } of byFilter(db, filter))
      yield { keys: keys.filter((key) => !isFirst.has(key)), rows };
  } else {
    yield* byFilter(db, filter);
  }
}

const isFiltered = ({ account, department }: EmployeeFilter): boolean =>
  account !== undefined || department !== undefined;

const fits = (row: EmployeeRow, { account, department }: EmployeeFilter): boolean =>
  (account === undefined || row.account === account) &&
  (department === undefined || row.department === department);

/** [E12] Anyone who has, for each of these, a word that starts so; in the order of the first. */
async function* byWords(
  db: Database,
  [first = '', ...others]: readonly string[],
): AsyncGenerator<EmployeePortion> {
  const seen = new Set<StreamName>();
  const unseen = (keys: readonly StreamName[]) =>
    keys.filter((key) => !seen.has(key) && seen.add(key)) as Keys;
  if (others.length === 0) {
    // One request brings the first screenful, rows and all.
    const hits = db.streams.where('words').startsWith(first).limit(FIRST_PORTION);
    const rows = (await hits.toArray()) as unknown as EmployeeRow[];
    yield { keys: unseen(rows.map((row) => row.stream)), rows };
    if (rows.length < FIRST_PORTION) return;
  }
  const haveOthers: ReadonlySet<StreamName>[] = [];
  for (const word of others) {
    const have = new Set<StreamName>();
    for await (const keys of hitsOf(db, word)) for (const key of keys) have.add(key);
    haveOthers.push(have);
  }
  for await (const hits of hitsOf(db, first)) {
    const keys = unseen(hits).filter((key) => haveOthers.every((have) => have.has(key)));
    yield { keys, rows: [] };
  }
}

/**
 * Everyone who has a word that starts so, in the order of the words, some of them more than once. An index cannot be
 * entered in the middle of one word, so a start that has too many hits is taken apart by the letter that follows.
 */
async function* hitsOf(db: Database, start: string): AsyncGenerator<readonly StreamName[]> {
  const words = db.streams.where('words');
  const keys = await words.startsWith(start).limit(PORTION).primaryKeys();
  if (keys.length < PORTION) return yield keys;
  yield await db.streams.where('words').equals(start).primaryKeys();
  for (let after = start; ; ) {
    const [next] = (await db.streams
      .where('words')
      .between(after, start + LAST, false)
      .limit(1)
      .keys()) as string[];
    if (next === undefined) return;
    const longer = next.slice(0, start.length + 1);
    yield* hitsOf(db, longer);
    after = longer + LAST;
  }
}

async function* byFilter(db: Database, filter: EmployeeFilter): AsyncGenerator<EmployeePortion> {
  const { account, department } = filter;
  if (department !== undefined && account !== undefined)
    yield* matching(db, inOrder(db, '[department+name]', department), (row) => row.account === account);
  else if (department !== undefined) yield* inOrder(db, '[department+name]', department);
  else if (account !== undefined) yield* inOrder(db, '[account+name]', account);
  else yield* inOrder(db, 'name');
}

/** Walks an index that ends in the name, which is unique: so each portion goes on where the last one ended. */
async function* inOrder(db: Database, index: string, group?: string): AsyncGenerator<EmployeePortion> {
  const bound = (name: string) => (group === undefined ? name : [group, name]);
  const after = (name: string) =>
    db.streams.where(index).between(bound(name), bound(LAST), name === '', true);
  const first = (await after('').limit(FIRST_PORTION).toArray()) as unknown as EmployeeRow[];
  yield { keys: first.map((row) => row.stream), rows: first };
  let last = first.length < FIRST_PORTION ? undefined : first.at(-1);
  while (last) {
    const keys = (await after(last.name).limit(PORTION).primaryKeys()) as unknown as Keys;
    yield { keys, rows: [] };
    [last] = keys.length < PORTION ? [] : await employeeRows(db, keys.slice(-1));
  }
}

async function* matching(
  db: Database,
  portions: AsyncIterable<EmployeePortion>,
  isMatch: (row: EmployeeRow) => boolean,
): AsyncGenerator<EmployeePortion> {
  for await (const { keys } of portions)
    for (let from = 0; from < keys.length; from += FILTER_PORTION) {
      const rows = await employeeRows(db, keys.slice(from, from + FILTER_PORTION));
      const matches = rows.filter(isMatch);
      yield { keys: matches.map((row) => row.stream), rows: matches };
    }
}

async function* once(keys: Keys): AsyncGenerator<EmployeePortion> {
  yield { keys, rows: [] };
}

/** [E7] Line managers who cannot sign in yet, the largest team first: they are the key to their teams. */
async function waitingLineManagers(db: Database): Promise<Keys> {
  const ids = (await db.streams.orderBy('lineManager').uniqueKeys()) as unknown as EmployeeId[];
  const rows = await employeeRows(db, ids.map(employeeStream));
  const waiting = rows.filter((row) => row.account !== 'active' && row.account !== 'left');
  const teams = await Promise.all(waiting.map(async (row) => ({ row, size: await teamSize(db, row) })));
  return teams.sort((a, b) => b.size - a.size).map(({ row }) => row.stream);
}

/** How many people name this employee as their line manager. */
export const teamSize = (db: Database, row: EmployeeRow): Promise<number> =>
  db.streams.where('lineManager').equals(row.stream.slice('employee:'.length)).count();

/** The departments in use, in order; found by leaping from one to the next. */
export async function departments(db: Database): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after = ''; ; ) {
    const next = (await db.streams.where('[department+name]').above([after, LAST]).first()) as
      | EmployeeRow
      | undefined;
    if (!next) return found;
    found.push(next.department);
    after = next.department;
  }
}
