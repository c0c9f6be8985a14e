// The paper of a country.

import { expect, test } from 'vitest';
import type { CountryCode } from '../../../src/domain/employeeDetails';
import { usualPaper } from '../../../src/domain/paper';

test.each([
  ['US', 'usLetter'],
  ['CA', 'usLetter'],
  ['MX', 'usLetter'],
  ['PH', 'usLetter'],
  ['GB', 'a4'],
  ['BR', 'a4'],
  ['JP', 'a4'],
] as const)('[B7] in %s printers hold %s', (country, paper) => {
  expect(usualPaper(country as CountryCode)).toBe(paper);
});
