// The one-time code an employee types or scans: 12 symbols of Crockford's base32, `K7QM-2XRD-9F3T`.
// 11 symbols are random (55 bits), one is a check symbol. A slip of the finger is told as a slip: it costs no
// attempt and needs no hashing. The plain code exists in memory only, until its dialog is closed.
//
// The check symbol makes the sum of (weight × symbol) zero in the field of 32 elements, where every position has
// a weight of its own: any single wrong symbol, and any two symbols swapped, leave the sum different from zero.

import { BASE32_ALPHABET } from '../kernel/base32';
import type { Brand } from '../kernel/brand';
import { err, ok, type Result } from '../kernel/result';

export type ActivationCode = Brand<string, 'ActivationCode'>;

export type ActivationCodeRefusal =
  | { readonly type: 'codeIncomplete'; readonly have: number; readonly need: number }
  | { readonly type: 'codeTooLong'; readonly need: number }
  | { readonly type: 'codeHasForeignSymbol'; readonly symbol: string }
  | { readonly type: 'codeHasTypo' };

export const CODE_LENGTH = 12;
const GROUP_LENGTH = 4;
export const CODE_ALPHABET = BASE32_ALPHABET;

/** α^i for the field of 32 elements with the primitive polynomial x^5 + x^2 + 1. */
const WEIGHTS = (() => {
  const powers = [1];
  while (powers.length < CODE_LENGTH) powers.push(multiply(powers[powers.length - 1] ?? 0, 2));
  return powers;
})();

function multiply(a: number, b: number): number {
  let product = 0;
  for (let left = a, right = b; right > 0; right >>= 1) {
    if (right & 1) product ^= left;
    left <<= 1;
    if (left & 32) left ^= 0b100101;
  }
  return product;
}

const weightedSum = (symbols: readonly number[]): number =>
  symbols.reduce((sum, symbol, index) => sum ^ multiply(symbol, WEIGHTS[index + 1] ?? 0), 0);

/** [C1] Makes a code of 11 random bytes (five bits of each count) and its check symbol. */
export function makeActivationCode(random: Uint8Array): ActivationCode {
  const symbols = [...random.subarray(0, CODE_LENGTH - 1)].map((byte) => byte & 31);
  if (symbols.length !== CODE_LENGTH - 1) throw new Error('A code needs 11 random bytes');
  return [weightedSum(symbols), ...symbols].map((symbol) => CODE_ALPHABET[symbol]).join('') as ActivationCode;
}

/** [C2] How typed text is read: capitals, I and L as 1, O as 0, spaces and dashes ignored. */
export const tidyCode = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');

/** Gives the code, or which slip was made; see [C2] and [C3]. */
export function parseActivationCode(text: string): Result<ActivationCode, ActivationCodeRefusal> {
  const code = tidyCode(text);
  const foreign = [...code].find((symbol) => !CODE_ALPHABET.includes(symbol));
  if (foreign !== undefined) return err({ type: 'codeHasForeignSymbol', symbol: foreign });
  if (code.length < CODE_LENGTH) return err({ type: 'codeIncomplete', have: code.length, need: CODE_LENGTH });
  if (code.length > CODE_LENGTH) return err({ type: 'codeTooLong', need: CODE_LENGTH });
  const [check = 0, ...symbols] = [...code].map((symbol) => CODE_ALPHABET.indexOf(symbol));
  return weightedSum(symbols) === check ? ok(code as ActivationCode) : err({ type: 'codeHasTypo' });
}

/** The code as people read and write it, in groups of four; works on an unfinished code too. */
export const showCode = (code: string): string =>
  (code.match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'g')) ?? []).join('-');
