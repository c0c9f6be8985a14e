// Before an import: a file is opened, its columns are recognised, and a dry run says what would happen to each row.
// Nothing is written here.

import type { ImportColumn } from '../../domain/importColumns';
import { decideRow, outcomeOfRow, type RowOutcome } from '../../domain/importOutcome';
import type { ReadingOptions } from '../../domain/importReaders';
import type { ImportRow, PersonRow } from '../../domain/importRow';
import { err, ok, type Result } from '../../kernel/result';
import type { AppDeps } from '../deps';
import { today } from '../today';
import type { OpenedList, OpenListRefusal } from './listDesk';
import { createListReader, type ListReader } from './listReader';
import type { ManagerDeps } from './managerDeps';

export type ListFileTrouble =
  | OpenListRefusal
  /** It is gone, or the browser may not read it. */
  | { readonly type: 'listFileUnreadable' }
  | { readonly type: 'listFileTooLarge'; readonly limit: number };

/** An opened list, until `close` lets go of it. */
export interface ListDraft extends OpenedList {
  readonly fileName: string;
  readonly reader: ListReader;
  close(): void;
}

/** Every row of a list with what becomes of it, in the order of the file. */
export interface ListOutcome {
  readonly fileName: string;
  readonly rows: readonly ImportRow[];
  readonly outcomes: readonly RowOutcome[];
}

export interface ImportPlan extends ListOutcome {
  /** Where the people stand among the rows, in the order in which they are read and written: see `placesById`. */
  readonly places: Uint32Array;
}

/** In bytes: some 500,000 people. What is larger is no list of employees. */
const LIST_FILE_LIMIT = 128 * 1024 * 1024;
const ROWS_PER_PORTION = 1_000;

type PlanDeps = Pick<ManagerDeps, 'store' | 'queries' | 'clock'>;
export type ListFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** Opens a chosen file in a worker. */
export async function readList(
  deps: Pick<AppDeps, 'startListWorker'>,
  file: ListFile,
): Promise<Result<ListDraft, ListFileTrouble>> {
  if (file.size > LIST_FILE_LIMIT) return err({ type: 'listFileTooLarge', limit: LIST_FILE_LIMIT });
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return err({ type: 'listFileUnreadable' });
  const reader = createListReader(deps.startListWorker);
  const opened = await reader.open(new Uint8Array(bytes)).catch((failure: unknown) => {
    reader.close();
    throw failure;
  });
  if (!opened.ok) {
    reader.close();
    return opened;
  }
  return ok({ ...opened.value, fileName: file.name, reader, close: reader.close });
}

async function readingOptions(deps: PlanDeps): Promise<ReadingOptions> {
  const organisation = await deps.store.queries.organisation();
  const country = organisation.status === 'founded' ? { country: organisation.country } : {};
  return { today: today(deps), ...country };
}

/** The dry run. `undefined` when `signal` called it off: another question has been asked meanwhile. */
export async function planImport(
  deps: PlanDeps,
  draft: ListDraft,
  columns: readonly ImportColumn[],
  signal?: AbortSignal,
): Promise<ImportPlan | undefined> {
  const rows: ImportRow[] = [];
  const { rowCount, places } = await draft.reader.read(columns, await readingOptions(deps));
  for (let from = 0; from < rowCount; from += ROWS_PER_PORTION) {
    if (signal?.aborted) return undefined;
    for (const row of await draft.reader.portion(from, from + ROWS_PER_PORTION)) rows.push(row);
  }
  return planRows(deps, draft.fileName, rows, places, signal);
}

/** The dry run over rows that have been read already. */
export async function planRows(
  { queries }: Pick<PlanDeps, 'queries'>,
  fileName: string,
  rows: readonly ImportRow[],
  places: Uint32Array,
  signal?: AbortSignal,
): Promise<ImportPlan | undefined> {
  const outcomes = rows.map(outcomeOfRow);
  for (let from = 0; from < places.length; from += ROWS_PER_PORTION) {
    if (signal?.aborted) return undefined;
    const people = peopleAt(rows, places.subarray(from, from + ROWS_PER_PORTION));
    const states = await queries.employeeStates(people.map(({ row }) => row.employeeId));
    for (const { row, place } of people)
      outcomes[place] = decideRow(row, states.get(row.employeeId) ?? UNKNOWN).outcome;
  }
  return { fileName, rows, outcomes: outcomes as RowOutcome[], places };
}

const UNKNOWN = { status: 'unknown' } as const;

export interface PlacedPerson {
  readonly row: PersonRow;
  /** Where the row stands in the list. */
  readonly place: number;
}

/** The people of some places. */
export const peopleAt = (rows: readonly ImportRow[], places: Uint32Array): PlacedPerson[] =>
  Array.from(places, (place) => ({ row: rows[place] as PersonRow, place }));
