import { expect, test } from 'vitest';
import { readCarriedFragment } from '../../../src/domain/carriedLink';

const ORIGIN = 'https://gatehouse.example';
const CODE = 'K7QM2XRD9F3A';

test('[N5] a login link of any organisation is carried on as it came, voucher and all', () => {
  const fragment = `#ACME/00123%20A/${CODE}/4T9VQ2N8XCJ7M5HB`;
  expect(readCarriedFragment(ORIGIN, fragment)).toEqual({
    ok: true,
    value: {
      url: `${ORIGIN}/activate${fragment}`,
      companyCode: 'ACME',
      employeeId: '00123 A',
      code: CODE,
      voucher: '4T9VQ2N8XCJ7M5HB',
    },
  });
});

test.each([
  ['nothing', '#'],
  ['half a code', '#ACME/00123/K7QM'],
  ['a slip in the code', `#ACME/00123/${CODE.slice(0, -1)}8`],
  ['no code', '#ACME/00123'],
  ['a voucher that was cut into', `#ACME/00123/${CODE}/4T9V…`],
  ['more behind it', `#ACME/00123/${CODE}/4T9V/x`],
  ['ten kilobytes', `#ACME/00123/${CODE}/${'A'.repeat(10_240)}`],
  ['something else', '#javascript:alert(1)'],
])('[N5] %s is no link to carry', (_, fragment) =>
  expect(readCarriedFragment(ORIGIN, fragment).ok).toBe(false),
);
