// How an activation code is kept: PBKDF2-HMAC-SHA-256, salted per code, as a PHC string with its parameters inside.
// A code holds 55 random bits and lives for days, so 4,096 rounds are plenty (at 1.2 million guesses a second it
// lasts for centuries), and ten thousand letters can still be issued in one go.

import { fromBase64, toBase64 } from '../kernel/base64';
import { sameBytes } from './sameBytes';

const ROUNDS = 4096;
const MOST_ROUNDS = 1_000_000; // a garbled or hostile string must not stop the tablet
const HASH_BYTES = 32;
/** A salt is this many random bytes. */
export const SALT_BYTES = 16;
const NO_SALT = new Uint8Array(SALT_BYTES);

/** The hash of a code as a PHC string: `$pbkdf2-sha256$i=4096$<salt>$<hash>`. */
export async function hashCode(code: string, salt: Uint8Array, rounds = ROUNDS): Promise<string> {
  const hash = await derive(code, salt, rounds);
  return `$pbkdf2-sha256$i=${rounds}$${toBase64(salt)}$${toBase64(hash)}`;
}

/**
 * Whether the code is the one that was hashed. A string that is no such hash (an empty one, for someone who has
 * no code) gives false after the same work, so that the time taken does not tell who has a code.
 */
export async function matchesCodeHash(code: string, phc: string): Promise<boolean> {
  const kept = parse(phc);
  const hash = await derive(code, kept?.salt ?? NO_SALT, kept?.rounds ?? ROUNDS);
  return kept !== undefined && sameBytes(hash, kept.hash);
}

async function derive(code: string, salt: Uint8Array, rounds: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations: rounds },
    key,
    HASH_BYTES * 8,
  );
  return new Uint8Array(bits);
}

function parse(phc: string): { rounds: number; salt: Uint8Array; hash: Uint8Array } | undefined {
  const match = /^\$pbkdf2-sha256\$i=(\d{1,7})\$([^$]+)\$([^$]+)$/.exec(phc);
  const rounds = Number(match?.[1]);
  const salt = fromBase64(match?.[2] ?? '');
  const hash = fromBase64(match?.[3] ?? '');
  if (!salt || hash?.length !== HASH_BYTES || rounds < 1 || rounds > MOST_ROUNDS) return undefined;
  return { rounds, salt, hash };
}
