// Codes and passwords, kept with what the browser really has: WebCrypto, and Argon2 in a worker.

import { afterEach, expect, test, vi } from 'vitest';
import { isCommonPassword } from '../../src/platform/commonPasswords';
import { createPasswordHasher } from '../../src/platform/passwordHasher';
import { cryptoRandom } from '../../src/platform/random';
import { hashCode, matchesCodeHash } from '../../src/platform/secretHash';

const hasher = createPasswordHasher();

afterEach(() => {
  vi.restoreAllMocks();
});

test('random bytes come in any number, and never twice the same', () => {
  expect(cryptoRandom.bytes(0)).toHaveLength(0);
  expect(cryptoRandom.bytes(200_000)).toHaveLength(200_000);
  expect(
    cryptoRandom
      .bytes(200_000)
      .subarray(-16)
      .some((byte) => byte !== 0),
  ).toBe(true);
  expect(cryptoRandom.bytes(16)).not.toEqual(cryptoRandom.bytes(16));
});

test('a code matches its own hash and no other does', async () => {
  const phc = await hashCode('K7QM2XRD9F3T', cryptoRandom.bytes(16));
  expect(await matchesCodeHash('K7QM2XRD9F3T', phc)).toBe(true);
  expect(await matchesCodeHash('K7QM2XRD9F3V', phc)).toBe(false);
});

test('a password matches its own hash and no other does', async () => {
  const phc = await hasher.hash('seven brown bricks');
  expect(await hasher.matches('seven brown bricks', phc)).toBe(true);
  expect(await hasher.matches('Seven brown bricks', phc)).toBe(false);
  expect(await hasher.matches('', phc)).toBe(false);
});

test('a password is kept with Argon2id, 19 MiB, two passes, one lane, and a salt of its own', async () => {
  const [first, second] = await Promise.all([hasher.hash('same password'), hasher.hash('same password')]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(second).not.toBe(first);
});

test('the hash of the reference implementation is understood, with its own parameters', async () => {
  const phc = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await hasher.matches('password', phc)).toBe(true);
  expect(await hasher.matches('passwort', phc)).toBe(false);
});

test('a letter with its accent is the same password however the keyboard writes it', async () => {
  const phc = await hasher.hash('caf\u00e9 am morgen');
  expect(await hasher.matches('cafe\u0301 am morgen', phc)).toBe(true);
});

test.each([
  '',
  'garbled',
  '$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$aGFzaA',
  '$2b$10$abcdefghijklmnopqrstuv',
])('no password matches what is no hash: %j', async (phc) => {
  expect(await hasher.matches('seven brown bricks', phc)).toBe(false);
});

test('the page goes on while a password is hashed', async () => {
  await hasher.warmUp();
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  await Promise.all(Array.from({ length: 4 }, () => hasher.hash('seven brown bricks')));
  clearInterval(turning);
  expect(turns).toBeGreaterThan(10);
});

test('nobody waits for ever when the worker cannot start, and the next call tries anew', async () => {
  let starts = 0;
  const broken = createPasswordHasher(cryptoRandom, () => {
    starts += 1;
    return new Worker('/no-such-worker.js', { type: 'module' });
  });
  await broken.warmUp();
  await expect(broken.hash('seven brown bricks')).rejects.toThrow('The password worker broke');
  await expect(broken.matches('seven brown bricks', '')).rejects.toThrow('The password worker broke');
  expect(starts).toBe(3);
});

test.each(['password1', 'PassWord1', 'iloveyou', 'qwertyuiop', '1qaz2wsx'])(
  '%s is common',
  async (password) => {
    expect(await isCommonPassword(password)).toBe(true);
  },
);

test.each(['seven brown bricks', 'Kx9#vvTq02', '', 'pass'])('%j is not on the list', async (password) => {
  expect(await isCommonPassword(password)).toBe(false);
});
