import { expect, test } from 'vitest';
import {
  CODE_ALPHABET,
  makeActivationCode,
  parseActivationCode,
  showCode,
  tidyCode,
} from '../../../src/domain/activationCode';
import type { CompanyCode, EmployeeId } from '../../../src/domain/ids';
import { loginLinkToUrl, parseLoginFragment, parseScannedText } from '../../../src/domain/loginLink';
import { seededRandom } from '../../support/seededRandom';

const random = seededRandom(7);
const codes = Array.from({ length: 50 }, () => makeActivationCode(random.bytes(11)));
const [code = codes[0] as never] = codes;

test('[C1] a code has 12 symbols of the alphabet, and is accepted as it is', () => {
  for (const made of codes) {
    expect(made).toMatch(new RegExp(`^[${CODE_ALPHABET}]{12}$`));
    expect(parseActivationCode(made)).toEqual({ ok: true, value: made });
  }
});

test('[C2] case, spaces and dashes do not matter; I and L are 1, O is 0', () => {
  expect(parseActivationCode(` ${showCode(code).toLowerCase().replace('-', ' – ')} `)).toEqual({
    ok: true,
    value: code,
  });
  expect(tidyCode('io-lO')).toBe('1010');
  expect(showCode('K7QM2XRD9F')).toBe('K7QM-2XRD-9F');
});

test('[C3] every single wrong symbol of every code is told as a slip', () => {
  for (const made of codes)
    for (let at = 0; at < made.length; at += 1)
      for (const symbol of CODE_ALPHABET) {
        if (symbol === made[at]) continue;
        const wrong = made.slice(0, at) + symbol + made.slice(at + 1);
        expect(parseActivationCode(wrong)).toEqual({ ok: false, error: { type: 'codeHasTypo' } });
      }
});

test('[C3] every swap of two neighbours is told as a slip', () => {
  for (const made of codes)
    for (let at = 0; at + 1 < made.length; at += 1) {
      if (made[at] === made[at + 1]) continue;
      const wrong = made.slice(0, at) + made[at + 1] + made[at] + made.slice(at + 2);
      expect(parseActivationCode(wrong)).toEqual({ ok: false, error: { type: 'codeHasTypo' } });
    }
});

test('[C3] too few, too many and foreign symbols are told as such', () => {
  expect(parseActivationCode('K7QM')).toEqual({
    ok: false,
    error: { type: 'codeIncomplete', have: 4, need: 12 },
  });
  expect(parseActivationCode(`${code}7`)).toEqual({ ok: false, error: { type: 'codeTooLong', need: 12 } });
  expect(parseActivationCode('U7QM')).toEqual({
    ok: false,
    error: { type: 'codeHasForeignSymbol', symbol: 'U' },
  });
});

const acme = 'ACME' as CompanyCode;
const link = { companyCode: acme, employeeId: '00123 A/B' as EmployeeId, code };
const url = loginLinkToUrl('https://gatehouse.example', link);

test('[C5] a login link is read back from a scan and from an address', () => {
  expect(parseScannedText(url, acme)).toEqual({ ok: true, value: link });
  expect(parseLoginFragment(new URL(url).hash, acme)).toEqual({ ok: true, value: link });
});

test('[C11] a code of another organisation is refused as such', () =>
  expect(parseScannedText(url, 'OTHER' as CompanyCode)).toEqual({
    ok: false,
    error: { type: 'codeOfOtherOrganisation' },
  }));

test.each([
  'javascript:alert(1)//activate#ACME/1/2',
  `javascript://gatehouse.example/activate#ACME/00123/${code}`,
  `JaVaScRiPt:location='/activate#ACME/00123/${code}'`,
  `blob:https://gatehouse.example/activate#ACME/00123/${code}`,
  `file:///activate#ACME/00123/${code}`,
  `intent://gatehouse.example/activate#ACME/00123/${code}`,
  'https://example.com/',
  'https://example.com/activate',
  'https://example.com/elsewhere#ACME/00123/K7QM2XRD9F3T',
  'data:text/html,<h1>hello</h1>',
  'WIFI:S:site;T:WPA;P:secret;;',
  'mailto:ada@example.com',
  'tel:+441234567890',
  '\u0000\u0007',
  '\u202e\u200b\ufeff',
  '',
  ' ',
  'x'.repeat(10_240),
  `${url}${'0'.repeat(10_240)}`,
  `https://example.com/activate#${'ACME/'.repeat(2_000)}`,
])('[C5] what is no login link means nothing: %s', (text) =>
  expect(parseScannedText(text, acme)).toEqual({ ok: false, error: { type: 'notALoginCode' } }),
);

test.each(['\u0000', '\u0007', '\u001b[2J', '\u007f', '\u202e', '\u200b', '<b>', '%00', '%', '%E0%A4%A'])(
  '[C5] control characters and broken escapes in a link are never part of what is read: %j',
  (hostile) => {
    for (const fragment of [`${hostile}ACME/00123/${code}`, `ACME/00${hostile}123/${code}`]) {
      const read = parseLoginFragment(fragment, acme);
      // A character may be dropped or refused; it never comes through.
      if (read.ok) expect(Object.values(read.value).join('')).toMatch(/^[\p{L}\p{N}\-_./# ]+$/u);
      else expect(read.error.type).toBe('notALoginCode');
    }
  },
);
