// The tablets of this organisation: who they are, when they were last heard of, and ending one's part in it.

import { deviceStream } from '../../domain/streams';
import { type TabletRefusal, tabletDecider } from '../../domain/tabletDecider';
import { type DeviceId, eventDevice } from '../../kernel/hlc';
import { err, ok, type Result } from '../../kernel/result';
import type { Gap } from '../../store/standing';
import { appendAsManager, type SessionOver } from '../manager/managerDeps';
import { confirmPasscode } from '../manager/passcode';
import type { UnlockRefusal } from '../unlock';
import type { AdministratorOnly } from './connection';
import type { SyncDeps } from './syncDeps';

export interface TabletListed {
  readonly device: DeviceId;
  readonly name: string;
  readonly site: string;
  readonly isThis: boolean;
  /** When it recorded the last event that is here, in ms since 1970. */
  readonly lastSeen?: number;
  /** Events that wait to be sent; of other tablets nobody can know. */
  readonly waiting?: number;
  readonly gaps: readonly Gap[];
  readonly revokedAt?: number;
}

export async function listTablets({
  store,
  queries,
  replication,
}: SyncDeps): Promise<readonly TabletListed[]> {
  const [tablets, organisation, gaps, lastSeen, waiting] = await Promise.all([
    queries.tablets(),
    store.queries.organisation(),
    replication.gaps(),
    replication.lastSeen(),
    replication.countWaiting(),
  ]);
  const sites = organisation.status === 'founded' ? organisation.sites : [];
  return tablets.map(({ device, name, siteId, revoked }) => {
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
}

/** Nothing that has counted here is taken back: neither its segments, nor what was carried here from later ones. */
async function lastCounting({ replication }: SyncDeps, device: DeviceId): Promise<number> {
  const carried = (await replication.carried()).filter(({ entry }) => eventDevice(entry.id) === device);
  const known = (await replication.lastSequences()).get(device) ?? 0;
  return Math.max(known, ...carried.map(({ sequence }) => sequence));
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
  const lastSequence = await lastCounting(deps, device);
  const revoked = await appendAsManager(deps, {
    stream: deviceStream(device),
    decide: (state) => tabletDecider.decide({ type: 'RevokeTablet', lastSequence }, state),
  });
  return revoked.ok ? ok(undefined) : revoked;
}
