// The driver: when it tries, when it waits, and what wakes it.

import { afterEach, expect, test, vi } from 'vitest';
import { err, ok } from '../../../src/kernel/result';
import type { Replication } from '../../../src/store/replication';
import type { ChangesPage } from '../../../src/sync/changesPage';
import type { CouchTrouble } from '../../../src/sync/couchTrouble';
import { type Replicator, type ReplicatorDeps, startReplicator } from '../../../src/sync/replicator';
import type { SyncState } from '../../../src/sync/syncState';

const NOW = 1_700_000_000_000;
let replicator: Replicator | undefined;
afterEach(async () => {
  await replicator?.stop();
});

interface Answer {
  get?: CouchTrouble;
  put?: CouchTrouble;
  changes?: CouchTrouble;
  /** Comes before `changes`. */
  firstPage?: ChangesPage;
  site?: string | undefined;
}

/** A tablet with one sealed segment to send, a server that answers as told, and time that passes when told. */
function tablet(answer: Answer = {}) {
  answer.site ??= 'this site';
  const waiting = new Map([['a', { id: 'a', count: 1, document: { _id: 'a', body: '' } }]]);
  const heard = { recorded: () => {}, awake: () => {} };
  const pauses: number[] = [];
  const states: SyncState[] = [];
  const bugs: unknown[] = [];
  const asked = { put: 0, changes: 0 };
  const endless = (signal?: AbortSignal) =>
    new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(new Error('stopped'))));
  const replication = {
    device: 'aaaaaaaaaa',
    async *unsealed() {},
    waiting: async () => [...waiting.values()],
    acknowledge: async (ids: readonly string[]) => ids.forEach((id) => void waiting.delete(id)),
    checkpoint: async () => '0',
    stored: async () => new Set(),
    received: 0,
    receive: async ({ groups }: { readonly groups: readonly unknown[] }) => {
      replication.received += groups.length;
    },
    countReceived: async () => replication.received,
    takeInReceived: async () => {
      const isThere = replication.received > 0;
      replication.received = Math.max(0, replication.received - 1);
      return isThere;
    },
    pulled: async () => {},
    pushed: async () => {},
    countWaiting: async () => waiting.size,
    due: async () => [],
    meetDatabase: async () => false,
    knownToBeThere: async () => [],
  };
  const deps: ReplicatorDeps = {
    siteCheck: 'this site',
    client: {
      get: async () => {
        if (answer.get) return err(answer.get);
        return ok(answer.site === undefined ? undefined : { v: 1, check: answer.site });
      },
      put: async () => {
        asked.put += 1;
        return answer.put ? err(answer.put) : ok('stored');
      },
      changes: async ({ feed }, signal) => {
        asked.changes += 1;
        if (answer.firstPage && asked.changes === 1) return ok(answer.firstPage);
        if (answer.changes) return err(answer.changes);
        if (feed === 'longpoll') return endless(signal).catch(() => err({ type: 'stopped' }));
        return ok({ rows: [], lastSeq: '0', pending: 0 });
      },
      serverClock: () => undefined,
    },
    replication: replication as unknown as Replication,
    segmentKey: {} as CryptoKey,
    ivKey: {} as CryptoKey,
    random: { bytes: (count) => new Uint8Array(count) },
    clock: { now: () => NOW },
    pause: (ms, signal) => {
      pauses.push(ms);
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    },
    chance: () => 1,
    onRecorded: (listener) => {
      heard.recorded = listener;
      return () => {};
    },
    onAwake: (listener) => {
      heard.awake = listener;
      return () => {};
    },
    onState: (state) => states.push(state),
    isRevoked: async () => false,
    onBug: (thrown) => bugs.push(thrown),
  };
  return { deps, replication, states, waiting, heard, pauses, asked, bugs, answer };
}
const start = ({ deps }: ReturnType<typeof tablet>, changed: Partial<ReplicatorDeps> = {}) => {
  replicator = startReplicator({ ...deps, ...changed });
  return replicator;
};
const settled = { push: { status: 'settled' }, pull: { status: 'settled' } };

test('[Y11] a database that has become another site’s is not listened to, and nothing is sent there', async () => {
  const here = tablet({ site: 'another site' });
  const running = start(here);
  const stopped = { status: 'stopped', trouble: { type: 'otherSite' } };
  await vi.waitFor(() => expect(running.state()).toMatchObject({ pull: stopped, push: stopped }));
  expect(here.asked).toEqual({ put: 0, changes: 0 });
});

test('[Y11] nothing is sent before it is known whose database it is', async () => {
  const here = tablet({ get: { type: 'timedOut' } });
  const running = start(here);
  await vi.waitFor(() => expect(running.state().push).toMatchObject({ status: 'pausing' }));
  expect(here.asked.put).toBe(0);
  delete here.answer.get;
  here.heard.awake();
  await vi.waitFor(() => expect(running.state()).toMatchObject(settled));
  expect(here.waiting.size).toBe(0);
});

test('what waits is sent, and then the server is listened to', async () => {
  const here = tablet();
  const running = start(here);
  await vi.waitFor(() => expect(running.state()).toMatchObject(settled));
  expect(here.waiting.size).toBe(0);
  expect(here.asked).toEqual({ put: 1, changes: 2 });
});

test('[Y1] what is recorded is sent at once', async () => {
  const here = tablet();
  const running = start(here);
  await vi.waitFor(() => expect(running.state()).toMatchObject(settled));
  here.waiting.set('b', { id: 'b', count: 1, document: { _id: 'b', body: '' } });
  here.heard.recorded();
  await vi.waitFor(() => expect(here.waiting.size).toBe(0));
});

test('[Y12] without a server it waits longer each time, and tries at once when something changes', async () => {
  const here = tablet({ put: { type: 'unreachable' } });
  const running = start(here);
  await vi.waitFor(() => expect(here.pauses).toEqual([1_000]));
  expect(running.state().push).toEqual({
    status: 'pausing',
    trouble: { type: 'unreachable' },
    until: NOW + 1_000,
  });
  here.heard.awake();
  await vi.waitFor(() => expect(here.pauses).toEqual([1_000, 2_000]));
  delete here.answer.put;
  here.heard.awake();
  await vi.waitFor(() => expect(running.state()).toMatchObject(settled));
  expect(here.waiting.size).toBe(0);
});

test('[Y32] what was received before is taken in first, also without a server, and nothing is called up to date', async () => {
  const here = tablet({ get: { type: 'unreachable' } });
  here.replication.received = 2;
  const running = start(here);
  await vi.waitFor(() => expect(running.state().pull).toMatchObject({ status: 'pausing' }));
  expect(here.replication.received).toBe(0);
  expect(here.states.map(({ pull }) => pull)).toContainEqual({ status: 'takingIn', done: 1, of: 2 });
  expect(running.state().pulledAt).toBeUndefined();
});

test('[Y32] what came before the network was gone is taken in', async () => {
  const rows = [{ seq: '1', id: 'no segment', leaves: 1, document: undefined, deleted: false }];
  const firstPage = { rows, lastSeq: '1', pending: 5 };
  const here = tablet({ firstPage, changes: { type: 'unreachable' } });
  const running = start(here);
  await vi.waitFor(() => expect(running.state().pull).toMatchObject({ status: 'pausing' }));
  expect(here.states.map(({ pull }) => pull)).toContainEqual({ status: 'takingIn', done: 1, of: 1 });
  expect(here.replication.received).toBe(0);
  expect(running.state().pulledAt).toBeUndefined();
});

test('a trouble in one direction does not stop the other', async () => {
  const here = tablet({ changes: { type: 'timedOut' } });
  const running = start(here);
  await vi.waitFor(() => expect(here.waiting.size).toBe(0));
  await vi.waitFor(() => expect(running.state().pull).toMatchObject({ status: 'pausing' }));
  expect(running.state().push).toEqual({ status: 'settled' });
});

test('what only a person can mend stops it, until it is asked to go on', async () => {
  const here = tablet({ put: { type: 'signInRefused' }, changes: { type: 'signInRefused' } });
  const running = start(here);
  const stopped = { status: 'stopped', trouble: { type: 'signInRefused' } };
  await vi.waitFor(() => expect(running.state()).toMatchObject({ push: stopped, pull: stopped }));
  expect(here.pauses).toEqual([]);
  delete here.answer.put;
  delete here.answer.changes;
  running.syncNow();
  await vi.waitFor(() => expect(running.state()).toMatchObject(settled));
});

test('[Y12] what may have been mended elsewhere is looked at again after five minutes', async () => {
  const here = tablet({ changes: { type: 'blockedByProxy' } });
  const running = start(here, {
    pause: async (ms) => {
      here.pauses.push(ms);
      delete here.answer.changes;
    },
  });
  await vi.waitFor(() => expect(running.state()).toMatchObject(settled));
  expect(here.pauses).toEqual([300_000]);
});

test('a full disk is a trouble that passes; a bug is told and ends the lane', async () => {
  const here = tablet();
  const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
  here.replication.pulled = () => Promise.reject(full);
  const running = start(here);
  await vi.waitFor(() =>
    expect(running.state().pull).toMatchObject({ status: 'pausing', trouble: { type: 'noRoom' } }),
  );
  const bug = new Error('a bug');
  here.replication.pulled = () => Promise.reject(bug);
  running.syncNow();
  await vi.waitFor(() => expect(here.bugs).toEqual([bug]));
  expect(running.state().pull).toEqual({ status: 'stopped', trouble: { type: 'broken' } });
});

test('[Y6] a revoked tablet neither sends nor receives', async () => {
  const here = tablet();
  const running = start(here, { isRevoked: async () => true });
  const stopped = { status: 'stopped', trouble: { type: 'tabletRevoked' } };
  await vi.waitFor(() => expect(running.state()).toMatchObject({ push: stopped, pull: stopped }));
  here.heard.awake();
  here.heard.recorded();
  await vi.waitFor(() => expect(running.state()).toMatchObject({ push: stopped, pull: stopped }));
  expect(here.asked).toEqual({ put: 0, changes: 0 });
});

test('[Y6] when a person asks it to, it receives once more, and stays shut when that changes nothing', async () => {
  const here = tablet();
  const running = start(here, { isRevoked: async () => true });
  const stopped = { status: 'stopped', trouble: { type: 'tabletRevoked' } };
  await vi.waitFor(() => expect(running.state()).toMatchObject({ push: stopped, pull: stopped }));
  running.syncNow();
  await vi.waitFor(() => expect(here.asked.changes).toBe(1));
  await vi.waitFor(() => expect(running.state()).toMatchObject({ push: stopped, pull: stopped }));
  here.heard.awake();
  await vi.waitFor(() => expect(running.state()).toMatchObject({ push: stopped, pull: stopped }));
  expect(here.asked).toEqual({ put: 0, changes: 1 });
});

test('[Y6] a tablet whose revocation turns out not to count sends what has waited, and listens again', async () => {
  const here = tablet();
  let isRevoked = true;
  const running = start(here, { isRevoked: async () => isRevoked });
  await vi.waitFor(() => expect(running.state().pull.status).toBe('stopped'));
  here.replication.takeInReceived = async () => {
    if (here.asked.changes > 0) {
      isRevoked = false;
      here.heard.recorded();
    }
    return false;
  };
  running.syncNow();
  await vi.waitFor(() => expect(running.state()).toMatchObject(settled));
  await vi.waitFor(() => expect(here.waiting.size).toBe(0));
});

test('[Y6] [Y32] a revocation that was received before the tab was closed is heeded before the server is asked', async () => {
  const here = tablet();
  here.replication.received = 1;
  let isKnown = false;
  const { takeInReceived } = here.replication;
  here.replication.takeInReceived = () => {
    isKnown = true;
    return takeInReceived();
  };
  const running = start(here, { isRevoked: async () => isKnown });
  await vi.waitFor(() =>
    expect(running.state().pull).toEqual({ status: 'stopped', trouble: { type: 'tabletRevoked' } }),
  );
  expect(here.asked.changes).toBe(0);
});

test('a connection that is listened to is not waited for when somebody asks now', async () => {
  const here = tablet();
  const running = start(here);
  await vi.waitFor(() => expect(here.asked.changes).toBe(2));
  running.syncNow();
  // Asked without waiting, and then listened to again.
  await vi.waitFor(() => expect(here.asked.changes).toBe(4));
  expect(running.state()).toMatchObject(settled);
});

test('how many events wait is known also while nothing can be sent', async () => {
  const running = start(tablet({ put: { type: 'unreachable' } }));
  await vi.waitFor(() => expect(running.state()).toMatchObject({ waiting: 1, push: { status: 'pausing' } }));
});

test('[Y30] stopping waits for what is on its way, and not for what still waits', async () => {
  const here = tablet();
  // The first goes alone: nothing so large was taken before.
  for (const id of ['a', 'b']) here.waiting.set(id, { id, count: 1, document: { _id: id, body: 'sealed' } });
  let answer = () => {};
  const put = async () => {
    here.asked.put += 1;
    if (here.asked.put === 1)
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
    return ok('stored' as const);
  };
  const running = start(here, { client: { ...here.deps.client, put } });
  await vi.waitFor(() => expect(here.asked.put).toBe(1));
  const stopped = running.stop();
  answer();
  await stopped;
  expect(here.asked.put).toBe(1);
  expect([...here.waiting.keys()]).toEqual(['b']);
});

test('stopping ends what is under way', async () => {
  const here = tablet();
  const running = start(here);
  await vi.waitFor(() => expect(running.state()).toMatchObject(settled));
  await running.stop();
  const before = { ...here.asked };
  here.heard.awake();
  expect(here.asked).toEqual(before);
});
