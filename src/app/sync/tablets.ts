// The tablets of this organisation: who they are, when they were last heard of, and ending one's part in it.

import { deviceStream } from '../../domain/streams';
import { type TabletRefusal, tabletDecider } from '../../domain/tabletDecider';
import type { DeviceId } from '../../kernel/hlc';
import { err, ok, type Result } from '../../kernel/result';
import type { Gap } from '../../store/standing';
import { appendAsManager, type SessionOver } from '../manager/managerDeps';
import { confirmPasscode } from '../manager/passcode';
import type { UnlockRefusal } from '../unlock';
import type { AdministratorOnly } from './connection';
import type { SyncDeps } from './syncDeps';

export interface TabletListed {
  readonly device: DeviceId;
  /** Empty for one that has not introduced itself. */
  readonly name: string;
  readonly site: string;
  readonly isThis: boolean;
  /** When it recorded the last event that is here, in ms since 1970. */
  readonly lastSeen?: number;
  /** Events that wait to be sent; of other tablets nobody can know. */
  readonly waiting?: number;
  readonly gaps: readonly Gap[];
  readonly revokedAt?: number;
  /** [V9] When a code of a tablet was used that nobody has added, in ms since 1970. */
  readonly heardOf?: number;
}

export async function listTablets({
  store,
  queries,
  replication,
}: SyncDeps): Promise<readonly TabletListed[]> {
  const [tablets, unknown, organisation, gaps, lastSeen, waiting] = await Promise.all([
    queries.tablets(),
    queries.unknownTablets(),
    store.queries.organisation(),
    replication.gaps(),
    replication.lastSeen(),
    replication.countWaiting(),
  ]);
  const sites = organisation.status === 'founded' ? organisation.sites : [];
  const strangers = unknown.map(
    ({ device, heardOf, revoked }): TabletListed => ({
      ...{ device, heardOf, name: '', site: '', isThis: false, gaps: [] },
      ...(revoked ? { revokedAt: revoked.at } : {}),
    }),
  );
  const listed = tablets.map(({ device, name, siteId, revoked }): TabletListed => {
    const seen = lastSeen.get(device);
    const isThis = device === store.device;
    return {
      device,
      name,
      site: sites.find((site) => site.siteId === siteId)?.name ?? '',
      isThis,
      gaps: gaps.filter((gap) => gap.device === device),
      ...(seen === undefined ? {} : { lastSeen: seen }),
      ...(isThis ? { waiting } : {}),
      ...(revoked ? { revokedAt: revoked.at } : {}),
    };
  });
  return [...listed, ...strangers];
}

export type RevokeRefusal =
  | UnlockRefusal
  | AdministratorOnly
  | TabletRefusal
  | SessionOver
  | { readonly type: 'thisTablet' };

/** [Y6] What the tablet sends from now on does not count, here and on every other. */
export async function revokeTablet(
  deps: SyncDeps,
  device: DeviceId,
  passcode: string,
): Promise<Result<void, RevokeRefusal>> {
  if (deps.mine.role !== 'admin') return err({ type: 'administratorOnly' });
  if (device === deps.store.device) return err({ type: 'thisTablet' });
  const proven = await confirmPasscode(deps, passcode);
  if (!proven.ok) return proven;
  // Nothing that has counted here is taken back, and what comes in the same moment counts here as it does elsewhere.
  const revoked = await deps.replication.revoke(device, deps.clock.now(), (log, lastSequence) =>
    appendAsManager(
      { ...deps, store: { log } },
      {
        stream: deviceStream(device),
        decide: (state) => tabletDecider.decide({ type: 'RevokeTablet', lastSequence }, state),
      },
    ),
  );
  return revoked.ok ? ok(undefined) : revoked;
}
