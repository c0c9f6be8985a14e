// Where every secret begins: the browser's own source of random bytes.

export interface Random {
  bytes(count: number): Uint8Array;
}

const MOST_AT_ONCE = 65_536; // getRandomValues refuses more

/** The browser's cryptographically secure random numbers. */
export const cryptoRandom: Random = {
  bytes(count) {
    const bytes = new Uint8Array(count);
    for (let from = 0; from < count; from += MOST_AT_ONCE) {
      crypto.getRandomValues(bytes.subarray(from, from + MOST_AT_ONCE));
    }
    return bytes;
  },
};
