// What stands sealed in a login link, so that a tablet which never heard of a code can take it: the story of its issue,
// as short as it can be told. A link must fit a QR code that scans from paper, so it is packed byte by byte:
//
//   1  format                     10  code id (16 symbols of five bits)
//  16  event of the issue          5  good until, in seconds since 1970
//   1  which of the next are there (5  good from; 16  event of the enrolment)
//   …  last name, 0, first name, cut to fit
//
// An event id is 6 bytes of time, 3 of counter and 7 of the tablet's id. Employee ID, company code and the code itself
// are not in here: they are bound to the seal, and stand in the link beside it. The one built-in profile needs no byte.

import { type DeviceId, type EventId, eventDevice, eventIdToMoment, momentToEventId } from '../kernel/hlc';
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

const FORMAT = 1;
const HAS_START = 1;
const HAS_ENROLMENT = 2;
/** [V6] With these, a link of the longest names fits a QR code of version 12 beside an address of 60 characters. */
const NAMES_BYTES = 48;
const ID_SYMBOLS = '0123456789abcdefghjkmnpqrstvwxyz';
const CODE_ID_LENGTH = 16;

export function packVoucher(voucher: Voucher): Uint8Array {
  const { codeId, issue, enrolment, startsAt, expiresAt } = voucher;
  const flags = (startsAt === undefined ? 0 : HAS_START) | (enrolment === undefined ? 0 : HAS_ENROLMENT);
  return Uint8Array.from([
    FORMAT,
    ...packEventId(issue),
    ...packCodeId(codeId),
    ...toBytes(Math.floor(expiresAt / 1000), 5),
    flags,
    ...(startsAt === undefined ? [] : toBytes(Math.floor(startsAt / 1000), 5)),
    ...(enrolment === undefined ? [] : packEventId(enrolment)),
    ...packNames(voucher),
  ]);
}

/** Gives nothing for a format that only a newer version of the app knows, and for what is cut off. */
export function unpackVoucher(bytes: Uint8Array): Voucher | undefined {
  let at = 0;
  const take = (count: number) => {
    at += count;
    return bytes.subarray(at - count, at);
  };
  if (take(1)[0] !== FORMAT) return undefined;
  const issue = unpackEventId(take(16));
  const codeId = unpackCodeId(take(10));
  const expiresAt = fromBytes(take(5)) * 1000;
  const flags = take(1)[0] ?? 0;
  const startsAt = flags & HAS_START ? fromBytes(take(5)) * 1000 : undefined;
  const enrolment = flags & HAS_ENROLMENT ? unpackEventId(take(16)) : undefined;
  if (at > bytes.length) return undefined;
  const [lastName = '', firstName = ''] = new TextDecoder().decode(bytes.subarray(at)).split('\0');
  return {
    ...{ codeId, issue, firstName, lastName, expiresAt },
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(enrolment === undefined ? {} : { enrolment }),
  };
}

const toBytes = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(value / 256 ** (count - 1 - at)) % 256);

const fromBytes = (bytes: Uint8Array): number => bytes.reduce((value, byte) => value * 256 + byte, 0);

function packEventId(id: EventId): number[] {
  const { time, counter } = eventIdToMoment(id);
  // Ten symbols of base 36 are less than 2^52.
  return [...toBytes(time, 6), ...toBytes(counter, 3), ...toBytes(Number.parseInt(eventDevice(id), 36), 7)];
}

function unpackEventId(bytes: Uint8Array): EventId {
  const device = fromBytes(bytes.subarray(9)).toString(36).padStart(10, '0') as DeviceId;
  return momentToEventId(
    { time: fromBytes(bytes.subarray(0, 6)), counter: fromBytes(bytes.subarray(6, 9)) },
    device,
  );
}

function packCodeId(id: CodeId): number[] {
  const symbols = [...id].map((symbol) => ID_SYMBOLS.indexOf(symbol));
  if (symbols.length !== CODE_ID_LENGTH || symbols.includes(-1)) throw new Error('Not the id of a code');
  return [0, 8].flatMap((from) =>
    toBytes(
      symbols.slice(from, from + 8).reduce((value, symbol) => value * 32 + symbol, 0),
      5,
    ),
  );
}

const unpackCodeId = (bytes: Uint8Array): CodeId =>
  [bytes.subarray(0, 5), bytes.subarray(5)]
    .map(fromBytes)
    .flatMap((value) =>
      Array.from({ length: 8 }, (_, at) => ID_SYMBOLS[Math.floor(value / 32 ** (7 - at)) % 32]),
    )
    .join('') as CodeId;

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
