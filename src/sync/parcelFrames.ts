// A parcel as text: whole, in a file; or cut into frames, each of which is one QR code.
//
//   GHP1:<mark of the site>:<the parcel's own mark>:7/23:<bytes in base32>
//
// Capitals and digits, which a QR code packs into 5.5 bits each. Frames are read in any order and as often as they come;
// a stray one changes nothing. Whether all of them fit is told by the parcel's own mark, when they are together.

import { fromBase32, toBase32 } from '../kernel/base32';
import { err, ok, type Result } from '../kernel/result';
import { MARK_LENGTH, PARCEL_VERSION, type ParcelTrouble, type SealedParcel } from './parcel';

/**
 * A QR code of version 14 at level M. Of 48 pictures from bad to very bad (1280 x 720, soft, slanted, grainy, in glare) 21
 * were read at version 10, 30 at version 14, 17 at version 18, 11 at version 22: it also gives the most bytes a picture.
 */
const BYTES_PER_FRAME = 305;
/** At three a second, a minute and more for one round: beyond that a file is the better way. */
export const MOST_FRAMES = 200;
/** What the largest QR code holds. */
const FRAME_LIMIT = 4_296;
/** Far more than a season's work of a site. */
const FILE_LIMIT = 64 * 1024 * 1024;
/** Of so many parcels the frames are kept at once: whoever shows a new one half-way may come back to the first. */
const PARCELS_KEPT = 4;

const MARK = `[0-9A-HJKMNP-TV-Z]{${MARK_LENGTH}}`;
const FRAME = new RegExp(
  `^GHP(\\d{1,3}):(?:(${MARK}):(${MARK}):(\\d{1,3})/(\\d{1,3}):([0-9A-HJKMNP-TV-Z]+)$)?`,
);

const toFrame = ({ site, id }: SealedParcel, at: number, of: number, bytes: Uint8Array): string =>
  `GHP${PARCEL_VERSION}:${site}:${id}:${at}/${of}:${toBase32(bytes)}`;

/** The texts of its QR codes, all of one size; nothing when there would be too many. */
export function parcelToFrames(parcel: SealedParcel): readonly string[] | undefined {
  const { length } = parcel.bytes;
  const of = Math.ceil(length / BYTES_PER_FRAME);
  if (of > MOST_FRAMES) return undefined;
  const size = Math.ceil(length / of);
  return Array.from({ length: of }, (_, at) =>
    toFrame(parcel, at + 1, of, parcel.bytes.subarray(at * size, (at + 1) * size)),
  );
}

/** The content of its file. */
export const parcelToFile = (parcel: SealedParcel): string => toFrame(parcel, 1, 1, parcel.bytes);

interface Frame {
  readonly site: string;
  readonly id: string;
  readonly at: number;
  readonly of: number;
  readonly bytes: Uint8Array;
}

function parseFrame(text: string): Result<Frame, ParcelTrouble> {
  const [, version, site = '', id = '', at, of, symbols] = FRAME.exec(text) ?? [];
  if (Number(version) > PARCEL_VERSION) return err({ type: 'parcelNewer' });
  if (Number(version) !== PARCEL_VERSION) return err({ type: 'notAParcel' });
  const bytes = symbols === undefined ? undefined : fromBase32(symbols);
  const isNumbered = Number(at) >= 1 && Number(at) <= Number(of);
  return bytes && isNumbered
    ? ok({ site, id, at: Number(at), of: Number(of), bytes })
    : err({ type: 'parcelDamaged' });
}

/** Reads the content of a file that was chosen; not yet whether it is whole. */
export function parseParcelFile(text: string): Result<SealedParcel, ParcelTrouble> {
  const frame = text.length > FILE_LIMIT ? err({ type: 'notAParcel' } as const) : parseFrame(text.trim());
  if (!frame.ok) return frame;
  return frame.value.of === 1 ? ok(frame.value) : err({ type: 'notAParcel' });
}

export interface FrameProgress {
  readonly have: number;
  readonly of: number;
  /** The numbers of those that have not been seen, from 1. */
  readonly missing: readonly number[];
}

export interface FrameCollector {
  /** Takes in what a camera or a picture showed, and tells how many there are of the parcel it belongs to. */
  see(text: string): Result<FrameProgress, ParcelTrouble>;
  /** The parcel seen last, when all of its frames are there. */
  whole(): SealedParcel | undefined;
  /** Its frames do not fit together: they are read anew. */
  forget(): void;
}

/** Collects the frames of this site's parcels. */
export function createFrameCollector(site: string): FrameCollector {
  const parcels = new Map<string, ReadonlyMap<number, Frame>>();
  let last = '';
  return {
    see(text) {
      if (text.length > FRAME_LIMIT) return err({ type: 'notAParcel' });
      const parsed = parseFrame(text);
      if (!parsed.ok) return parsed;
      const frame = parsed.value;
      if (frame.site !== site) return err({ type: 'parcelOfOtherOrganisation' });
      last = `${frame.id}/${frame.of}`;
      const frames = parcels.get(last) ?? new Map<number, Frame>();
      parcels.delete(last);
      parcels.set(last, frames.has(frame.at) ? frames : new Map(frames).set(frame.at, frame));
      const [oldest = ''] = parcels.keys();
      if (parcels.size > PARCELS_KEPT) parcels.delete(oldest);
      return ok(toProgress(parcels.get(last) ?? frames, frame.of));
    },
    whole() {
      const frames = [...(parcels.get(last)?.values() ?? [])].sort((a, b) => a.at - b.at);
      const [first] = frames;
      if (!first || frames.length < first.of) return undefined;
      return { site, id: first.id, bytes: concat(frames.map(({ bytes }) => bytes)) };
    },
    forget() {
      parcels.delete(last);
    },
  };
}

const toProgress = (frames: ReadonlyMap<number, Frame>, of: number): FrameProgress => ({
  have: frames.size,
  of,
  missing: Array.from({ length: of }, (_, at) => at + 1).filter((at) => !frames.has(at)),
});

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
