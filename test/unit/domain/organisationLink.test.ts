import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompanyCode } from '../../../src/domain/ids';
import { organisationLinkToUrl, parseOrganisationFragment } from '../../../src/domain/organisationLink';

const ORIGIN = 'https://gatehouse.example';
const acme = { companyCode: 'ACME' as CompanyCode, name: 'Acme & Söhne #1' };
const fragmentOf = (url: string) => new URL(url).hash;

describe("the organisation's link", () => {
  test('[O6] it holds the company code and the name, and nothing else', () => {
    const url = organisationLinkToUrl(ORIGIN, acme);
    expect(url.startsWith(`${ORIGIN}/#o=ACME&n=`)).toBe(true);
    expect([...new URLSearchParams(fragmentOf(url).slice(1)).keys()]).toEqual(['o', 'n']);
    expect(parseOrganisationFragment(fragmentOf(url))).toEqual(acme);
  });

  test('[O6] it stands in the fragment, which reaches no server', () => {
    const { search, pathname } = new URL(organisationLinkToUrl(ORIGIN, acme));
    expect([pathname, search]).toEqual(['/', '']);
  });

  test('[O6] whatever a name is made of comes back as it was', () => {
    const names = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim())
      .filter((name) => name !== '');
    fc.assert(
      fc.property(names, (name) => {
        const url = organisationLinkToUrl(ORIGIN, { ...acme, name });
        expect(parseOrganisationFragment(fragmentOf(url))?.name).toBe(name);
      }),
    );
  });

  test('[O6] signs that are not seen are taken out of the name', () => {
    expect(parseOrganisationFragment('#o=ACME&n=Acme%E2%80%AE%00%0ALtd')?.name).toBe('AcmeLtd');
  });

  test.each([
    ['nothing', ''],
    ['no name', '#o=ACME'],
    ['a name of blanks', '#o=ACME&n=%20%20'],
    ['no company code', '#n=Acme'],
    ['a company code that is none', '#o=A%3CB&n=Acme'],
    ['a name that is too long', `#o=ACME&n=${'a'.repeat(300)}`],
    ['far too much', `#o=ACME&n=Acme&x=${'a'.repeat(2_000)}`],
  ])('[O6] %s is no link of an organisation', (_, fragment) => {
    expect(parseOrganisationFragment(fragment)).toBeUndefined();
  });
});
