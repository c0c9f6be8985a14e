// A piece of work over many employees goes on the record as one line.

import { type BatchEvent, batchDecider } from '../../domain/batch';
import type { BatchId } from '../../domain/ids';
import { batchStream } from '../../domain/streams';
import { err, ok, type Result } from '../../kernel/result';
import type { AppDeps } from '../deps';
import { randomId } from '../randomId';
import { type AppendDeps, appendAsManager, type SessionOver } from './managerDeps';

/** Random for the record's own id. */
export type RecordDeps = AppendDeps & Pick<AppDeps, 'random'>;

export async function recordBatch(deps: RecordDeps, event: BatchEvent): Promise<Result<void, SessionOver>> {
  const recorded = await appendAsManager(deps, {
    stream: batchStream(randomId<BatchId>(deps.random)),
    decide: (state) => batchDecider.decide({ type: 'RecordBatch', event }, state),
  });
  if (recorded.ok) return ok(undefined);
  const { error } = recorded;
  if (error.type === 'sessionOver' || error.type === 'thisTabletRevoked') return err(error);
  throw new Error('A batch was on the record under a new id');
}
