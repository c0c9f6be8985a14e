// The import itself: chunk by chunk, each chunk whole or not at all, decided anew against what is there at that moment.
// Between two chunks it can be stopped, and a locked area stops it. What was written stays; importing the list again
// goes on from there and changes nothing twice.

import {
  countOutcomes,
  countsToRecord,
  decideRow,
  notReached,
  outcomeOfRow,
  type RowOutcome,
} from '../../domain/importOutcome';
import { employeeStream } from '../../domain/streams';
import { err, ok, type Result } from '../../kernel/result';
import type { Step } from '../../store/eventLog';
import { type ImportPlan, type ListOutcome, type PlacedPerson, peopleAt } from './importPlan';
import { isOpen, managerActor, type SessionOver } from './managerDeps';
import { type RecordDeps, recordBatch } from './recordBatch';

/** What became of each row. */
export interface ImportReport extends ListOutcome {
  readonly end: 'finished' | 'stopped';
}

export interface ImportControls {
  /** Stops the import after the chunk under way. */
  readonly signal?: AbortSignal;
  /** How many people are done, of how many. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Some 100 ms on a slow tablet: short enough to stop at once, long enough that the writes are what it costs. */
const PEOPLE_PER_CHUNK = 500;

export async function runImport(
  deps: RecordDeps,
  plan: ImportPlan,
  { signal, onProgress }: ImportControls = {},
): Promise<Result<ImportReport, SessionOver>> {
  const { fileName, rows, places } = plan;
  const outcomes = rows.map((row) => outcomeOfRow(row) ?? notReached);
  let done = 0;
  onProgress?.(done, places.length);
  while (done < places.length && !signal?.aborted) {
    if (!isOpen(deps)) return err({ type: 'sessionOver' });
    const chunk = peopleAt(rows, places.subarray(done, done + PEOPLE_PER_CHUNK));
    await deps.store.log.appendEach(
      managerActor(deps),
      chunk.map((person) => takeOver(person, outcomes)),
    );
    done += chunk.length;
    onProgress?.(done, places.length);
  }
  const end = done < places.length ? 'stopped' : 'finished';
  const counts = countsToRecord(countOutcomes(outcomes));
  const recorded = await recordBatch(deps, { type: 'ListImported', v: 1, fileName, counts, end });
  return recorded.ok ? ok({ fileName, rows, outcomes, end }) : recorded;
}

/** The step for one person; it notes what was decided. */
const takeOver = ({ row, place }: PlacedPerson, outcomes: RowOutcome[]): Step<'employee'> => ({
  stream: employeeStream(row.employeeId),
  decide(state) {
    const { decided, outcome } = decideRow(row, state);
    outcomes[place] = outcome;
    return decided;
  },
});
