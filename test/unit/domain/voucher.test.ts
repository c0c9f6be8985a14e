// Vouchers: packed and read back, cut to fit, and never larger than a QR code that scans from paper.

import fc from 'fast-check';
import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { makeActivationCode } from '../../../src/domain/activationCode';
import type { CodeId, CompanyCode, EmployeeId } from '../../../src/domain/ids';
import { loginLinkToUrl, parseLoginFragment, parseScannedText } from '../../../src/domain/loginLink';
import {
  packCodeId,
  packVoucher,
  unpackCodeId,
  unpackVoucher,
  type Voucher,
} from '../../../src/domain/voucher';
import { fromBase32, toBase32 } from '../../../src/kernel/base32';
import { type DeviceId, momentToEventId } from '../../../src/kernel/hlc';
import { MORNING } from '../../support/stillClock';

const symbols = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
const eventId = fc
  .record({
    time: fc.integer({ min: 0, max: 2 ** 43 - 1 }),
    counter: fc.integer({ min: 0, max: 36 ** 4 - 1 }),
    device: symbols('0123456789abcdefghijklmnopqrstuvwxyz', 10),
  })
  .map(({ time, counter, device }) => momentToEventId({ time, counter }, device as DeviceId));
const seconds = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((count) => count * 1000);
const name = fc.string({ unit: 'grapheme', maxLength: 100 }).map((text) => text.replaceAll('\0', ''));
const voucher: fc.Arbitrary<Voucher> = fc.record(
  {
    codeId: symbols('0123456789abcdefghjkmnpqrstvwxyz', 16) as fc.Arbitrary<CodeId>,
    issue: eventId,
    enrolment: eventId,
    firstName: name,
    lastName: name,
    startsAt: seconds,
    expiresAt: seconds,
  },
  { requiredKeys: ['codeId', 'issue', 'firstName', 'lastName', 'expiresAt'] },
);

test('[V1] a voucher is read as it was packed; names that are too long are cut', () => {
  fc.assert(
    fc.property(voucher, (packed) => {
      const { firstName, lastName, ...rest } = packed;
      const {
        firstName: first,
        lastName: last,
        ...others
      } = unpackVoucher(unpackCodeId(packCodeId(packed.codeId)), packVoucher(packed)) as Voucher;
      expect(others).toEqual(rest);
      for (const [whole, cut] of [
        [firstName, first],
        [lastName, last],
      ] as const)
        if (cut !== whole) expect(whole.startsWith(cut.replace(/…$/, ''))).toBe(true);
      if (new TextEncoder().encode(firstName + lastName).length < 48)
        expect({ first, last }).toEqual({ first: firstName, last: lastName });
    }),
  );
});

test('[V2] a format of a newer version, and what is cut off, is nothing', () => {
  const codeId = '0123456789abcdef' as CodeId;
  const whole = packVoucher({
    codeId,
    issue: momentToEventId({ time: MORNING, counter: 1 }, 'tablet0001' as DeviceId),
    firstName: 'Mary',
    lastName: 'Sluis',
    expiresAt: MORNING,
  });
  expect(unpackVoucher(codeId, whole)).toBeDefined();
  for (const wrong of [whole.with(0, 0x20), whole.subarray(0, 19), new Uint8Array()])
    expect(unpackVoucher(codeId, wrong)).toBeUndefined();
});

test('bytes go through base32 and back, and only one text stands for them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase32(bytes);
      expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]*$/);
      expect(fromBase32(text)).toEqual(bytes);
    }),
  );
  expect(fromBase32('01')).toBeUndefined();
  expect(fromBase32('0u')).toBeUndefined();
});

test('[V6] a link with the longest voucher fits a QR code of version 12 at level M', () => {
  const plain = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789';
  const origin = `https://${'a'.repeat(44)}.example`;
  expect(origin).toHaveLength(60);
  fc.assert(
    fc.property(
      voucher.filter(({ enrolment, startsAt }) => enrolment !== undefined && startsAt !== undefined),
      fc.uint8Array({ minLength: 22, maxLength: 22 }),
      fc.uint8Array({ minLength: 11, maxLength: 11 }),
      (content, seal, random) => {
        const sealed = Uint8Array.from([...seal, ...packVoucher(content)]);
        const link = loginLinkToUrl(origin, {
          companyCode: 'ACME12345678' as CompanyCode,
          employeeId: plain as EmployeeId,
          code: makeActivationCode(random),
          voucher: toBase32(sealed),
        });
        expect(create(link, { errorCorrectionLevel: 'M' }).version).toBeLessThanOrEqual(12);
      },
    ),
    { examples: [], numRuns: 100 },
  );
});

test('[C5] a voucher in a link is read as it stands, and anything else there is refused', () => {
  const company = 'ACME' as CompanyCode;
  const link = {
    companyCode: company,
    employeeId: '00123' as EmployeeId,
    code: makeActivationCode(new Uint8Array(11)),
  };
  const url = loginLinkToUrl('https://gatehouse.example', { ...link, voucher: 'K7QM2XRD' });
  expect(parseScannedText(url, company)).toEqual({ ok: true, value: { ...link, voucher: 'K7QM2XRD' } });
  const refused = { ok: false, error: { type: 'voucherNotAccepted' } };
  for (const voucher of ['', 'javascript:alert(1)', 'k7qm', 'U', `${'A'.repeat(401)}`, '\u0000'])
    expect(parseLoginFragment(`ACME/00123/${link.code}/${encodeURIComponent(voucher)}`, company)).toEqual(
      refused,
    );
});
