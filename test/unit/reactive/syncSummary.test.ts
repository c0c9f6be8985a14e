import { expect, test } from 'vitest';
import type { SyncView } from '../../../src/app/sync/syncHolder';
import { syncSummary } from '../../../src/reactive/syncSummary';
import type { Lane } from '../../../src/sync/syncState';

const settled: Lane = { status: 'settled' };
const moving: Lane = { status: 'moving', done: 3, of: 40 };
const pausing = (type: 'noNetwork' | 'unreachable' | 'busy', until: number): Lane => ({
  status: 'pausing',
  trouble: { type },
  until,
});
const stopped: Lane = { status: 'stopped', trouble: { type: 'signInRefused' } };

const on = (push: Lane, pull: Lane): SyncView => ({
  status: 'on',
  state: { push, pull },
  joining: false,
  clockOffset: undefined,
});

test('before anything is known, nothing is said', () => {
  expect(syncSummary({ status: 'starting' })).toBeUndefined();
});

test('a tablet without a connection is on its own', () => {
  expect(syncSummary({ status: 'off' })).toEqual({ status: 'alone' });
});

test('all is exchanged only when both ways are settled', () => {
  expect(syncSummary(on(settled, settled))).toEqual({ status: 'exchanged' });
  expect(syncSummary(on(moving, settled))).toEqual({ status: 'working', done: 3, of: 40 });
  expect(syncSummary(on(settled, moving))).toEqual({ status: 'working', done: 3, of: 40 });
});

test('what is received counts before what is sent', () => {
  const sending: Lane = { status: 'moving', done: 1, of: 2 };
  expect(syncSummary(on(sending, moving))).toEqual({ status: 'working', done: 3, of: 40 });
});

test('how many there are is left out while nobody knows', () => {
  expect(syncSummary(on(settled, { status: 'moving', done: 0 }))).toEqual({ status: 'working', done: 0 });
});

test('what only a person can mend is told before what passes, whichever way it is', () => {
  const told = { status: 'stopped', trouble: { type: 'signInRefused' } };
  expect(syncSummary(on(stopped, pausing('busy', 5)))).toEqual(told);
  expect(syncSummary(on(pausing('busy', 5), stopped))).toEqual(told);
});

test('the browser knows before the lanes do that there is no network, and a person is needed all the same', () => {
  expect(syncSummary(on(settled, settled), false)).toMatchObject({ status: 'offline' });
  expect(syncSummary(on(settled, pausing('busy', 5)), false)).toMatchObject({ status: 'offline' });
  expect(syncSummary(on(settled, stopped), false)).toMatchObject({ status: 'stopped' });
  expect(syncSummary({ status: 'off' }, false)).toEqual({ status: 'alone' });
});

test('no network is told apart from a server that is in trouble', () => {
  expect(syncSummary(on(settled, pausing('noNetwork', 5)))).toMatchObject({ status: 'offline' });
  expect(syncSummary(on(settled, pausing('unreachable', 5)))).toMatchObject({ status: 'paused' });
});

test('the next try is the earlier one of both ways', () => {
  expect(syncSummary(on(pausing('busy', 9), pausing('busy', 5)))).toMatchObject({ until: 5 });
});
