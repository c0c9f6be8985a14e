// A parcel in frames: what is read of them, in whatever order.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openParcel, type SealedParcel, sealParcel } from '../../../src/sync/parcel';
import {
  createFrameCollector,
  MOST_FRAMES,
  parcelToFile,
  parcelToFrames,
  parseParcelFile,
} from '../../../src/sync/parcelFrames';
import { seededRandom } from '../../support/seededRandom';
import { siteKey } from '../../support/site';

const random = seededRandom(7);
const otherKey = siteKey.map((byte) => byte ^ 1);

/** About so many bytes, which pack badly. */
const made = (bytes: number, key = siteKey): Promise<SealedParcel> =>
  sealParcel(
    key,
    {
      kind: 'revocations',
      from: Array.from(random.bytes(bytes), (byte) => String.fromCharCode(33 + (byte % 90))).join(
        '',
      ) as never,
      madeAt: 0,
      parts: [],
    },
    random,
  );
const framesOf = (parcel: SealedParcel): readonly string[] => {
  const frames = parcelToFrames(parcel);
  if (!frames) throw new Error('Too many frames');
  return frames;
};
const typeOf = (result: { ok: boolean; error?: { type: string } }) => (result.ok ? 'ok' : result.error?.type);

const parcel = await made(5_000);
const other = await made(3_000);
const { site } = parcel;

test('a frame holds nothing but what a QR code packs well, and no more than fits version 14 at level M', () => {
  const frames = framesOf(parcel);
  expect(frames.length).toBeGreaterThan(8);
  for (const frame of frames) {
    expect(frame).toMatch(/^[A-Z0-9:/]+$/);
    expect(frame.length).toBeLessThanOrEqual(528);
  }
});

const strays = [
  'https://example.com/menu',
  'javascript:alert(1)',
  '',
  'GHP1:',
  `GHP1:${'A'.repeat(10_000)}`,
  'GHP9:NEWER',
  framesOf(await made(900, otherKey))[0] ?? '',
  `${framesOf(parcel)[0]}a`,
  framesOf(parcel)[0]?.replace(/1\/\d+/, '99/3') ?? '',
];

test('[M4] frames in any order, repeated, lost and mixed with others: what is told is the plain set of those seen', () => {
  const [mine, theirs] = [framesOf(parcel), framesOf(other)];
  const seenArbitrary = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...mine) },
    { weight: 2, arbitrary: fc.constantFrom(...theirs) },
    { weight: 1, arbitrary: fc.constantFrom(...strays) },
  );
  fc.assert(
    fc.property(fc.array(seenArbitrary, { maxLength: 60 }), (shown) => {
      const collector = createFrameCollector(site);
      const seen = new Set<string>();
      for (const text of shown) {
        const told = collector.see(text);
        const ofSame = [mine, theirs].find((frames) => frames.includes(text));
        expect(told.ok).toBe(ofSame !== undefined);
        if (!told.ok || !ofSame) continue;
        seen.add(text);
        const missing = ofSame.flatMap((frame, at) => (seen.has(frame) ? [] : [at + 1]));
        expect(told.value).toEqual({ have: ofSame.length - missing.length, of: ofSame.length, missing });
        expect(collector.whole()?.bytes).toEqual(
          missing.length === 0 ? (ofSame === mine ? parcel : other).bytes : undefined,
        );
      }
    }),
  );
});

test('[M1] a foreign, a newer, a damaged code and something else are each told as such', () => {
  const collector = createFrameCollector(site);
  expect(strays.map((stray) => typeOf(collector.see(stray)))).toEqual([
    'notAParcel',
    'notAParcel',
    'notAParcel',
    'parcelDamaged',
    'notAParcel',
    'parcelNewer',
    'parcelOfOtherOrganisation',
    'parcelDamaged',
    'parcelDamaged',
  ]);
});

test('[M4] frames that are well formed and do not belong together are told when they are together', async () => {
  const frames = framesOf(parcel);
  const forged = (frames[2] ?? '').replace(/.(?=.{8}$)/, (symbol) => (symbol === 'A' ? 'B' : 'A'));
  const collector = createFrameCollector(site);
  for (const [at, frame] of frames.entries()) collector.see(at === 2 ? forged : frame);
  const whole = collector.whole();
  expect(whole && typeOf(await openParcel(siteKey, whole))).toBe('parcelDamaged');
  collector.forget();
  expect(collector.see(frames[0] ?? '')).toMatchObject({ value: { have: 1 } });
});

test('of very many parcels the last few are kept', async () => {
  const collector = createFrameCollector(site);
  for (let round = 0; round < 10; round += 1) collector.see(framesOf(await made(900))[0] ?? '');
  expect(collector.see(framesOf(parcel)[0] ?? '')).toMatchObject({ value: { have: 1 } });
});

test('too many frames are none: then a file is the way', async () => {
  expect(parcelToFrames(await made(305 * MOST_FRAMES * 1.4))).toBeUndefined();
});

test('[M1] a file is whole or told to be damaged, wherever it was cut or changed', async () => {
  const file = parcelToFile(other);
  const open = async (text: string) => {
    const sealed = parseParcelFile(text);
    return sealed.ok ? typeOf(await openParcel(siteKey, sealed.value)) : sealed.error.type;
  };
  expect(await open(`${file}\n`)).toBe('ok');
  for (const part of [1, 30, 300, file.length >> 1])
    expect(await open(file.slice(0, -part))).toBe('parcelDamaged');
  const changed = file.replace(/.(?=.{100}$)/, (symbol) => (symbol === 'A' ? 'B' : 'A'));
  expect(await open(changed)).toBe('parcelDamaged');
  expect(await open('Employee ID;Name')).toBe('notAParcel');
  expect(await open(framesOf(parcel)[0] ?? '')).toBe('notAParcel');
  expect(await open(parcelToFile(await made(100, otherKey)))).toBe('parcelOfOtherOrganisation');
});

test('[M1] a parcel that says it belongs to this site, but was sealed under another key, does not open', async () => {
  const foreign = await made(100, otherKey);
  expect(typeOf(await openParcel(siteKey, { ...foreign, site }))).toBe('parcelDamaged');
});
