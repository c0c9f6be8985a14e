// A key is derived slowly from what is typed, so that guessing takes long. Where the app is tried without a browser nobody
// guesses, and few rounds do: as with passwords, whose hashing is a stand-in there too. The journeys take the real rounds.

import { afterAll, beforeAll, vi } from 'vitest';

const SLOW = 100_000;
const QUICK = 100;

beforeAll(() => {
  const derive = crypto.subtle.deriveKey.bind(crypto.subtle);
  const quick = vi.spyOn(crypto.subtle, 'deriveKey');
  quick.mockImplementation((algorithm, ...rest) =>
    derive(
      'iterations' in (algorithm as object) && (algorithm as Pbkdf2Params).iterations >= SLOW
        ? { ...(algorithm as Pbkdf2Params), iterations: QUICK }
        : algorithm,
      ...rest,
    ),
  );
  // Other tests share the process.
  afterAll(() => quick.mockRestore());
});
