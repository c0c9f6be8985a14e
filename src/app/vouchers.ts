// Vouchers: what lets a tablet take a code that another tablet of the site issued, with neither online in between. Sealed
// under the site key; Employee ID, company code and the code itself are bound to the seal, so that a voucher opens in its
// own link only.

import type { LoginLink } from '../domain/loginLink';
import {
  CODE_ID_BYTES,
  packCodeId,
  packVoucher,
  unpackCodeId,
  unpackVoucher,
  type Voucher,
} from '../domain/voucher';
import { fromBase32, toBase32 } from '../kernel/base32';
import { fromBase64 } from '../kernel/base64';
import { deriveSealingKey, IV_BYTES, openBytes, sealBytes } from '../platform/seal';
import type { Store } from '../store/store';
import { readSecrets } from './sync/siteSecrets';

type PlainLink = Omit<LoginLink, 'voucher'>;

const aboutLink = ({ companyCode, employeeId, code }: PlainLink): string =>
  [companyCode, employeeId, code].join('|');

/** The key of this site's vouchers; none where this tablet has no sister tablets. */
export async function readVoucherKey(store: Store): Promise<CryptoKey | undefined> {
  if (!(await store.hasSecrets())) return undefined;
  const secrets = await readSecrets({ replication: await store.replication() });
  const siteKey = secrets && fromBase64(secrets.siteKey);
  return siteKey && deriveSealingKey(siteKey, 'voucher');
}

/** 96 bits, the least that NIST SP 800-38D asks for in general: every byte makes the QR code denser. */
const TAG_BITS = 96;

/** A code has one voucher, ever, so the code's own id makes the seal unique; it stands before what is sealed. */
const toIv = (codeId: Uint8Array): Uint8Array<ArrayBuffer> => {
  const iv = new Uint8Array(IV_BYTES);
  iv.set(codeId);
  return iv;
};

/** [V1] The voucher as it stands in a link: base32, which a QR code holds in little room. */
export async function sealVoucher(key: CryptoKey, link: PlainLink, voucher: Voucher): Promise<string> {
  const codeId = packCodeId(voucher.codeId);
  const sealed = await sealBytes(key, packVoucher(voucher), aboutLink(link), toIv(codeId), TAG_BITS);
  return toBase32(Uint8Array.from([...codeId, ...sealed]));
}

/** [V2] Nothing where it was changed or cut off, stands in another link, or is another site's. */
export async function openVoucher(
  key: CryptoKey,
  { voucher, ...link }: LoginLink,
): Promise<Voucher | undefined> {
  const bytes = fromBase32(voucher ?? '');
  if (!bytes || bytes.length < CODE_ID_BYTES) return undefined;
  const codeId = bytes.subarray(0, CODE_ID_BYTES);
  const sealed = bytes.subarray(CODE_ID_BYTES);
  const packed = await openBytes(key, sealed, aboutLink(link), toIv(codeId), TAG_BITS);
  return packed && unpackVoucher(unpackCodeId(codeId), packed);
}
