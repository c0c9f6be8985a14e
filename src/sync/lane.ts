// One of the two lanes: it carries out its pass, pauses after a trouble, and goes on when something changes. What follows
// from a trouble stands in `syncState.ts`.

import type { Result } from '../kernel/result';
import { isNoRoom } from '../store/noRoom';
import { type Lane, laneAfter, lookAgainAfter, type SyncTrouble } from './syncState';

/** Does all there is to do, and tells how far it is. */
export type Pass = (move: (lane: Lane) => void, signal: AbortSignal) => Promise<Result<void, SyncTrouble>>;

export interface LaneDeps {
  readonly clock: { now(): number };
  /** Resolves after so many ms, or when `signal` says so. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly chance: () => number;
  /** Hears of what should not have happened; the lane is over then. */
  readonly onBug: (thrown: unknown) => void;
}

export interface LaneWork {
  readonly pass: Pass;
  readonly show: (lane: Lane) => void;
  /** Why the pass is not to be tried now, if it is not. */
  readonly refuse: () => Promise<SyncTrouble | undefined>;
}

/** Runs until `stopping` aborts. `nudge` tries at once what pauses or has stopped; `ended` resolves when nothing is under way. */
export function startLane(
  { clock, pause, chance, onBug }: LaneDeps,
  stopping: AbortSignal,
  { pass, show, refuse }: LaneWork,
): { nudge(): void; readonly ended: Promise<void> } {
  let wake = new AbortController();
  let isAsked = false;
  const nudge = () => {
    isAsked = true;
    wake.abort();
  };
  stopping.addEventListener('abort', nudge);

  async function run(): Promise<void> {
    let attempts = 0;
    while (!stopping.aborted) {
      isAsked = false;
      const trouble = await tryPass();
      if (stopping.aborted) return;
      attempts = trouble ? attempts + 1 : 0;
      const lane: Lane = trouble
        ? laneAfter(trouble, attempts, clock.now(), chance())
        : { status: 'settled' };
      show(lane);
      wake = new AbortController();
      if (isAsked) continue;
      const wait =
        lane.status === 'pausing'
          ? Math.max(0, lane.until - clock.now())
          : trouble && lookAgainAfter(trouble, chance());
      await (wait === undefined ? aborted(wake.signal) : pause(wait, wake.signal));
    }
  }

  async function tryPass(): Promise<SyncTrouble | undefined> {
    const refusal = await refuse();
    if (refusal) return refusal;
    try {
      const result = await pass(show, stopping);
      return result.ok ? undefined : result.error;
    } catch (thrown) {
      if (isNoRoom(thrown)) return { type: 'noRoom' };
      throw thrown;
    }
  }

  const ended = run().catch((thrown) => {
    show({ status: 'stopped', trouble: { type: 'broken' } });
    onBug(thrown);
  });
  return { nudge, ended };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
