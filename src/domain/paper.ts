// The paper that lies in a country's printers. Where Unicode's CLDR says "US-Letter" it is that, everywhere else A4.

import type { CountryCode } from './employeeDetails';

export type Paper = 'a4' | 'usLetter';

const US_LETTER = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** [B7] The paper to begin with; whoever prints can take the other. */
export const usualPaper = (country: CountryCode): Paper => (US_LETTER.has(country) ? 'usLetter' : 'a4');
