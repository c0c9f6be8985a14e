// What a tablet shows to let another one join: a link that holds sealed text, and beside it the PIN that opens it.
// `https://…/setup#p=<base64url>`. Whoever has only one of the two has nothing.

import { BASE32_ALPHABET } from '../kernel/base32';
import { err, ok, type Result } from '../kernel/result';
import { type CompanyCode, parseCompanyCode, type SiteId } from './ids';

/** What is sealed. */
export interface Pairing {
  readonly siteKey: string;
  readonly couch: {
    readonly url: string;
    readonly database: string;
    readonly user: string;
    readonly password: string;
  };
  readonly siteId: SiteId;
  readonly organisation: string;
  readonly companyCode: CompanyCode;
  /** By the clock of the tablet that shows it, in ms since 1970. */
  readonly validUntil: number;
  /** Server minus that clock, in ms, where it is known. */
  readonly clockOffset?: number;
}

export type PairingRefusal =
  | { readonly type: 'notAPairingCode' }
  | { readonly type: 'pairingPinNotAccepted' }
  | { readonly type: 'pairingExpired' };

/** [Y8] How long a pairing code is good for, in ms. */
export const PAIRING_LIFETIME = 10 * 60_000;
const LINK_LIMIT = 4_000;
const PATH = '/setup';

/** The PIN: eight of Crockford's symbols, 40 bits, in two groups. Give eight random bytes. */
export const PIN_LENGTH = 8;
export const makePairingPin = (random: Uint8Array): string =>
  Array.from(random.subarray(0, PIN_LENGTH), (byte) => BASE32_ALPHABET[byte & 31]).join('');

/** As it is typed: case, spaces and dashes do not matter; I and L are read as 1, O as 0. */
export const tidyPairingPin = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');

const toUrlText = (base64: string): string => base64.replace(/\+/g, '-').replace(/\//g, '_');
const fromUrlText = (text: string): string => text.replace(/-/g, '+').replace(/_/g, '/');

/** `sealed` in base64. */
export const pairingToUrl = (origin: string, sealed: string): string =>
  `${origin}${PATH}#p=${toUrlText(sealed)}`;

/** The sealed text of a pairing link, or of its fragment alone, in base64. */
export function parsePairingLink(text: string): Result<string, PairingRefusal> {
  const fragment =
    text
      .trim()
      .slice(0, LINK_LIMIT + 1)
      .split('#')
      .at(-1) ?? '';
  const sealed = new URLSearchParams(fragment).get('p') ?? '';
  if (text.length > LINK_LIMIT || !/^[A-Za-z0-9_-]{40,}$/.test(sealed))
    return err({ type: 'notAPairingCode' });
  return ok(fromUrlText(sealed));
}

/** What was sealed; it has been checked to come from a tablet that knows the PIN, and is checked for its form here. */
export function parsePairing(text: string): Result<Pairing, PairingRefusal> {
  try {
    const pairing = JSON.parse(text) as Pairing;
    const { couch, siteKey, siteId, organisation, companyCode, validUntil } = pairing;
    const texts = [siteKey, siteId, organisation, couch.url, couch.database, couch.user, couch.password];
    const isWhole = texts.every((part) => typeof part === 'string' && part !== '');
    if (isWhole && Number.isFinite(validUntil) && parseCompanyCode(companyCode).ok) return ok(pairing);
  } catch {
    // Not one of ours: the same as a wrong form.
  }
  return err({ type: 'notAPairingCode' });
}
