// The link that a QR code holds: `https://…/activate#ACME/00123/K7QM2XRD9F3T`, and where the issuing tablet has sister
// tablets, a sealed voucher behind another slash for those that have not heard of the code. Everything stands in the
// fragment, which a browser never sends to a server, and in capitals and digits, which a QR code holds in little room.
// What comes in from a camera, a picture or the address bar is hostile until it has been read here.

import { err, ok, type Result } from '../kernel/result';
import { type ActivationCode, type ActivationCodeRefusal, parseActivationCode } from './activationCode';
import { type CompanyCode, type EmployeeId, parseCompanyCode, parseEmployeeId } from './ids';

export interface LoginLink {
  readonly companyCode: CompanyCode;
  readonly employeeId: EmployeeId;
  readonly code: ActivationCode;
  /** [V1] Sealed, in base32. */
  readonly voucher?: string;
}

export type LoginLinkRefusal =
  | { readonly type: 'notALoginCode' }
  | { readonly type: 'codeOfOtherOrganisation' }
  | { readonly type: 'voucherNotAccepted' }
  | ActivationCodeRefusal;

const ACTIVATE_PATH = '/activate';
const LINK_LIMIT = 2_000;
const VOUCHER = /^[0-9A-HJKMNP-TV-Z]{1,400}$/;

/** `origin` is where the app lives, e.g. `https://gatehouse.example`. */
export function loginLinkToUrl(
  origin: string,
  { companyCode, employeeId, code, voucher }: LoginLink,
): string {
  const parts = [companyCode, employeeId, code, ...(voucher === undefined ? [] : [voucher])];
  return loginLinkAt(origin, `#${parts.map(encodeURIComponent).join('/')}`);
}

/** The link whose fragment, with its `#`, this is. */
export const loginLinkAt = (origin: string, fragment: string): string =>
  `${origin}${ACTIVATE_PATH}${fragment}`;

/** Reads the fragment of a login link, with or without its `#`, of whichever organisation it is. */
export function readLoginFragment(fragment: string): Result<LoginLink, LoginLinkRefusal> {
  const parts = fragment.length > LINK_LIMIT ? [] : fragment.replace(/^#/, '').split('/').map(decodePart);
  const [company = '', id = '', typed = '', voucher] = parts;
  const companyCode = parseCompanyCode(company);
  const employeeId = parseEmployeeId(id);
  if (!companyCode.ok || !employeeId.ok || parts.length < 3 || parts.length > 4)
    return err({ type: 'notALoginCode' });
  const code = parseActivationCode(typed);
  if (!code.ok) return code;
  const link = { companyCode: companyCode.value, employeeId: employeeId.value, code: code.value };
  if (voucher === undefined) return ok(link);
  return VOUCHER.test(voucher) ? ok({ ...link, voucher }) : err({ type: 'voucherNotAccepted' });
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** [C11] Reads the fragment of a login link of one's own organisation. */
export function parseLoginFragment(
  fragment: string,
  ownCompany: CompanyCode,
): Result<LoginLink, LoginLinkRefusal> {
  const link = readLoginFragment(fragment);
  const isForeign = link.ok && link.value.companyCode !== ownCompany;
  return isForeign ? err({ type: 'codeOfOtherOrganisation' }) : link;
}

/** [C5] Reads what a camera saw. It is never opened as an address: only our own kind of link means anything. */
export function parseScannedText(text: string, ownCompany: CompanyCode): Result<LoginLink, LoginLinkRefusal> {
  if (text.length > LINK_LIMIT || !URL.canParse(text)) return err({ type: 'notALoginCode' });
  const url = new URL(text);
  const isOurs = /^https?:$/.test(url.protocol) && url.pathname.endsWith(ACTIVATE_PATH) && url.hash !== '';
  return isOurs ? parseLoginFragment(url.hash, ownCompany) : err({ type: 'notALoginCode' });
}
