// Many streams read at once.

import type { StreamName } from '../domain/streams';
import type { Database, EmployeeRow, StreamRow } from './db';

/** The rows of these streams, and perhaps of some between them; a stream without a row is left out. */
export async function readStreams(
  db: Database,
  streams: Iterable<StreamName>,
): Promise<Map<StreamName, StreamRow>> {
  // Between a tablet and an employee lie all the others, so that each kind is read by itself.
  const kinds = new Map<string | undefined, StreamName[]>();
  for (const stream of [...new Set(streams)].sort()) {
    const [kind] = stream.split(':', 1);
    const names = kinds.get(kind);
    if (names) names.push(stream);
    else kinds.set(kind, [stream]);
  }
  // Nothing but the database is ever awaited here: a live query stops watching, and a transaction ends, after anything else.
  const found = new Map<StreamName, StreamRow>();
  for (const names of kinds.values()) {
    const range = names.length < FEW ? undefined : await readRange(db, names);
    for (const row of range ?? (await db.streams.bulkGet(names))) if (row) found.set(row.stream, row);
  }
  return found;
}

const FEW = 20;

/**
 * One request for the whole range instead of one per name: for a sorted list, most of what lies between its first and
 * last name is asked for. Measured: the single gets were a third of an import. `undefined` when too much lies between.
 */
async function readRange(db: Database, names: readonly StreamName[]): Promise<StreamRow[] | undefined> {
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const limit = names.length * 2;
  const rows = await db.streams.where('stream').between(first, last, true, true).limit(limit).toArray();
  return rows.length < limit ? rows : undefined;
}

const EMPLOYEES_PER_READ = 500;

/** Everyone by name, whole rows, in portions. */
export async function* employeesByName(db: Database): AsyncGenerator<readonly EmployeeRow[]> {
  for (let after = ''; ; ) {
    // The name is unique, so each portion goes on where the last one ended; who is no employee has none.
    const rest = db.streams.where('name').above(after).limit(EMPLOYEES_PER_READ);
    const rows = (await rest.toArray()) as EmployeeRow[];
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < EMPLOYEES_PER_READ) return;
    after = last.name;
  }
}
