// Vouchers: what lets a tablet take a code that another tablet of the site issued, with neither online in between. Sealed
// under the site key; Employee ID, company code and the code itself are bound to the seal, so that a voucher opens in its
// own link only.

import type { LoginLink } from '../domain/loginLink';
import { packVoucher, unpackVoucher, type Voucher } from '../domain/voucher';
import { fromBase32, toBase32 } from '../kernel/base32';
import { fromBase64 } from '../kernel/base64';
import type { Random } from '../platform/random';
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

/** [V1] The voucher as it stands in a link: base32, which a QR code holds in little room. */
export async function sealVoucher(
  key: CryptoKey,
  link: PlainLink,
  voucher: Voucher,
  random: Random,
): Promise<string> {
  const iv = random.bytes(IV_BYTES);
  const sealed = await sealBytes(key, new Uint8Array(packVoucher(voucher)), aboutLink(link), iv);
  return toBase32(Uint8Array.from([...iv, ...sealed]));
}

/** [V2] Nothing where it was changed or cut off, stands in another link, or is another site's. */
export async function openVoucher(
  key: CryptoKey,
  { voucher, ...link }: LoginLink,
): Promise<Voucher | undefined> {
  const bytes = fromBase32(voucher ?? '');
  if (!bytes) return undefined;
  const packed = await openBytes(key, bytes.subarray(IV_BYTES), aboutLink(link), bytes.subarray(0, IV_BYTES));
  return packed && unpackVoucher(packed);
}
