// A manager has looked at the tablet's clock and says that it is right: codes can be issued again after a jump back.

import { deviceStream } from '../../domain/streams';
import { type TabletRefusal, tabletDecider } from '../../domain/tabletDecider';
import { ok, type Result } from '../../kernel/result';
import { appendAsManager, type ManagerDeps, type SessionOver } from './managerDeps';

/** [K2] On record first: nothing is lifted that nobody has answered for. */
export async function confirmClock(deps: ManagerDeps): Promise<Result<void, TabletRefusal | SessionOver>> {
  const now = deps.clock.now();
  const confirmed = await appendAsManager(deps, {
    stream: deviceStream(deps.store.device),
    decide: (state) => tabletDecider.decide({ type: 'ConfirmClock', now }, state),
  });
  if (!confirmed.ok) return confirmed;
  await deps.store.confirmClock(now);
  return ok(undefined);
}
