// A piece of work over many employees, kept for the record: a list was imported, the list was exported, everything was
// put into a backup, something was carried to another tablet or taken in from one.

import type { Decider } from '../kernel/decider';
import type { DeviceId } from '../kernel/hlc';
import { err, ok } from '../kernel/result';
import { initialStates } from './initialStates';

export interface ImportCounts {
  readonly enrolled: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly left: number;
  readonly wrong: number;
}

/** What is carried without a network: who may no longer sign in, or everything that has not been sent. */
export type ParcelKind = 'revocations' | 'everything';

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
  | { readonly type: 'BackupMade'; readonly v: 1; readonly count: number }
  /** How many events it holds. */
  | { readonly type: 'ParcelMade'; readonly v: 1; readonly kind: ParcelKind; readonly count: number }
  /** From which tablet, and how many events of it were new. */
  | {
      readonly type: 'ParcelTakenIn';
      readonly v: 1;
      readonly kind: ParcelKind;
      readonly from: DeviceId;
      readonly count: number;
    };

export type BatchState =
  | { readonly status: 'open' }
  | { readonly status: 'recorded'; readonly event: BatchEvent };
export type BatchCommand = { readonly type: 'RecordBatch'; readonly event: BatchEvent };
export type BatchRefusal = { readonly type: 'batchRecorded' };

const kinds: readonly string[] = [
  'ListImported',
  'ListExported',
  'BackupMade',
  'ParcelMade',
  'ParcelTakenIn',
] satisfies BatchEvent['type'][];

export const batchDecider: Decider<BatchState, BatchCommand, BatchEvent, BatchRefusal> = {
  initial: initialStates.batch,
  decide: (command, state) =>
    state.status === 'open' ? ok([command.event]) : err({ type: 'batchRecorded' }),
  evolve: (state, event) =>
    state.status === 'open' && kinds.includes(event.type) ? { status: 'recorded', event } : state,
};
