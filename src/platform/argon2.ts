// Argon2id with the parameters OWASP asks for: 19 MiB, two passes, one lane. It blocks its thread for as long as it
// takes (about 75 ms on a laptop, several times that on a cheap tablet), so it is used inside the worker only.

import { argon2id } from 'hash-wasm';
import { fromBase64 } from '../kernel/base64';
import { sameBytes } from './sameBytes';

const MEMORY_KIB = 19 * 1024;
const MOST_MEMORY_KIB = 256 * 1024; // a garbled or hostile string must not stop the tablet
const PASSES = 2;
const MOST_PASSES = 16;
const HASH_BYTES = 32;
const NO_SALT = new Uint8Array(16);
const NO_PASSWORD = '\0'; // the library takes no empty one; this cannot be typed

/** The PHC string of a password: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`. */
export const hashWithArgon2 = (password: string, salt: Uint8Array): Promise<string> =>
  argon2id({ ...ownParameters, password, salt, outputType: 'encoded' });

/** Whether the password is the one that was hashed; a string that is no such hash gives false after the same work. */
export async function matchesArgon2(password: string, phc: string): Promise<boolean> {
  const kept = parse(phc);
  const hash = await argon2id({
    ...(kept?.parameters ?? ownParameters),
    password: password || NO_PASSWORD,
    salt: kept?.salt ?? NO_SALT,
    outputType: 'binary',
  });
  return kept !== undefined && sameBytes(hash, kept.hash);
}

interface Parameters {
  readonly memorySize: number;
  readonly iterations: number;
  readonly parallelism: number;
  readonly hashLength: number;
}

const ownParameters: Parameters = {
  memorySize: MEMORY_KIB,
  iterations: PASSES,
  parallelism: 1,
  hashLength: HASH_BYTES,
};

function parse(phc: string): { parameters: Parameters; salt: Uint8Array; hash: Uint8Array } | undefined {
  const match = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=1\$([^$]+)\$([^$]+)$/.exec(phc);
  const memorySize = Number(match?.[1]);
  const iterations = Number(match?.[2]);
  const salt = fromBase64(match?.[3] ?? '');
  const hash = fromBase64(match?.[4] ?? '');
  if (!salt || salt.length < 8 || !hash || hash.length < 16 || hash.length > 64) return undefined;
  if (memorySize < 8 || memorySize > MOST_MEMORY_KIB || iterations < 1 || iterations > MOST_PASSES) {
    return undefined;
  }
  return { parameters: { memorySize, iterations, parallelism: 1, hashLength: hash.length }, salt, hash };
}
