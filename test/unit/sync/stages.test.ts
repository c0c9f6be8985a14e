// Stages that work side by side: in order, one ahead, and nothing left under way.

import { expect, test } from 'vitest';
import { ahead, inHandfuls, oneByOne, type Stage } from '../../../src/sync/stages';

/** Notes when a piece is begun, and when all is over. */
async function* pieces(log: string[], failsAt = Number.POSITIVE_INFINITY): Stage<number> {
  try {
    for (let piece = 1; piece <= 4; piece += 1) {
      log.push(`begins ${piece}`);
      await Promise.resolve();
      if (piece === failsAt) throw new Error(`no ${piece}`);
      yield piece;
    }
  } finally {
    log.push('over');
  }
}

test('the next piece is begun before this one is used, and all come in order', async () => {
  const log: string[] = [];
  for await (const piece of ahead(pieces(log))) log.push(`uses ${piece}`);
  expect(log.filter((entry) => entry.startsWith('uses'))).toEqual(['uses 1', 'uses 2', 'uses 3', 'uses 4']);
  expect(log.indexOf('begins 2')).toBeLessThan(log.indexOf('uses 1'));
});

test('whoever has enough leaves nothing under way', async () => {
  const log: string[] = [];
  for await (const piece of ahead(ahead(pieces(log)))) if (piece === 2) break;
  expect(log.at(-1)).toBe('over');
});

test('a piece that fails is told in its turn, after those before it', async () => {
  const log: string[] = [];
  const used = async () => {
    for await (const piece of ahead(pieces(log, 3))) log.push(`uses ${piece}`);
  };
  await expect(used()).rejects.toThrow('no 3');
  expect(log).toContain('uses 2');
});

test('a piece that fails when nobody wants it any more troubles nobody', async () => {
  const log: string[] = [];
  for await (const piece of ahead(pieces(log, 2))) if (piece === 1) break;
  expect(log.at(-1)).toBe('over');
});

test('handfuls hold so many each, the last one the rest; one by one they are the same again', async () => {
  const handfuls: (readonly number[])[] = [];
  for await (const handful of inHandfuls(pieces([]), 3)) handfuls.push(handful);
  expect(handfuls).toEqual([[1, 2, 3], [4]]);
  const again: number[] = [];
  for await (const piece of oneByOne(inHandfuls(pieces([]), 3))) again.push(piece);
  expect(again).toEqual([1, 2, 3, 4]);
});

test('pieces that come before one that fails are not lost with it', async () => {
  const used: number[] = [];
  const use = async () => {
    for await (const piece of oneByOne(inHandfuls(pieces([], 3), 2))) used.push(piece);
  };
  await expect(use()).rejects.toThrow('no 3');
  expect(used).toEqual([1, 2]);
});
