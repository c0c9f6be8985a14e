// What every manager command starts from: the app's pieces, and proof that this manager's session still runs.

import type { Actor } from '../../domain/actor';
import type { StreamKind } from '../../domain/streams';
import { err, type Result } from '../../kernel/result';
import type { Decided, RevokedHere, Step } from '../../store/eventLog';
import type { ManagerQueries } from '../../store/managerQueries';
import type { AppDeps } from '../deps';
import { isRunning, type ManagerSession, type SessionHolder } from '../session';

export interface ManagerDeps extends AppDeps {
  readonly session: SessionHolder;
  readonly mine: ManagerSession;
  readonly queries: ManagerQueries;
}
/** What it takes to write in the manager's name. */
export type WriteDeps = Pick<ManagerDeps, 'store' | 'clock' | 'session' | 'mine'>;
/** Of which the log alone is written to. */
export type AppendDeps = Omit<WriteDeps, 'store'> & { readonly store: Pick<ManagerDeps['store'], 'log'> };
/** Why nothing is written, whatever it was: the session is over, or this tablet was revoked. */
export type SessionOver = { readonly type: 'sessionOver' } | RevokedHere;

export const managerActor = ({ mine }: Pick<ManagerDeps, 'mine'>): Actor => ({
  kind: 'manager',
  managerId: mine.managerId,
});

/** A locked manager area writes nothing more, whatever was still under way. */
export const isOpen = ({ session, mine, clock }: Omit<WriteDeps, 'store'>): boolean =>
  session.current() === mine && isRunning(mine, clock.now());

export async function appendAsManager<Kind extends StreamKind>(
  deps: AppendDeps,
  step: Step<Kind>,
): Promise<Decided<Kind> | Result<never, SessionOver>> {
  if (!isOpen(deps)) return err({ type: 'sessionOver' });
  return deps.store.log.append(managerActor(deps), step);
}
