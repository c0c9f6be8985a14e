// The list of common passwords is what its source says, and no more than that.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dictionary } from '@zxcvbn-ts/language-common';
import { expect, test } from 'vitest';

const LIST = join(import.meta.dirname, '../../../src/platform/commonPasswords.txt');
const MOST_COMMON = 20_000;
const SHORTEST = 8;

test('the list holds the most common passwords of eight characters and more', async () => {
  const long = Array.from(dictionary['passwords-common'])
    .slice(0, MOST_COMMON)
    .map((password) => String(password).normalize('NFC').toLowerCase())
    .filter((password) => [...password].length >= SHORTEST);
  const text = `${[...new Set(long)].sort().join('\n')}\n`;
  await expect(text).toMatchFileSnapshot(LIST);
});

test('the list costs less than 40 kB on the wire', () => {
  expect(gzipSync(readFileSync(LIST), { level: 9 }).length).toBeLessThan(40_000);
});
