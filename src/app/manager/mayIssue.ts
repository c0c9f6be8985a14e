// Whether this tablet may make codes and day passes now: not with a clock that jumped back, nor once it was revoked.

import { type ClockJumpedBack, issuingRefusal } from '../../domain/clockGuard';
import { err, ok, type Result } from '../../kernel/result';
import type { RevokedHere } from '../../store/eventLog';
import type { AppDeps } from '../deps';

export type IssuingRefusal = ClockJumpedBack | RevokedHere;

export async function mayIssue({
  store,
  clock,
}: Pick<AppDeps, 'store' | 'clock'>): Promise<Result<void, IssuingRefusal>> {
  if ((await store.queries.tablet()).revoked) return err({ type: 'thisTabletRevoked' });
  const jumpedBack = issuingRefusal(await store.lastWall(), clock.now());
  return jumpedBack ? err(jumpedBack) : ok(undefined);
}
