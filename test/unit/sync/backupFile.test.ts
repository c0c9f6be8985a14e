// The backup file by itself: what opens it, and what it says when it is not whole.

import { beforeAll, expect, test } from 'vitest';
import { type BackupSource, openBackup, writeBackup } from '../../../src/sync/backupFile';
import { seededRandom } from '../../support/seededRandom';

const PASSWORD = 'the hedgehog sleeps';
const ROUNDS = 7;
const contents = [{ organisation: 'Brightwater' }, ['one', 'two'], ['three'], ['four']];

let whole: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  const writer = await writeBackup(PASSWORD, seededRandom(1), ROUNDS);
  for (const content of contents) await writer.add(content);
  whole = new Uint8Array(await (await writer.finish()).arrayBuffer());
});

/** Everything that is in it, or the trouble. */
async function readAll(file: BackupSource, password = PASSWORD): Promise<unknown> {
  const opened = await openBackup(file, password);
  if (!opened.ok) return opened.error.type;
  const all = [opened.value.first];
  for await (const chunk of opened.value.chunks()) {
    if (!chunk.ok) return chunk.error.type;
    all.push(chunk.value.content);
  }
  return all;
}
const readBytes = (bytes: Uint8Array<ArrayBuffer>) => readAll(new Blob([bytes]));

/** Where each chunk begins, and the end. */
function chunkPlaces(): number[] {
  const places = [whole.indexOf(10) + 1];
  for (let at = places[0] ?? 0; at < whole.length; ) {
    at += 4 + new DataView(whole.buffer).getUint32(at);
    places.push(at);
  }
  return places;
}
const join = (...parts: Uint8Array<ArrayBuffer>[]) => new Uint8Array(parts.flatMap((part) => [...part]));

test('[Y13] what was put in comes out with the password, and an end', async () => {
  expect(await readBytes(whole)).toEqual([...contents, null]);
});

test('[Y13] another password opens nothing', async () => {
  expect(await readAll(new Blob([whole]), `${PASSWORD}s`)).toBe('backupPasswordNotAccepted');
});

test('[Y13] nothing of it can be read from outside', () => {
  const text = new TextDecoder('latin1').decode(whole);
  expect(text.slice(0, text.indexOf('\n'))).toMatch(
    /^\{"format":"gatehouse-backup","v":1,"salt":"[A-Za-z0-9+/]{22}","rounds":7\}$/,
  );
  expect(text).not.toMatch(/Brightwater|organisation|three|hedgehog/);
});

test('[Y18] cut off at any byte, it says so', async () => {
  for (let length = 1; length < whole.length; length += 1)
    expect([length, await readBytes(whole.slice(0, length))]).toEqual([length, 'backupCutOff']);
});

test('[Y18] with one bit changed anywhere, it is refused', async () => {
  for (let at = 0; at < whole.length; at += 1) {
    const changed = whole.slice();
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    expect([at, await readBytes(changed)]).toEqual([at, expect.any(String)]);
  }
});

test('[Y18] its chunks in another order, twice, one missing, or more behind the last: damaged', async () => {
  const places = chunkPlaces();
  const chunk = (number: number) => whole.slice(places[number], places[number + 1]);
  const header = whole.slice(0, places[0]);
  expect(await readBytes(join(header, chunk(0), chunk(1), chunk(2), chunk(3), chunk(4)))).toHaveLength(5);
  for (const chunks of [
    [chunk(0), chunk(2), chunk(1), chunk(3), chunk(4)],
    [chunk(0), chunk(1), chunk(1), chunk(2), chunk(3), chunk(4)],
    [chunk(0), chunk(1), chunk(2), chunk(4)],
    [chunk(0), chunk(1), chunk(2), chunk(3), chunk(4), chunk(4)],
    [chunk(0), chunk(1), chunk(2), chunk(3), chunk(4), new Uint8Array(40)],
  ])
    expect(await readBytes(join(header, ...chunks))).toMatch(/^backup(?:Damaged|CutOff)$/);
  expect(await readBytes(join(header, chunk(1), chunk(0)))).toBe('backupPasswordNotAccepted');
});

test('[Y18] a header that says the same in other words is another header', async () => {
  const header = new TextEncoder().encode(
    new TextDecoder().decode(whole.slice(0, whole.indexOf(10))).replace('}', ' }'),
  );
  expect(await readBytes(join(header, whole.slice(whole.indexOf(10))))).toBe('backupPasswordNotAccepted');
});

test('what is no backup, is of a newer version or asks for endless work is told before anything is tried', async () => {
  const say = (text: string) => readAll(new Blob([text]));
  expect(await say('')).toBe('notABackup');
  expect(await say('Employee ID;Name\n1;Mary\n')).toBe('notABackup');
  expect(await say(`{"format":"gatehouse-backup"${' '.repeat(600)}`)).toBe('notABackup');
  expect(await say('{"format":"gatehouse-backup","v":1}\n')).toBe('notABackup');
  expect(await say('{"format":"gatehouse-backup","v":2,"cipher":"?"}\n')).toBe('backupNewer');
  const salt = 'A'.repeat(22);
  expect(await say(`{"format":"gatehouse-backup","v":1,"salt":"${salt}","rounds":1e12}\n`)).toBe(
    'notABackup',
  );
});

test('a file that went away is told', async () => {
  const gone = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) };
  expect(await readAll(gone as unknown as BackupSource)).toBe('backupUnreadable');
  // It was there when it was chosen.
  const blob = new Blob([whole]);
  const limit = (chunkPlaces()[1] ?? 0) + 1;
  const going = {
    size: blob.size,
    slice: (from?: number, to?: number) =>
      (to ?? 0) > limit && (from ?? 0) > 0 ? gone.slice() : blob.slice(from, to),
  };
  expect(await readAll(going as unknown as BackupSource)).toBe('backupUnreadable');
});
