// Keeps the exchange with the other tablets running for as long as the app is open, and finishes joining.

import { fromBase64 } from '../../kernel/base64';
import { deriveIvKey, deriveSealingKey, siteCheck } from '../../platform/seal';
import type { Replication } from '../../store/replication';
import { createCouchClient } from '../../sync/couchClient';
import { takeInReceived } from '../../sync/pull';
import { type Replicator, startReplicator } from '../../sync/replicator';
import { startOfSync } from '../../sync/syncState';
import type { AppDeps } from '../deps';
import { finishJoining } from './finishJoining';
import { readSecrets, type SiteSecrets } from './siteSecrets';
import type { SyncHolder } from './syncHolder';

export interface SyncService {
  /** Ends what ran before, changes something while nothing runs, and begins with what is kept then. */
  restart(change?: () => Promise<void>): Promise<void>;
  syncNow(): void;
  stop(): Promise<void>;
}

export interface SyncServiceDeps extends Pick<AppDeps, 'store' | 'clock' | 'random' | 'network' | 'onBug'> {
  readonly holder: SyncHolder;
}

export function createSyncService(deps: SyncServiceDeps): SyncService {
  const { holder } = deps;
  let running: Replicator | undefined;
  // One start or stop after the other, however quickly they are asked for.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.catch(() => {}).then(work);
    return last;
  };

  async function stop(): Promise<void> {
    await running?.stop();
    running = undefined;
  }

  async function start(): Promise<void> {
    const replication = await deps.store.replication();
    const secrets = await readFinished(replication);
    if (secrets?.couch) running = await run(deps, replication, secrets);
    else await standAlone(replication, secrets);
  }

  /** A tab that was closed at the last step of joining finishes it. */
  async function readFinished(replication: Replication): Promise<SiteSecrets | undefined> {
    const secrets = await readSecrets({ replication });
    const { status } = await deps.store.queries.tablet();
    if (!secrets?.joining || status === 'unknown') return secrets;
    await finishJoining({ store: deps.store, replication }, secrets);
    return readSecrets({ replication });
  }

  async function standAlone(replication: Replication, secrets: SiteSecrets | undefined): Promise<void> {
    if (secrets) {
      const segmentKey = await deriveSealingKey(fromBase64(secrets.siteKey) ?? new Uint8Array(), 'segment');
      await takeInReceived({ replication, segmentKey, clock: deps.clock });
    }
    holder.set({ status: 'off', ...(secrets?.joining ? { isUnfinished: true } : {}) });
  }

  return {
    restart: (change) =>
      inTurn(async () => {
        await stop();
        await change?.();
        await start();
      }),
    syncNow: () => running?.syncNow(),
    stop: () => inTurn(stop),
  };
}

async function run(
  { store, clock, random, network, holder, onBug }: SyncServiceDeps,
  replication: Replication,
  secrets: SiteSecrets,
): Promise<Replicator> {
  if (!secrets.couch) throw new Error('There is nobody to exchange with');
  const client = createCouchClient(secrets.couch, network);
  const siteKey = fromBase64(secrets.siteKey) ?? new Uint8Array();
  let joining = secrets.joining !== undefined;
  let isFinishing = false;
  const known = {
    pulledAt: await replication.pulledAt(),
    pushedAt: await replication.pushedAt(),
  };
  holder.set({ status: 'on', state: { ...startOfSync, ...known }, joining, clockOffset: undefined });

  const replicator = startReplicator({
    client,
    replication,
    segmentKey: await deriveSealingKey(siteKey, 'segment'),
    ivKey: await deriveIvKey(siteKey),
    siteCheck: await siteCheck(siteKey),
    random,
    clock,
    pause: network.pause,
    chance: () => (random.bytes(1)[0] ?? 0) / 255,
    onRecorded: replication.onWrite,
    onAwake: network.onAwake,
    isRevoked: async () => {
      const tablet = await store.queries.tablet();
      return tablet.revoked !== undefined;
    },
    onBug,
    known,
    onState(state) {
      holder.set({ status: 'on', state, joining, clockOffset: client.serverClock()?.offset });
      if (!joining || isFinishing || state.pull.status !== 'settled') return;
      isFinishing = true;
      finishJoining({ store, replication }, secrets)
        .then((isDone) => {
          isFinishing = false;
          if (!isDone) return;
          joining = false;
          holder.set({
            status: 'on',
            state: replicator.state(),
            joining,
            clockOffset: client.serverClock()?.offset,
          });
        })
        .catch(onBug);
    },
  });
  return replicator;
}
