// The driver: two lanes that carry out pushing and pulling, pause after a trouble and go on when something changes. What
// follows from what stands in `syncState.ts`.

import { ok, type Result } from '../kernel/result';
import type { CouchClient } from './couchClient';
import { type LaneDeps, type Pass, startLane } from './lane';
import { type PullDeps, pullPage, takeInReceived } from './pull';
import { type PushDeps, pushAll, sealOwn } from './push';
import { claimDatabase, lastMark, markSetBack } from './siteDocument';
import { type Lane, type SyncState, type SyncTrouble, startOfSync } from './syncState';

export interface ReplicatorDeps extends PushDeps, PullDeps, LaneDeps {
  readonly client: Pick<CouchClient, 'get' | 'put' | 'changes' | 'serverClock'>;
  /** The mark of this site, made under its key. */
  readonly siteCheck: string;
  /** Calls back when something was recorded here; gives a way to stop that. */
  readonly onRecorded: (listener: () => void) => () => void;
  /** Calls back when the network is back or the tablet was looked at again. */
  readonly onAwake: (listener: () => void) => () => void;
  readonly onState: (state: SyncState) => void;
  /** What is known from before. */
  readonly known?: Pick<SyncState, 'pulledAt' | 'pushedAt'>;
  readonly isRevoked: () => Promise<boolean>;
}

export interface Replicator {
  state(): SyncState;
  /** Tries at once what pauses or has stopped. */
  syncNow(): void;
  /** Resolves when whatever was under way has ended. */
  stop(): Promise<void>;
}

/** [Y38] False when the database was set back to an older copy. */
async function hasWhatItHad({ client, replication }: ReplicatorDeps): Promise<Result<boolean, SyncTrouble>> {
  for (const id of await replication.knownToBeThere()) {
    const there = await client.get(id);
    if (!there.ok) return there;
    if (!there.value) return ok(false);
  }
  return ok(true);
}

export function startReplicator(deps: ReplicatorDeps): Replicator {
  const stopping = new AbortController();
  let state: SyncState = { ...startOfSync, ...deps.known };
  const set = (part: Partial<SyncState>) => {
    state = { ...state, ...part };
    deps.onState(state);
  };

  // [Y11] Nothing is sent before it is known whose database it is; both lanes ask, and whichever comes second hears the same.
  let isOurs = false;
  let asking: Promise<Result<void, SyncTrouble>> | undefined;
  const claim = (): Promise<Result<void, SyncTrouble>> => {
    asking ??= claimOnce().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  async function claimOnce(): Promise<Result<void, SyncTrouble>> {
    isOurs = false;
    const site = { v: 1, check: deps.siteCheck };
    const claimed = await claimDatabase(deps.client, site);
    if (!claimed.ok) return claimed;
    const { born = '', writing } = claimed.value;
    const mark = await lastMark(deps.client, site.check, born);
    if (!mark.ok) return mark;
    let isOther = await deps.replication.meetDatabase(mark.value, writing === 'proven');
    const isWhole = isOther ? ok(true) : await hasWhatItHad(deps);
    if (!isWhole.ok) return isWhole;
    if (!isWhole.value) {
      // The others are told first: some of them would find all that they know of, once it is filled up.
      const marked = await markSetBack(deps.client, site, mark.value);
      if (!marked.ok) return marked;
      isOther = await deps.replication.meetDatabase(marked.value, false);
    }
    // Whatever was sent to another one, or has been lost there since, is not there.
    if (isOther) pushLane.nudge();
    isOurs = true;
    return ok(undefined);
  }

  const push: Pass = async (move, signal) => {
    const claimed = isOurs ? ok(undefined) : await claim();
    const of = await deps.replication.countWaiting();
    const onProgress = (done: number) => move({ status: 'moving', done, of: Math.max(done, of) });
    const pushed = claimed.ok ? await pushAll(deps, onProgress, signal) : claimed;
    if (pushed.ok && pushed.value > 0) {
      set({ pushedAt: deps.clock.now() });
      await deps.replication.pushed(deps.clock.now());
    }
    // Without the server the events are gathered, a whole segment at a time.
    if (!pushed.ok) await sealOwn(deps, { onlyFull: true });
    set({ waiting: await deps.replication.countWaiting() });
    return pushed.ok ? ok(undefined) : pushed;
  };

  // A connection that is listened to may be dead, as after a sleep: whoever asks to try now does not wait for it.
  let listening: AbortController | undefined;
  const pullNow = () => {
    listening?.abort();
    pullLane.nudge();
  };

  // [Y6] A revoked tablet may have been stolen: it receives only when a person asks it to, to hear whether that still counts.
  let isAskedFor = false;
  const revoked = { ok: false, error: { type: 'tabletRevoked' } } as const;

  const pull: Pass = async (move, signal) => {
    const takeIn = () => takeInReceived(deps, (done, of) => move({ status: 'takingIn', done, of }), signal);
    const isOnceMore = isAskedFor;
    isAskedFor = false;
    // What a tab that was closed had received; it may say that this tablet is revoked.
    await takeIn();
    if (!isOnceMore && (await deps.isRevoked())) return revoked;
    const claimed = await claim();
    if (!claimed.ok) return claimed;
    let done = 0;
    for (let waits = false; !signal.aborted; ) {
      listening = waits ? new AbortController() : undefined;
      const heard = listening ? AbortSignal.any([signal, listening.signal]) : signal;
      const page = await pullPage(deps, waits, heard);
      if (!page.ok && page.error.type === 'stopped' && listening?.signal.aborted) {
        waits = false;
        isAskedFor = false;
        continue;
      }
      if (page.ok) done += page.value.rows.length;
      waits = page.ok && (page.value.rows.length === 0 || page.value.pending === 0);
      if (page.ok && !waits) {
        move({ status: 'moving', done, of: done + (page.value.pending ?? 0) });
        continue;
      }
      // All of it, or as much as came before the network was gone.
      await takeIn();
      if (!page.ok) return page;
      if ((done > 0 || isOnceMore) && (await deps.isRevoked())) return revoked;
      if (signal.aborted) break;
      await deps.replication.pulled(deps.clock.now());
      set({ pulledAt: deps.clock.now() });
      move({ status: 'settled' });
      done = 0;
    }
    return ok(undefined);
  };

  const pushLane = startLane(deps, stopping.signal, {
    pass: push,
    show: (lane) => show({ push: lane }, lane),
    refuse: async () => ((await deps.isRevoked()) ? revoked.error : undefined),
  });
  const pullLane = startLane(deps, stopping.signal, {
    pass: pull,
    show: (lane) => show({ pull: lane }, lane),
    refuse: async () => (!isAskedFor && (await deps.isRevoked()) ? revoked.error : undefined),
  });
  function show(part: Partial<SyncState>, { status }: Lane): void {
    // What stands behind the address may be changed before it is tried again.
    if (status === 'stopped') isOurs = false;
    set(part);
  }

  const unsubscribe = [
    deps.onRecorded(pushLane.nudge),
    deps.onAwake(() => {
      pushLane.nudge();
      pullNow();
    }),
  ];
  const ended = Promise.all([pushLane.ended, pullLane.ended]);
  return {
    state: () => state,
    syncNow() {
      isAskedFor = true;
      pushLane.nudge();
      pullNow();
    },
    async stop() {
      for (const end of unsubscribe) end();
      stopping.abort();
      await ended;
    },
  };
}
