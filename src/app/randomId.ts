// Ids that no two tablets make alike: lower-case Crockford base32, five random bits a symbol.

import type { Random } from '../platform/random';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 80 bits: no two of a billion ids are the same, with a chance of a million to one. */
const ID_LENGTH = 16;
/** A tablet's id stands in every event id, so it is short: 50 bits among the tablets of one site. */
export const DEVICE_ID_LENGTH = 10;

export const randomId = <Id extends string>(random: Random, length = ID_LENGTH): Id =>
  [...random.bytes(length)].map((byte) => ALPHABET[byte & 31]).join('') as Id;
