// Bytes as text, and back.

const AT_ONCE = 0x8000; // more arguments than this overflow the stack of some browsers

/** Bytes as base64 without padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(from, from + AT_ONCE));
  return btoa(text).replace(/=+$/, '');
}

/** The bytes of a base64 text, with or without padding; nothing where it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bare = text.replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]+$/.test(bare) || bare.length % 4 === 1) return undefined;
  const binary = atob(bare);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
