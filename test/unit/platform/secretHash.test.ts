// How an activation code is kept.

import { expect, test, vi } from 'vitest';
import { hashCode, matchesCodeHash } from '../../../src/platform/secretHash';

const SALT = Uint8Array.from({ length: 16 }, (_, i) => i);
const CODE = 'K7QM2XRD9F3T';

test('the hash is PBKDF2-HMAC-SHA-256, as others compute it', async () => {
  // Python: hashlib.pbkdf2_hmac('sha256', b'K7QM2XRD9F3T', bytes(range(16)), 4096)
  expect(await hashCode(CODE, SALT)).toBe(
    '$pbkdf2-sha256$i=4096$AAECAwQFBgcICQoLDA0ODw$pIuR5lqg4UncubbDrR4eRtx4S0WInpdOPDcRgfIAr6s',
  );
});

test('only the code that was hashed matches', async () => {
  const phc = await hashCode(CODE, SALT);
  expect(await matchesCodeHash(CODE, phc)).toBe(true);
  expect(await matchesCodeHash('K7QM2XRD9F3V', phc)).toBe(false);
  expect(await matchesCodeHash('', phc)).toBe(false);
});

test('a hash made with other rounds is still understood', async () => {
  const phc = await hashCode(CODE, SALT, 10);
  expect(phc).toContain('$i=10$');
  expect(await matchesCodeHash(CODE, phc)).toBe(true);
});

test('the same code with another salt is kept as something else', async () => {
  expect(await hashCode(CODE, SALT)).not.toBe(await hashCode(CODE, new Uint8Array(16)));
});

const SOUND = '$pbkdf2-sha256$i=4096$AAECAwQFBgcICQoLDA0ODw$pIuR5lqg4UncubbDrR4eRtx4S0WInpdOPDcRgfIAr6s';

test.each([
  ['nothing', ''],
  ['words', 'no hash at all'],
  ['another algorithm', SOUND.replace('sha256', 'sha512')],
  ['a cut-off hash', SOUND.slice(0, -4)],
  ['broken base64', SOUND.replace('AAEC', 'AA*C')],
  ['no rounds', SOUND.replace('4096', '0')],
  ['more rounds than a tablet survives', SOUND.replace('4096', '9999999')],
  ['a second line', `${SOUND}\n${SOUND}`],
])('%s in place of a hash matches no code, after the work of a hash', async (_, phc) => {
  const work = vi.spyOn(crypto.subtle, 'deriveBits');
  expect(await matchesCodeHash(CODE, phc)).toBe(false);
  expect(work).toHaveBeenCalledOnce();
  expect(work.mock.calls[0]?.[0]).toMatchObject({ iterations: 4096 });
  work.mockRestore();
});
