// What stands sealed in a login link, so that a tablet which never heard of a code can take it: the story of its issue,
// as short as it can be told. Every byte makes the QR code denser and harder to read from afar, so it is packed by hand:
//
//   1  format, and which of the rest are there
//  15  event of the issue: 8 bytes of time and counter, 7 of the tablet's id
//   4  good until, in seconds since 1970
//  (4  good from)
//  (8  event of the enrolment, or 15 where another tablet enrolled)
//   …  last name, 0, first name, cut to fit
//
// The id of the code, 10 bytes, stands in clear before it and makes the seal unique. Employee ID, company code and the
// code itself are bound to the seal, and stand in the link beside it. The one built-in profile needs no byte.

import {
  type DeviceId,
  type EventId,
  eventDevice,
  eventIdToMoment,
  type Moment,
  momentToEventId,
} from '../kernel/hlc';
import { foldText } from '../kernel/searchText';
import type { CodeId } from './ids';

export interface Voucher {
  readonly codeId: CodeId;
  /** The event that issued the code: says when, and on which tablet. */
  readonly issue: EventId;
  /** [A3] For whom: the enrolment that stood where it was issued. */
  readonly enrolment?: EventId;
  /** Cut to fit: enough to greet somebody by. */
  readonly firstName: string;
  readonly lastName: string;
  /** Milliseconds since 1970, to the second. */
  readonly startsAt?: number;
  readonly expiresAt: number;
}

const FORMAT = 0x10;
const FORMATS = 0xf0;
const HAS_START = 1;
const HAS_ENROLMENT = 2;
const ENROLLED_ELSEWHERE = 4;
/** [V6] */
const NAMES_BYTES = 48;
const ID_SYMBOLS = '0123456789abcdefghjkmnpqrstvwxyz';
const CODE_ID_LENGTH = 16;
const MOMENT_BYTES = 8;
/** Ten symbols of base 36 are less than 2^52. */
const DEVICE_BYTES = 7;
const TIME_BYTES = 4;
/** The counter of an event id has four symbols of base 36: less than 2^21. */
const COUNTER_BITS = 21n;

/** Everything but the id of the code. */
export function packVoucher(voucher: Voucher): Uint8Array<ArrayBuffer> {
  const { issue, enrolment, startsAt, expiresAt } = voucher;
  const isElsewhere = enrolment !== undefined && eventDevice(enrolment) !== eventDevice(issue);
  const flags =
    (startsAt === undefined ? 0 : HAS_START) |
    (enrolment === undefined ? 0 : HAS_ENROLMENT) |
    (isElsewhere ? ENROLLED_ELSEWHERE : 0);
  return Uint8Array.from([
    FORMAT | flags,
    ...packMoment(issue),
    ...packDevice(issue),
    ...packTime(expiresAt),
    ...(startsAt === undefined ? [] : packTime(startsAt)),
    ...(enrolment === undefined ? [] : packMoment(enrolment)),
    ...(isElsewhere ? packDevice(enrolment) : []),
    ...packNames(voucher),
  ]);
}

/** Gives nothing for a format that only a newer version of the app knows, and for what is cut off. */
export function unpackVoucher(codeId: CodeId, bytes: Uint8Array): Voucher | undefined {
  let at = 0;
  const take = (count: number) => {
    at += count;
    return bytes.subarray(at - count, at);
  };
  const [head = 0] = take(1);
  if ((head & FORMATS) !== FORMAT) return undefined;
  const issued = unpackMoment(take(MOMENT_BYTES));
  const device = unpackDevice(take(DEVICE_BYTES));
  const expiresAt = unpackTime(take(TIME_BYTES));
  const startsAt = head & HAS_START ? unpackTime(take(TIME_BYTES)) : undefined;
  const enrolled = head & HAS_ENROLMENT ? unpackMoment(take(MOMENT_BYTES)) : undefined;
  const enrolledOn = head & ENROLLED_ELSEWHERE ? unpackDevice(take(DEVICE_BYTES)) : device;
  if (at > bytes.length) return undefined;
  const [lastName = '', firstName = ''] = new TextDecoder().decode(bytes.subarray(at)).split('\0');
  return {
    ...{ codeId, issue: momentToEventId(issued, device), firstName, lastName, expiresAt },
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(enrolled === undefined ? {} : { enrolment: momentToEventId(enrolled, enrolledOn) }),
  };
}

const toBytes = (value: bigint, count: number): number[] =>
  Array.from({ length: count }, (_, at) => Number((value >> BigInt(8 * (count - 1 - at))) & 0xffn));
const fromBytes = (bytes: Uint8Array): bigint =>
  bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);

const packTime = (time: number): number[] => toBytes(BigInt(Math.floor(time / 1000)), TIME_BYTES);
const unpackTime = (bytes: Uint8Array): number => Number(fromBytes(bytes)) * 1000;

function packMoment(id: EventId): number[] {
  const { time, counter } = eventIdToMoment(id);
  return toBytes((BigInt(time) << COUNTER_BITS) | BigInt(counter), MOMENT_BYTES);
}
function unpackMoment(bytes: Uint8Array): Moment {
  const packed = fromBytes(bytes);
  return { time: Number(packed >> COUNTER_BITS), counter: Number(packed & ((1n << COUNTER_BITS) - 1n)) };
}

const packDevice = (id: EventId): number[] =>
  toBytes(BigInt(Number.parseInt(eventDevice(id), 36)), DEVICE_BYTES);
const unpackDevice = (bytes: Uint8Array): DeviceId =>
  fromBytes(bytes).toString(36).padStart(10, '0') as DeviceId;

/** The id of a code is 16 symbols of five bits. */
export const CODE_ID_BYTES = 10;

export function packCodeId(id: CodeId): Uint8Array<ArrayBuffer> {
  const symbols = [...id].map((symbol) => ID_SYMBOLS.indexOf(symbol));
  if (symbols.length !== CODE_ID_LENGTH || symbols.includes(-1)) throw new Error('Not the id of a code');
  return Uint8Array.from(
    toBytes(
      symbols.reduce((value, symbol) => (value << 5n) | BigInt(symbol), 0n),
      CODE_ID_BYTES,
    ),
  );
}

export function unpackCodeId(bytes: Uint8Array): CodeId {
  const packed = fromBytes(bytes);
  return Array.from(
    { length: CODE_ID_LENGTH },
    (_, at) => ID_SYMBOLS[Number((packed >> BigInt(5 * (CODE_ID_LENGTH - 1 - at))) & 31n)],
  ).join('') as CodeId;
}

/** Each name may have half of the room, and what the other one leaves. */
function packNames({ firstName, lastName }: Voucher): Uint8Array {
  const room = NAMES_BYTES - 1;
  const first = byteLength(firstName);
  const last = cutToFit(lastName, Math.max(room - first, Math.floor(room / 2)));
  return new TextEncoder().encode(`${last}\0${cutToFit(firstName, room - byteLength(last))}`);
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

const ELLIPSIS = '…';

function cutToFit(name: string, room: number): string {
  if (byteLength(name) <= room) return name;
  const kept = [...name];
  while (byteLength(kept.join('')) > room - byteLength(ELLIPSIS)) kept.pop();
  return `${kept.join('').trimEnd()}${ELLIPSIS}`;
}

/** [V8] Whether a voucher's names, which may be cut, can be those of this person. */
export function isSameName(voucher: Pick<Voucher, 'firstName' | 'lastName'>, person: Names): boolean {
  const fits = (cut: string, whole: string) =>
    cut.endsWith(ELLIPSIS)
      ? foldText(whole).startsWith(foldText(cut.slice(0, -ELLIPSIS.length)))
      : foldText(cut) === foldText(whole);
  return fits(voucher.firstName, person.firstName) && fits(voucher.lastName, person.lastName);
}
type Names = Pick<Voucher, 'firstName' | 'lastName'>;
