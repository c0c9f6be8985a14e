// A piece of work over many employees, kept for the record: a list was imported, the list was exported, everything was
// put into a backup.

import type { Decider } from '../kernel/decider';
import { err, ok } from '../kernel/result';
import { initialStates } from './initialStates';

export interface ImportCounts {
  readonly enrolled: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly left: number;
  readonly wrong: number;
}

export type BatchEvent =
  | {
      readonly type: 'ListImported';
      readonly v: 1;
      readonly fileName: string;
      readonly counts: ImportCounts;
      readonly end: 'finished' | 'stopped';
    }
  | { readonly type: 'ListExported'; readonly v: 1; readonly count: number }
  /** How many events it holds. */
  | { readonly type: 'BackupMade'; readonly v: 1; readonly count: number };

export type BatchState =
  | { readonly status: 'open' }
  | { readonly status: 'recorded'; readonly event: BatchEvent };
export type BatchCommand = { readonly type: 'RecordBatch'; readonly event: BatchEvent };
export type BatchRefusal = { readonly type: 'batchRecorded' };

const kinds: readonly string[] = [
  'ListImported',
  'ListExported',
  'BackupMade',
] satisfies BatchEvent['type'][];

export const batchDecider: Decider<BatchState, BatchCommand, BatchEvent, BatchRefusal> = {
  initial: initialStates.batch,
  decide: (command, state) =>
    state.status === 'open' ? ok([command.event]) : err({ type: 'batchRecorded' }),
  evolve: (state, event) =>
    state.status === 'open' && kinds.includes(event.type) ? { status: 'recorded', event } : state,
};
