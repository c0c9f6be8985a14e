// The link that a QR code holds: `https://…/activate#o=ACME&e=00123&c=K7QM2XRD9F3T`, and where the issuing tablet has
// sister tablets, `&v=` with a sealed voucher for those that have not heard of the code. Everything stands in the fragment, which a browser never sends to a server. What comes in from a camera,
// a picture or the address bar is hostile until it has been read here.

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
export function loginLinkToUrl(origin: string, link: LoginLink): string {
  const fragment = new URLSearchParams({ o: link.companyCode, e: link.employeeId, c: link.code });
  if (link.voucher !== undefined) fragment.set('v', link.voucher);
  return `${origin}${ACTIVATE_PATH}#${fragment}`;
}

/** Reads the fragment of a login link, with or without its `#`. */
export function parseLoginFragment(
  fragment: string,
  ownCompany: CompanyCode,
): Result<LoginLink, LoginLinkRefusal> {
  if (fragment.length > LINK_LIMIT) return err({ type: 'notALoginCode' });
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const companyCode = parseCompanyCode(fields.get('o') ?? '');
  const employeeId = parseEmployeeId(fields.get('e') ?? '');
  const typed = fields.get('c');
  if (!companyCode.ok || !employeeId.ok || typed === null) return err({ type: 'notALoginCode' });
  if (companyCode.value !== ownCompany) return err({ type: 'codeOfOtherOrganisation' });
  const code = parseActivationCode(typed);
  if (!code.ok) return code;
  const link = { companyCode: companyCode.value, employeeId: employeeId.value, code: code.value };
  const voucher = fields.get('v');
  if (voucher === null) return ok(link);
  return VOUCHER.test(voucher) ? ok({ ...link, voucher }) : err({ type: 'voucherNotAccepted' });
}

/** [C5] Reads what a camera saw. It is never opened as an address: only our own kind of link means anything. */
export function parseScannedText(text: string, ownCompany: CompanyCode): Result<LoginLink, LoginLinkRefusal> {
  if (text.length > LINK_LIMIT || !URL.canParse(text)) return err({ type: 'notALoginCode' });
  const url = new URL(text);
  const isOurs = /^https?:$/.test(url.protocol) && url.pathname.endsWith(ACTIVATE_PATH) && url.hash !== '';
  return isOurs ? parseLoginFragment(url.hash, ownCompany) : err({ type: 'notALoginCode' });
}
