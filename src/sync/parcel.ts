// What is carried from tablet to tablet without any network: one parcel, sealed under the site key. In clear stand only
// the version of its format, a mark of its site and its own hash, so that a foreign, a newer and a damaged one can each
// be told as such.

import type { ParcelKind } from '../domain/batch';
import { toBase32 } from '../kernel/base32';
import { fromBase64 } from '../kernel/base64';
import type { DeviceId } from '../kernel/hlc';
import { err, ok, type Result } from '../kernel/result';
import type { Random } from '../platform/random';
import { deriveSealingKey, IV_BYTES, openText, sealText, siteCheck } from '../platform/seal';
import { type BackupPart, isBackupPart } from './backupParts';

export const PARCEL_VERSION = 1;
const KINDS: readonly unknown[] = ['revocations', 'everything'] satisfies ParcelKind[];

export interface Parcel {
  readonly kind: ParcelKind;
  /** The tablet that made it. */
  readonly from: DeviceId;
  /** By its clock, ms since 1970. */
  readonly madeAt: number;
  readonly parts: readonly BackupPart[];
}

/** As it travels, cut into frames or not. */
export interface SealedParcel {
  readonly site: string;
  /** Says which parcel it is, and whether it is whole. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

export type ParcelTrouble =
  | { readonly type: 'notAParcel' }
  /** A newer version of the app made it. */
  | { readonly type: 'parcelNewer' }
  | { readonly type: 'parcelOfOtherOrganisation' }
  | { readonly type: 'parcelDamaged' };

/** In symbols of base32: 40 bits. */
export const MARK_LENGTH = 8;

/** A text that tells one site from another, and nothing else about it. */
export async function siteMark(siteKey: Uint8Array): Promise<string> {
  return toBase32(fromBase64(await siteCheck(siteKey)) ?? new Uint8Array()).slice(0, MARK_LENGTH);
}

const hashMark = async (bytes: Uint8Array): Promise<string> =>
  toBase32(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))).slice(
    0,
    MARK_LENGTH,
  );

const about = (site: string): string => `parcel|${PARCEL_VERSION}|${site}`;

export async function sealParcel(siteKey: Uint8Array, parcel: Parcel, random: Random): Promise<SealedParcel> {
  const site = await siteMark(siteKey);
  const iv = random.bytes(IV_BYTES);
  const key = await deriveSealingKey(siteKey, 'parcel');
  const body = await sealText(key, JSON.stringify(parcel), about(site), iv);
  const bytes = new Uint8Array(IV_BYTES + body.length);
  bytes.set(iv);
  bytes.set(body, IV_BYTES);
  return { site, id: await hashMark(bytes), bytes };
}

/** [M1] Opens a parcel that is whole, and was made by a tablet that has this key. */
export async function openParcel(
  siteKey: Uint8Array,
  { site, id, bytes }: SealedParcel,
): Promise<Result<Parcel, ParcelTrouble>> {
  if (site !== (await siteMark(siteKey))) return err({ type: 'parcelOfOtherOrganisation' });
  if (id !== (await hashMark(bytes))) return err({ type: 'parcelDamaged' });
  const key = await deriveSealingKey(siteKey, 'parcel');
  const text = await openText(key, bytes.subarray(IV_BYTES), about(site), bytes.subarray(0, IV_BYTES));
  const parcel = text === undefined ? undefined : parseParcel(text);
  return parcel ? ok(parcel) : err({ type: 'parcelDamaged' });
}

function parseParcel(text: string): Parcel | undefined {
  const { kind, from, madeAt, parts } = (JSON.parse(text) ?? {}) as Partial<Record<keyof Parcel, unknown>>;
  const isWhole =
    KINDS.includes(kind) &&
    typeof from === 'string' &&
    Number.isFinite(madeAt) &&
    Array.isArray(parts) &&
    parts.every(isBackupPart);
  return isWhole ? ({ kind, from, madeAt, parts } as unknown as Parcel) : undefined;
}
