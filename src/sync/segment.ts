// The unit that travels: up to 500 events of one tablet, packed and sealed as one document that never changes.
//
// Its id says whose events they are, which of that tablet's segments it is, and the hash of what is inside:
// `<device>:<sequence>:<hash>`. So a document that is already there can only be this one, and a retry is safe. The
// tablet, the number and the count are bound into the seal: a sealed body under another id does not open.

import { fromBase64, toBase64 } from '../kernel/base64';
import { type DeviceId, eventDevice, isEventId } from '../kernel/hlc';
import { IV_BYTES, ivOf, openText, packText, sealBytes, sealText } from '../platform/seal';
import type { LogEntry, SegmentDocument, SegmentId, SegmentName } from '../store/db';

const FORMAT = 1;
const SEQUENCE_WIDTH = 8;
const ID = /^([a-z0-9]{10}):(\d{8}):([0-9a-f]{32})$/;

export type SegmentTrouble =
  /** Not a segment of this site, damaged, or forged. */
  | 'does not open'
  /** Sealed by a newer version of the app. */
  | 'newer format'
  /** It holds events that another tablet says it recorded. */
  | 'events of another tablet';

export type OpenedSegment =
  | { readonly ok: true; readonly entries: readonly LogEntry[] }
  | { readonly ok: false; readonly trouble: SegmentTrouble };

const aboutSegment = ({ device, sequence }: SegmentName, count: number): string =>
  `${device}:${sequence}|${FORMAT}|${count}`;

/** Whose it is and which one, by its id; `undefined` when the id is not that of a segment. */
export function parseSegmentId(id: string): (SegmentName & { readonly id: SegmentId }) | undefined {
  const match = ID.exec(id);
  return match
    ? { id: id as SegmentId, device: match[1] as DeviceId, sequence: Number(match[2]) }
    : undefined;
}

/** Seals events. `iv` must be fresh random bytes. */
export async function sealSegment(
  key: CryptoKey,
  name: SegmentName,
  entries: readonly LogEntry[],
  iv: Uint8Array,
): Promise<SegmentDocument> {
  const body = await sealText(key, JSON.stringify(entries), aboutSegment(name, entries.length), iv);
  return toDocument(name, entries.length, iv, body);
}

/** Seals events that were sealed before: whichever tablet does it, the same events get the same id, and stand there once. */
export async function sealSegmentAgain(
  { segmentKey, ivKey }: { readonly segmentKey: CryptoKey; readonly ivKey: CryptoKey },
  name: SegmentName,
  entries: readonly LogEntry[],
): Promise<SegmentDocument> {
  const about = aboutSegment(name, entries.length);
  const packed = await packText(JSON.stringify(entries));
  const iv = await ivOf(ivKey, packed, about);
  return toDocument(name, entries.length, iv, await sealBytes(segmentKey, packed, about, iv));
}

async function toDocument(
  name: SegmentName,
  count: number,
  iv: Uint8Array,
  body: Uint8Array,
): Promise<SegmentDocument> {
  const sequence = String(name.sequence).padStart(SEQUENCE_WIDTH, '0');
  return {
    _id: `${name.device}:${sequence}:${await hashOf(iv, body)}` as SegmentId,
    v: FORMAT,
    count,
    iv: toBase64(iv),
    body: toBase64(body),
  };
}

/** Without what a server noted on it, such as `_rev`, which no server takes with a first write; the rest its tablet sealed. */
export const asSealed = <Document extends object>(document: Document): Document =>
  Object.fromEntries(
    Object.entries(document).filter(([field]) => field === '_id' || !field.startsWith('_')),
  ) as Document;

/** Opens what came from a server, a file or a camera under this id. */
export async function openSegment(key: CryptoKey, id: SegmentId, document: unknown): Promise<OpenedSegment> {
  const name = parseSegmentId(id);
  const parts = (document ?? {}) as Partial<Record<keyof SegmentDocument, unknown>>;
  if (typeof parts.v === 'number' && parts.v > FORMAT) return { ok: false, trouble: 'newer format' };
  const iv = fromBase64(String(parts.iv));
  const body = fromBase64(String(parts.body));
  const isWhole = iv?.length === IV_BYTES && body && id.endsWith(`:${await hashOf(iv, body)}`);
  if (!name || !isWhole) return { ok: false, trouble: 'does not open' };
  const text = await openText(key, body, aboutSegment(name, Number(parts.count)), iv);
  const entries = text === undefined ? undefined : parseEntries(text);
  if (!entries || entries.length !== parts.count) return { ok: false, trouble: 'does not open' };
  return entries.every((entry) => eventDevice(entry.id) === name.device)
    ? { ok: true, entries }
    : { ok: false, trouble: 'events of another tablet' };
}

async function hashOf(iv: Uint8Array, body: Uint8Array): Promise<string> {
  const bytes = new Uint8Array(iv.length + body.length);
  bytes.set(iv);
  bytes.set(body, iv.length);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The envelope is checked; what a newer version put inside is kept as it is. */
function parseEntries(text: string): LogEntry[] | undefined {
  let entries: unknown;
  try {
    entries = JSON.parse(text);
  } catch {
    return undefined;
  }
  return areEntries(entries) ? entries : undefined;
}

export const areEntries = (value: unknown): value is LogEntry[] =>
  Array.isArray(value) && value.every(isEntry);

function isEntry(value: unknown): value is LogEntry {
  const entry = value as Partial<Record<keyof LogEntry, unknown>> | null;
  return (
    typeof entry === 'object' &&
    typeof entry?.stream === 'string' &&
    typeof entry.by === 'string' &&
    typeof entry.type === 'string' &&
    typeof entry.v === 'number' &&
    isEventId(entry.id)
  );
}
