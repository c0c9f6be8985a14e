// Secrets that this tablet needs by itself, without anybody typing them: kept under a key that the browser holds and does
// not give out, so that a copy of the database alone tells nothing. Whoever can run code on the tablet can still use it.

import { toBase64 } from '../kernel/base64';
import { cryptoRandom } from './random';

export interface LockedText {
  /** Not extractable: IndexedDB keeps the key itself, not its bytes. */
  readonly lock: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

const IV_BYTES = 12;

/** Locks a text under a fresh key. */
export async function lockText(text: string): Promise<LockedText> {
  const lock = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = new Uint8Array(cryptoRandom.bytes(IV_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, lock, new TextEncoder().encode(text));
  return { lock, iv, sealed };
}

export async function unlockText({ lock, iv, sealed }: LockedText): Promise<string> {
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, lock, sealed));
}

/** A fresh key for `hideName`. Not extractable either. */
export const makeHidingKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);

/** What stands for a name where only sameness matters (HMAC-SHA-256, in base64): without the key nobody can try out names. */
export async function hideName(key: CryptoKey, name: string): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(name))));
}
