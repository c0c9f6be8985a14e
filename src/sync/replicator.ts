// The driver: two lanes that carry out pushing and pulling, pause after a trouble and go on when something changes. What
// follows from what stands in `syncState.ts`.

import { ok, type Result } from '../kernel/result';
import { isNoRoom } from '../store/noRoom';
import type { CouchClient } from './couchClient';
import { type PullDeps, pullPage, takeInReceived } from './pull';
import { type PushDeps, pushAll, sealOwn } from './push';
import { claimDatabase } from './siteDocument';
import {
  type Lane,
  LONGEST_PAUSE,
  laneAfter,
  mayEndByItself,
  type SyncState,
  type SyncTrouble,
  startOfSync,
} from './syncState';

export interface ReplicatorDeps extends PushDeps, PullDeps {
  readonly client: Pick<CouchClient, 'get' | 'put' | 'changes' | 'serverClock'>;
  /** The mark of this site, made under its key. */
  readonly siteCheck: string;
  /** Resolves after so many ms, or when `signal` says so. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly chance: () => number;
  /** Calls back when something was recorded here; gives a way to stop that. */
  readonly onRecorded: (listener: () => void) => () => void;
  /** Calls back when the network is back or the tablet was looked at again. */
  readonly onAwake: (listener: () => void) => () => void;
  readonly onState: (state: SyncState) => void;
  /** What is known from before. */
  readonly known?: Pick<SyncState, 'pulledAt' | 'pushedAt'>;
  readonly isRevoked: () => Promise<boolean>;
  /** Hears of what should not have happened; the lane is over then. */
  readonly onBug: (thrown: unknown) => void;
}

export interface Replicator {
  state(): SyncState;
  /** Tries at once what pauses or has stopped. */
  syncNow(): void;
  /** Resolves when whatever was under way has ended. */
  stop(): Promise<void>;
}

type Pass = (move: (lane: Lane) => void, signal: AbortSignal) => Promise<Result<void, SyncTrouble>>;

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
    const claimed = await claimDatabase(deps.client, { v: 1, check: deps.siteCheck });
    if (!claimed.ok) return claimed;
    const { born = '', writing } = claimed.value;
    // Whatever was sent to another one is not there.
    if (await deps.replication.meetDatabase(born, writing === 'proven')) pushLane.nudge();
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

  const pushLane = createLane(push, (lane) => set({ push: lane }));
  const pullLane = createLane(pull, (lane) => set({ pull: lane }));

  function createLane(pass: Pass, show: (lane: Lane) => void) {
    let wake = new AbortController();
    let isAsked = false;
    const nudge = () => {
      isAsked = true;
      wake.abort();
    };
    stopping.signal.addEventListener('abort', nudge);

    async function run(): Promise<void> {
      let attempts = 0;
      while (!stopping.signal.aborted) {
        isAsked = false;
        const trouble = await tryPass(pass, show);
        if (stopping.signal.aborted) return;
        attempts = trouble ? attempts + 1 : 0;
        const lane: Lane = trouble
          ? laneAfter(trouble, attempts, deps.clock.now(), deps.chance())
          : { status: 'settled' };
        show(lane);
        // What stands behind the address may be changed before it is tried again.
        if (lane.status === 'stopped') isOurs = false;
        wake = new AbortController();
        if (isAsked) continue;
        if (lane.status === 'pausing')
          await deps.pause(Math.max(0, lane.until - deps.clock.now()), wake.signal);
        else if (trouble && mayEndByItself(trouble)) await deps.pause(LONGEST_PAUSE, wake.signal);
        else await aborted(wake.signal);
      }
    }
    const ended = run().catch((thrown) => {
      show({ status: 'stopped', trouble: { type: 'broken' } });
      deps.onBug(thrown);
    });
    return { nudge, ended };
  }

  async function tryPass(pass: Pass, show: (lane: Lane) => void): Promise<SyncTrouble | undefined> {
    if (!(pass === pull && isAskedFor) && (await deps.isRevoked())) return revoked.error;
    try {
      const result = await pass(show, stopping.signal);
      return result.ok ? undefined : result.error;
    } catch (thrown) {
      if (isNoRoom(thrown)) return { type: 'noRoom' };
      throw thrown;
    }
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

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
