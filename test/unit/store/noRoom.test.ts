// A full disk is known as such, whatever Dexie wraps around what IndexedDB says.

import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { isNoRoom } from '../../../src/store/noRoom';

const full = new DOMException('The disk is full', 'QuotaExceededError');
const broken = new DOMException('Not a key', 'DataError');
const bulkOf = (...failures: readonly Error[]) =>
  new Dexie.BulkError('segments.bulkPut(): some operations failed', { ...failures });

test.each([
  ['as IndexedDB says it', full],
  ['as Dexie says it', new Dexie.QuotaExceededError('The disk is full')],
  ['in a transaction that was aborted for it', new Dexie.AbortError('Aborted', full)],
  ['behind another error', new Dexie.AbortError('Aborted', new Dexie.UnknownError('Unknown', full))],
  ['as one of what a bulk write could not write', bulkOf(broken, full)],
  ['in a transaction that a bulk write has ended', new Dexie.AbortError('Aborted', bulkOf(full))],
  ['wrapped in a bulk write', bulkOf(new Dexie.AbortError('Aborted', full))],
])('a full disk is known: %s', (_, thrown) => {
  expect(isNoRoom(thrown)).toBe(true);
});

test.each([
  ['a bug', new Error('a bug')],
  ['a transaction that was aborted', new Dexie.AbortError('Aborted')],
  ['a bulk write that failed otherwise', bulkOf(broken)],
  ['nothing at all', undefined],
  ['a word', 'QuotaExceededError'],
])('it is not taken for one: %s', (_, thrown) => {
  expect(isNoRoom(thrown)).toBe(false);
});
