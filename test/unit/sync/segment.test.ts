// Segments: what goes in comes out, and nothing else opens.

import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../../src/kernel/base64';
import { type DeviceId, momentToEventId } from '../../../src/kernel/hlc';
import { deriveIvKey, deriveSealingKey, siteCheck } from '../../../src/platform/seal';
import type { LogEntry, SegmentDocument, SegmentId } from '../../../src/store/db';
import { openSegment, parseSegmentId, sealSegment, sealSegmentAgain } from '../../../src/sync/segment';
import { mary } from '../../support/people';

const device = 'tablet0001' as DeviceId;
const name = { device, sequence: 7 };
const siteKey = Uint8Array.from({ length: 32 }, (_, at) => at);
let key: CryptoKey;
beforeAll(async () => {
  key = await deriveSealingKey(siteKey, 'segment');
});

const entry = (counter: number, by: DeviceId = device): LogEntry =>
  ({
    stream: 'employee:00123',
    id: momentToEventId({ time: 1_700_000_000_000, counter }, by),
    by: 'kiosk',
    type: 'EmployeeEnrolled',
    v: 1,
    details: mary,
  }) as unknown as LogEntry;
const iv = (first: number) => Uint8Array.from({ length: 12 }, (_, at) => first + at);
const sealed = (entries: readonly LogEntry[] = [entry(0), entry(1)]) =>
  sealSegment(key, name, entries, iv(1));

test('what was sealed opens, whatever it holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 20 }), async (payloads) => {
      const entries = payloads.map((payload, at) => ({ ...entry(at), payload }));
      const plain = JSON.parse(JSON.stringify(entries)) as LogEntry[];
      const document = await sealed(entries);
      expect(await openSegment(key, document._id, document)).toEqual({ ok: true, entries: plain });
    }),
    { numRuns: 50 },
  );
});

test('several sealed at once, long and short, do not get into each other', async () => {
  const lists = [800, 1, 300, 2, 50].map((count, at) =>
    Array.from({ length: count }, (_, counter) => entry(counter + at * 1000)),
  );
  const documents = await Promise.all(lists.map((list, at) => sealSegment(key, name, list, iv(at))));
  for (const [at, document] of documents.entries())
    expect(await openSegment(key, document._id, document)).toEqual({ ok: true, entries: lists[at] });
});

test('[Y14] sealed once more, the same events of the same segment get the same id, and no others do', async () => {
  const keys = { segmentKey: key, ivKey: await deriveIvKey(siteKey) };
  const entries = [entry(0), entry(1)];
  const [first, second] = [
    await sealSegmentAgain(keys, name, entries),
    await sealSegmentAgain(keys, name, structuredClone(entries)),
  ];
  expect(second).toEqual(first);
  expect(await openSegment(key, first._id, first)).toEqual({ ok: true, entries });
  const others = [
    await sealSegmentAgain(keys, name, [entry(0)]),
    await sealSegmentAgain(keys, { ...name, sequence: 8 }, entries),
    await sealSegmentAgain({ ...keys, ivKey: await deriveIvKey(new Uint8Array(32)) }, name, entries),
  ];
  expect(new Set([first, ...others].map(({ iv: used }) => used)).size).toBe(4);
});

test('the id says whose it is, which one, and what is inside', async () => {
  const document = await sealed();
  expect(document._id).toMatch(/^tablet0001:00000007:[0-9a-f]{32}$/);
  expect(parseSegmentId(document._id)).toMatchObject(name);
  expect((await sealSegment(key, name, [entry(0)], iv(1)))._id).not.toBe(document._id);
  for (const id of ['site', '_design/append-only', 'tablet0001:7:00', `x${document._id}`])
    expect(parseSegmentId(id)).toBeUndefined();
});

test('[Y5] nothing of what is inside can be read from outside', async () => {
  const document = await sealed();
  expect(Object.keys(document).sort()).toEqual(['_id', 'body', 'count', 'iv', 'v']);
  const outside = JSON.stringify(document) + new TextDecoder('latin1').decode(fromBase64(document.body));
  expect(outside).not.toMatch(/00123|Mary|Sluis|kiosk|Enrolled/);
});

const flipped = (text: string): string => {
  const bytes = fromBase64(text) ?? new Uint8Array();
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return toBase64(bytes);
};
const changes: Record<string, (document: SegmentDocument) => unknown> = {
  'a changed body': (document) => ({ ...document, body: flipped(document.body) }),
  'another iv': (document) => ({ ...document, iv: flipped(document.iv) }),
  'another count': (document) => ({ ...document, count: 3 }),
  'no body': ({ body: _, ...rest }) => rest,
  nothing: () => undefined,
  'a text': () => 'segment',
  null: () => null,
};
test.each(Object.keys(changes))('[Y4] %s does not open', async (change) => {
  const document = await sealed();
  const opened = await openSegment(key, document._id, changes[change]?.(document));
  expect(opened).toEqual({ ok: false, trouble: 'does not open' });
});

test('[Y4] a sealed body under another tablet’s or another number’s id does not open', async () => {
  const { _id, ...rest } = await sealed();
  for (const other of [_id.replace('tablet0001', 'tablet0002'), _id.replace('00000007', '00000008')])
    expect(await openSegment(key, other as SegmentId, { _id: other, ...rest })).toEqual({
      ok: false,
      trouble: 'does not open',
    });
});

test('[Y4] a newer format, and events of another tablet, are told as such', async () => {
  const document = await sealed();
  expect(await openSegment(key, document._id, { ...document, v: 2 })).toEqual({
    ok: false,
    trouble: 'newer format',
  });
  const foreign = await sealed([entry(0), entry(1, 'tablet0002' as DeviceId)]);
  expect(await openSegment(key, foreign._id, foreign)).toEqual({
    ok: false,
    trouble: 'events of another tablet',
  });
});

test('[Y4] another site’s key, and a key for another purpose, open nothing', async () => {
  const document = await sealed();
  const others = [
    await deriveSealingKey(
      siteKey.map((byte) => byte + 1),
      'segment',
    ),
    await deriveSealingKey(siteKey, 'backup'),
  ];
  for (const other of others)
    expect(await openSegment(other, document._id, document)).toEqual({
      ok: false,
      trouble: 'does not open',
    });
});

test('a sealed text that is no list of events does not open', async () => {
  const odd = await sealed([{ ...entry(0), id: 'yesterday' } as unknown as LogEntry]);
  expect(await openSegment(key, odd._id, odd)).toEqual({ ok: false, trouble: 'does not open' });
});

test('[Y11] the check of a site tells its key from another', async () => {
  expect(await siteCheck(siteKey)).toBe(await siteCheck(siteKey));
  expect(await siteCheck(siteKey)).not.toBe(await siteCheck(siteKey.map((byte) => byte + 1)));
});
