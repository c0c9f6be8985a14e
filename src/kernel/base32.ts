// Bytes as text of capitals and digits (Crockford's base32, https://www.crockford.com/base32.html): people can read it
// aloud, and a QR code holds it in half the room of other text, for it has a mode of its own for capitals and digits.

/** Digits and capitals without I, L, O and U. */
export const BASE32_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Five bits a symbol; the last one is filled up with zeros. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32_ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + BASE32_ALPHABET[(held << (5 - bits)) & 31] : text;
}

/** The bytes of a text that `toBase32` made; `undefined` for any other. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const symbol of text) {
    const value = BASE32_ALPHABET.indexOf(symbol);
    if (value < 0) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = held >> bits;
    at += 1;
    held &= (1 << bits) - 1;
  }
  // One text for the same bytes: nothing may hide in what fills up the last symbol.
  return held === 0 && bits < 5 ? bytes : undefined;
}
