// Whether this tablet may open anything yet.

import { err, ok, type Result } from '../kernel/result';
import type { AppDeps } from './deps';

export type TabletNotReady = { readonly type: 'tabletNotReady' };

/**
 * [S8] A tablet that has received only part of what the others know would judge by the middle of history. It puts itself
 * on the list as soon as it has everything.
 */
export async function checkReady({ store }: Pick<AppDeps, 'store'>): Promise<Result<void, TabletNotReady>> {
  const { status } = await store.queries.tablet();
  return status === 'added' ? ok(undefined) : err({ type: 'tabletNotReady' });
}
