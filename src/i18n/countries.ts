// The countries to choose from, by the names the person's language has for them.

import { countryCodes } from '../domain/importCountries';
import { showCountry } from './format';

export interface CountryOption {
  readonly value: string;
  readonly label: string;
}

/** All countries, in the order of their names. */
export const countryOptions = (): readonly CountryOption[] =>
  countryCodes
    .map((code) => ({ value: code, label: showCountry(code) }))
    .sort((a, b) => a.label.localeCompare(b.label));

const FALLBACK_COUNTRY = 'GB';

/** The country that the browser's language speaks of, as a beginning; `en-IE` means Ireland, plain `pl` Poland. */
export function likelyCountry(): string {
  try {
    return new Intl.Locale(navigator.language).maximize().region ?? FALLBACK_COUNTRY;
  } catch {
    return FALLBACK_COUNTRY;
  }
}
