// A text sealed under something short that a person reads and types: PBKDF2-HMAC-SHA-256, 600,000 rounds (OWASP password
// storage), then AES-256-GCM. Who photographs the sealed text still has to guess what is typed.

import { IV_BYTES } from './seal';

/** OWASP password storage, 2023: for PBKDF2-HMAC-SHA-256. */
export const TYPED_KEY_ROUNDS = 600_000;
export const SALT_BYTES = 16;

/** How many random bytes `sealUnderPin` wants. */
export const PIN_SEAL_RANDOM = SALT_BYTES + IV_BYTES;

/** Salt, iv and sealed text in one. `random`: fresh random bytes, as many as `PIN_SEAL_RANDOM`. */
export async function sealUnderPin(
  text: string,
  pin: string,
  random: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = random.slice(SALT_BYTES);
  const key = await deriveTypedKey(pin, random.slice(0, SALT_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
  const bytes = new Uint8Array(random.length + sealed.byteLength);
  bytes.set(random);
  bytes.set(new Uint8Array(sealed), random.length);
  return bytes;
}

/** The text; `undefined` when the PIN is another or the bytes were changed. */
export async function openUnderPin(bytes: Uint8Array, pin: string): Promise<string | undefined> {
  if (bytes.length <= PIN_SEAL_RANDOM) return undefined;
  const iv = bytes.slice(SALT_BYTES, PIN_SEAL_RANDOM);
  const key = await deriveTypedKey(pin, bytes.slice(0, SALT_BYTES));
  try {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.slice(PIN_SEAL_RANDOM));
    return new TextDecoder().decode(text);
  } catch {
    return undefined;
  }
}

/** The key that follows from what somebody types. Slow on purpose: some 0.2 s on a fast computer, 1 s on a tablet. */
export async function deriveTypedKey(
  typed: string,
  salt: Uint8Array,
  rounds = TYPED_KEY_ROUNDS,
): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(typed);
  const secret = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations: rounds },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
