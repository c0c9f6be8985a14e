// How a hash of a secret is written down, with its parameters beside it: `$name$i=4096$salt$hash`, the PHC string
// format (https://github.com/P-H-C/phc-string-format), in base64 without padding.

/** Bytes as base64 without padding. */
export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');

/** The bytes of a base64 text, or nothing where it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]+$/.test(text) || text.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** Compares all bytes, whatever they are, so that the time taken tells nothing about where they differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}
