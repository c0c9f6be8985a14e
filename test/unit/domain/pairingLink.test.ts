// The pairing link, and what is no pairing link.

import { describe, expect, test } from 'vitest';
import {
  makePairingPin,
  type Pairing,
  pairingToUrl,
  parsePairing,
  parsePairingLink,
  tidyPairingPin,
} from '../../../src/domain/pairingLink';
import { toBase64 } from '../../../src/kernel/base64';
import { openUnderPin, PIN_SEAL_RANDOM, sealUnderPin } from '../../../src/platform/pinSeal';

const sealed = toBase64(Uint8Array.from({ length: 90 }, (_, at) => (at * 53) % 256));

describe('the link', () => {
  test('gives back what was sealed, whole or as its fragment alone', () => {
    const link = pairingToUrl('https://gatehouse.example', sealed);
    expect(link).toMatch(/^https:\/\/gatehouse\.example\/setup#p=[\w-]+$/);
    for (const text of [link, ` ${link}\n`, link.slice(link.indexOf('#'))])
      expect(parsePairingLink(text)).toEqual({ ok: true, value: sealed });
  });

  test.each([
    '',
    'hello',
    'https://gatehouse.example/setup',
    'https://gatehouse.example/setup#p=',
    'https://gatehouse.example/activate#BWCH/1/AAAA',
    'javascript:alert(1)#p=<script>',
    `#p=${'A'.repeat(10_000)}`,
  ])('%j is none', (text) =>
    expect(parsePairingLink(text)).toEqual({ ok: false, error: { type: 'notAPairingCode' } }),
  );
});

describe('the PIN', () => {
  test('has eight symbols that cannot be mixed up, and is read however it is typed', () => {
    const pin = makePairingPin(Uint8Array.from([0, 31, 32, 255, 17, 18, 19, 20]));
    expect(pin).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(tidyPairingPin(' k1o0-lIab ')).toBe('K10011AB');
  });

  test('[Y8] opens what it sealed, and no other opens it', async () => {
    const random = Uint8Array.from({ length: PIN_SEAL_RANDOM }, (_, at) => at);
    const bytes = await sealUnderPin('the site key', 'K7QM2XRD', random);
    expect(await openUnderPin(bytes, 'K7QM2XRD')).toBe('the site key');
    expect(await openUnderPin(bytes, 'K7QM2XRE')).toBeUndefined();
    expect(await openUnderPin(bytes.slice(0, -1), 'K7QM2XRD')).toBeUndefined();
    expect(await openUnderPin(bytes.slice(0, 10), 'K7QM2XRD')).toBeUndefined();
  });
});

describe('what was sealed', () => {
  const pairing: Pairing = {
    siteKey: sealed,
    couch: { url: '/couch', database: 'mill-lane', user: 'tablets', password: 'secret' },
    siteId: 'site' as Pairing['siteId'],
    organisation: 'Brightwater',
    companyCode: 'BWCH' as Pairing['companyCode'],
    validUntil: 1_700_000_000_000,
  };
  test('is read back', () =>
    expect(parsePairing(JSON.stringify(pairing))).toEqual({ ok: true, value: pairing }));
  test.each([
    'null',
    '{}',
    '[]',
    'not json',
    JSON.stringify({ ...pairing, siteKey: '' }),
    JSON.stringify({ ...pairing, couch: { url: '/couch' } }),
    JSON.stringify({ ...pairing, validUntil: 'soon' }),
    JSON.stringify({ ...pairing, companyCode: '?' }),
  ])('%j is none', (text) =>
    expect(parsePairing(text)).toEqual({ ok: false, error: { type: 'notAPairingCode' } }),
  );
});
