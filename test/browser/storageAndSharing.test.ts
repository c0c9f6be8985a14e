// What the browser promises about our data, and how a code or a file leaves the app.

import { afterEach, expect, test, vi } from 'vitest';
import { copyPicture, copyText } from '../../src/platform/clipboard';
import { saveFile } from '../../src/platform/download';
import { qrCodePng } from '../../src/platform/qrCode';
import { askToKeepData, persistence, storageRoom } from '../../src/platform/storagePersistence';

afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  [true, 'kept'],
  [false, 'not promised'],
] as const)('when the browser answers %s, our data is %s', async (answer, says) => {
  vi.spyOn(navigator.storage, 'persist').mockResolvedValue(answer);
  vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(answer);
  expect(await askToKeepData()).toBe(says);
  expect(await persistence()).toBe(says);
});

test('a browser that cannot answer leaves it unknown', async () => {
  vi.spyOn(navigator.storage, 'persist').mockRejectedValue(new TypeError('Not here'));
  expect(await askToKeepData()).toBe('unknown');
  vi.spyOn(navigator, 'storage', 'get').mockReturnValue(undefined as unknown as StorageManager);
  expect(await persistence()).toBe('unknown');
  expect(await storageRoom()).toBeUndefined();
});

test('this browser says one or the other, and how much room there is', async () => {
  expect(['kept', 'not promised']).toContain(await askToKeepData());
  const room = await storageRoom();
  expect(room?.usedBytes).toBeGreaterThanOrEqual(0);
  expect(room?.freeBytes).toBeGreaterThan(1_000_000);
});

test('a text is copied as it is', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  expect(await copyText('K7QM-2XRD-9F3T')).toEqual({ ok: true, value: undefined });
  expect(write).toHaveBeenCalledExactlyOnceWith('K7QM-2XRD-9F3T');
});

test('a picture is copied as a PNG, also while it is still being made', async () => {
  const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
  expect(await copyPicture(qrCodePng('https://gatehouse.example'))).toEqual({ ok: true, value: undefined });
  const item = write.mock.calls[0]?.[0]?.[0];
  expect((await item?.getType('image/png'))?.type).toBe('image/png');
});

test.each([
  ['NotAllowedError', 'clipboardRefused'],
  ['DataError', 'clipboardUnavailable'],
])('a browser that answers %s is told as %s', async (name, type) => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('No.', name));
  expect(await copyText('K7QM')).toEqual({ ok: false, error: { type } });
});

test('a browser without a clipboard says so', async () => {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard);
  expect(await copyText('K7QM')).toEqual({ ok: false, error: { type: 'clipboardUnavailable' } });
  expect(await copyPicture(new Blob())).toEqual({ ok: false, error: { type: 'clipboardUnavailable' } });
});

test('a file is saved under its name with what it should hold, and leaves nothing on the page', async () => {
  const links: { name: string; content: Promise<string> }[] = [];
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    links.push({ name: event.target.download, content: fetch(event.target.href).then((got) => got.text()) });
  };
  document.addEventListener('click', onClick);
  saveFile('report.csv', 'Employee ID\r\n00123\r\n', 'text/csv');
  document.removeEventListener('click', onClick);
  expect(links).toHaveLength(1);
  expect(links[0]?.name).toBe('report.csv');
  expect(await links[0]?.content).toBe('Employee ID\r\n00123\r\n');
  expect(document.querySelector('a')).toBeNull();
});
