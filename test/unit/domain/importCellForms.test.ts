import { describe, expect, test } from 'vitest';
import { readCountry } from '../../../src/domain/importCountries';
import { findDayOrder, readListDate } from '../../../src/domain/importDates';
import { splitFullName } from '../../../src/domain/importNames';
import type { PlainDate } from '../../../src/domain/plainDate';

const today = '2026-11-22' as PlainDate;

describe('[I20] a date is read in every form that lists hold', () => {
  test.each([
    ['2026-11-02', '2026-11-02'],
    ['2026-11-02 00:00:00', '2026-11-02'],
    ['2026-11-02-08:00', '2026-11-02'],
    ['2026-11-02Z', '2026-11-02'],
    ['02.11.2026', '2026-11-02'],
    ['2. 11. 2026', '2026-11-02'],
    ['2/11/26', '2026-11-02'],
    ['2/11/98', '1998-11-02'],
    ['02-Nov-2026', '2026-11-02'],
    ['2 November 2026', '2026-11-02'],
    ['Nov 2, 2026', '2026-11-02'],
    ['2nd November 2026', '2026-11-02'],
    ['2. März 2026', '2026-03-02'],
    ['2 août 2026', '2026-08-02'],
    ['2 de octubre de 2026', '2026-10-02'],
    ['46328', '2026-11-02'],
    ['9999-12-31', 'never'],
    ['31/12/9999', 'never'],
    ['99991231', 'never'],
    ['', undefined],
    ['N/A', undefined],
    ['0000-00-00', undefined],
    ['00.00.0000', undefined],
    ['31.02.2026', 'unreadable'],
    ['2026', 'unreadable'],
    ['soon', 'unreadable'],
    ['12', 'unreadable'],
  ])('%s', (cell, expected) => {
    expect(readListDate(cell, 'day first', today)).toBe(expected);
  });

  test.each([
    [['1.2.2020'], 'day first'],
    [['1/2/2020', '13/2/20'], 'day first'],
    [['1/2/2020', '2/13/2020'], 'month first'],
    [['1/2/2020', '2020-12-13', ''], undefined],
  ])('[I7] the order in %j', (cells, order) => {
    expect(findDayOrder(cells)).toBe(order);
  });
});

describe('[I13] one name column becomes two names', () => {
  test.each([
    ['Doe, Jane', 'Jane', 'Doe'],
    ['Jane Doe', 'Jane', 'Doe'],
    ['Jane Mary Doe', 'Jane Mary', 'Doe'],
    ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
    ['María de la Cruz', 'María', 'de la Cruz'],
    ['van den Berg, Femke', 'Femke', 'van den Berg'],
    ['DUPONT Jean-Luc', 'Jean-Luc', 'DUPONT'],
    ['LE GOFF Anne Marie', 'Anne Marie', 'LE GOFF'],
    ['JANE DOE', 'JANE', 'DOE'],
    ['Doe, Jr., John', 'John', 'Doe Jr.'],
    ['John Doe, Jr.', 'John', 'Doe Jr.'],
    ['Sammy Davis Jr.', 'Sammy', 'Davis Jr.'],
    ['Jane Doe (10001)', 'Jane', 'Doe'],
    ['Jane Doe (On Leave) (10001)', 'Jane', 'Doe'],
    ['Cher', '', 'Cher'],
    ['  ', '', ''],
  ])('%s', (text, firstName, lastName) => {
    expect(splitFullName(text)).toEqual({ firstName, lastName });
  });
});

describe('[I14] a country is read from its code or its name', () => {
  test.each([
    ['DE', 'DE'],
    ['deu', 'DE'],
    ['Germany', 'DE'],
    ['Deutschland', 'DE'],
    ['Allemagne', 'DE'],
    ['Niemcy', 'DE'],
    ['UK', 'GB'],
    ['United Kingdom', 'GB'],
    ['England', 'GB'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['United States of America', 'US'],
    ['Vereinigte Staaten', 'US'],
    ['The Netherlands', 'NL'],
    ['España', 'ES'],
    ['Côte d’Ivoire', 'CI'],
    ['Czech Republic', 'CZ'],
    ['Atlantis', undefined],
    ['XX', undefined],
    ['', undefined],
  ])('%s', (text, code) => {
    expect(readCountry(text)).toBe(code);
  });
});
