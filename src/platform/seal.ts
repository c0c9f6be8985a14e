// What leaves the tablet is packed and sealed: gzip, then AES-256-GCM under a key that only this site's tablets have.
// Each purpose has a key of its own, derived from the site key (HKDF, RFC 5869), so that what is sealed for one is never
// taken for another.

import { toBase64 } from '../kernel/base64';

const SITE_KEY_BYTES = 32;
/** 96 bits, as NIST SP 800-38D recommends for GCM. */
export const IV_BYTES = 12;

export type SealPurpose = 'segment' | 'backup' | 'voucher' | 'parcel';

/** A fresh site key is this many random bytes. */
export const siteKeyLength = SITE_KEY_BYTES;

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const rootKey = (siteKey: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(siteKey), 'HKDF', false, ['deriveKey', 'deriveBits']);

const hkdf = (purpose: string) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: encode('gatehouse/1'),
  info: encode(purpose),
});

/** The key for one purpose. */
export async function deriveSealingKey(siteKey: Uint8Array, purpose: SealPurpose): Promise<CryptoKey> {
  const aes = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(hkdf(purpose), await rootKey(siteKey), aes, false, ['encrypt', 'decrypt']);
}

/** The key that makes an `iv`; see `ivOf`. */
export async function deriveIvKey(siteKey: Uint8Array): Promise<CryptoKey> {
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  return crypto.subtle.deriveKey(hkdf('segment iv'), await rootKey(siteKey), hmac, false, ['sign']);
}

/**
 * The `iv` for bytes that several tablets may seal, each for itself (a synthetic one, as in RFC 5297): the same for the same
 * bytes about the same, and another one for others, so that none is used for two.
 */
export async function ivOf(key: CryptoKey, bytes: ArrayBuffer, about: string): Promise<Uint8Array> {
  const told = encode(`${about}\0`);
  const all = new Uint8Array(told.length + bytes.byteLength);
  all.set(told);
  all.set(new Uint8Array(bytes), told.length);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, all)).subarray(0, IV_BYTES);
}

/** A text that tells one site's key from another's, and nothing else about it. */
export async function siteCheck(siteKey: Uint8Array): Promise<string> {
  return toBase64(
    new Uint8Array(await crypto.subtle.deriveBits(hkdf('site check'), await rootKey(siteKey), 128)),
  );
}

const TAG_BITS = 128;

/** Seals bytes. `about` is not hidden, but cannot be changed either. An `iv` is used once, ever. */
export async function sealBytes(
  key: CryptoKey,
  bytes: BufferSource,
  about: string,
  iv: Uint8Array,
  tagLength = TAG_BITS,
): Promise<Uint8Array<ArrayBuffer>> {
  const parameters = { name: 'AES-GCM', iv: new Uint8Array(iv), additionalData: encode(about), tagLength };
  return new Uint8Array(await crypto.subtle.encrypt(parameters, key, bytes));
}

/** The bytes that were sealed with this key and said to be about this; `undefined` for anything else. */
export async function openBytes(
  key: CryptoKey,
  sealed: Uint8Array,
  about: string,
  iv: Uint8Array,
  tagLength = TAG_BITS,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parameters = { name: 'AES-GCM', iv: new Uint8Array(iv), additionalData: encode(about), tagLength };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, new Uint8Array(sealed)));
  } catch {
    return undefined;
  }
}

/** The text in little room. */
export const packText = (text: string): Promise<ArrayBuffer> =>
  inSpareRoom(text, (bytes) => through(bytes, new CompressionStream('gzip')));

/** Packs a text and seals it; see `sealBytes`. */
export async function sealText(
  key: CryptoKey,
  text: string,
  about: string,
  iv: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  return sealBytes(key, await packText(text), about, iv);
}

/** A UTF-16 unit takes at most so many bytes of UTF-8. */
const BYTES_PER_UNIT = 3;
/** More than a segment needs; what a rare longer text took is given back. */
const MOST_SPARE_BYTES = 1_000_000;
let spareRoom: Uint8Array<ArrayBuffer> | undefined;

/** Uses the bytes of a text, which are there until then only: fresh memory for each takes longer than writing to it. */
async function inSpareRoom<T>(text: string, use: (bytes: Uint8Array<ArrayBuffer>) => Promise<T>): Promise<T> {
  const needed = text.length * BYTES_PER_UNIT;
  const room = spareRoom && spareRoom.length >= needed ? spareRoom : new Uint8Array(needed);
  // Whoever comes meanwhile takes another.
  spareRoom = undefined;
  const { written } = new TextEncoder().encodeInto(text, room);
  const result = await use(room.subarray(0, written));
  if (room.length <= MOST_SPARE_BYTES) spareRoom = room;
  return result;
}

/** The text that was sealed with this key and said to be about this; `undefined` for anything else. */
export async function openText(
  key: CryptoKey,
  sealed: Uint8Array,
  about: string,
  iv: Uint8Array,
): Promise<string | undefined> {
  const packed = await openBytes(key, sealed, about, iv);
  if (!packed) return undefined;
  try {
    return new TextDecoder().decode(await through(packed, new DecompressionStream('gzip')));
  } catch {
    return undefined;
  }
}

/** Written by hand: a `Blob` would be copied to another process first, which took longer than packing. */
function through(
  bytes: Uint8Array<ArrayBuffer>,
  { writable, readable }: CompressionStream | DecompressionStream,
): Promise<ArrayBuffer> {
  const writer = writable.getWriter();
  // What is wrong with the bytes is told by the side that is read.
  const ignore = () => undefined;
  writer.write(bytes).catch(ignore);
  writer.close().catch(ignore);
  return new Response(readable).arrayBuffer();
}
