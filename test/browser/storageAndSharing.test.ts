// What the browser promises about our data, and how a code or a file leaves the app.

import { afterEach, expect, test, vi } from 'vitest';
import { copyPicture, copyText } from '../../src/platform/clipboard';
import { saveFile } from '../../src/platform/download';
import { pasting } from '../../src/platform/pasting';
import { qrCodePng } from '../../src/platform/qrCode';
import { canShare, openMail, share } from '../../src/platform/share';
import { askToKeepData, persistence, storageRoom } from '../../src/platform/storagePersistence';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** What `navigator` says of these; everything else stays as it is. */
const stubNavigator = (stubs: object) =>
  vi.stubGlobal(
    'navigator',
    new Proxy(navigator, {
      get: (real, name) => (name in stubs ? Reflect.get(stubs, name) : Reflect.get(real, name, real)),
    }),
  );

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

const pack = async () => ({
  title: 'Your login',
  text: 'Scan the image, or open the link.',
  picture: { name: 'login-code.png', png: await qrCodePng('https://gatehouse.example') },
  textAlone: 'Open the link.',
});

test('picture and text are shared together', async () => {
  const shared = vi.fn().mockResolvedValue(undefined);
  stubNavigator({ share: shared, canShare: () => true });
  expect(canShare()).toBe(true);
  expect(await share(await pack())).toEqual({ ok: true, value: 'shared' });
  const [given] = shared.mock.calls[0] ?? [];
  expect(given).toMatchObject({ title: 'Your login', text: 'Scan the image, or open the link.' });
  expect(given.files).toHaveLength(1);
  expect(given.files[0]).toMatchObject({ name: 'login-code.png', type: 'image/png' });
});

test.each([
  ['says that it shares no files', { canShare: () => false }],
  ['cannot say', { canShare: undefined }],
])('a browser that %s shares the text that does without', async (_, stubs) => {
  const shared = vi.fn().mockResolvedValue(undefined);
  stubNavigator({ share: shared, ...stubs });
  expect(await share(await pack())).toEqual({ ok: true, value: 'shared' });
  expect(shared).toHaveBeenCalledExactlyOnceWith({ title: 'Your login', text: 'Open the link.' });
});

test.each([
  ['AbortError', { ok: true, value: 'closed' }],
  ['NotAllowedError', { ok: false, error: { type: 'shareRefused' } }],
  ['DataError', { ok: false, error: { type: 'shareUnavailable' } }],
])('[G4] a share sheet that ends with %s has shared nothing', async (name, outcome) => {
  stubNavigator({ share: () => Promise.reject(new DOMException('No.', name)), canShare: () => true });
  expect(await share(await pack())).toEqual(outcome);
});

test('a browser without a share sheet says so', async () => {
  stubNavigator({ share: undefined });
  expect(canShare()).toBe(false);
  expect(await share(await pack())).toEqual({ ok: false, error: { type: 'shareUnavailable' } });
});

test('a mail is opened without leaving the page, and leaves nothing on it', () => {
  const opened: string[] = [];
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    if (event.target instanceof HTMLAnchorElement) opened.push(event.target.href);
  };
  document.addEventListener('click', onClick);
  const before = location.href;
  openMail('mailto:mary@example.com?subject=Hello&body=One%0D%0ATwo');
  document.removeEventListener('click', onClick);
  expect(opened).toEqual(['mailto:mary@example.com?subject=Hello&body=One%0D%0ATwo']);
  expect(location.href).toBe(before);
  expect(document.querySelector('a')).toBeNull();
});

const desktop = { userAgentData: undefined, maxTouchPoints: 0 };
test.each([
  ['Windows', { ...desktop, platform: 'Win32', userAgent: 'Windows NT 10.0' }, 'ctrl'],
  [
    'Windows with a touch screen',
    { ...desktop, platform: 'Win32', userAgent: 'NT', maxTouchPoints: 10 },
    'ctrl',
  ],
  ['Linux', { ...desktop, platform: 'Linux x86_64', userAgent: 'X11; Linux' }, 'ctrl'],
  ['a Chromebook', { ...desktop, userAgentData: { platform: 'Chrome OS' }, userAgent: 'CrOS' }, 'ctrl'],
  ['a Mac', { ...desktop, platform: 'MacIntel', userAgent: 'Macintosh' }, 'cmd'],
  ['a Mac that hints', { ...desktop, userAgentData: { platform: 'macOS' }, userAgent: 'Macintosh' }, 'cmd'],
  ['an iPad', { ...desktop, platform: 'MacIntel', userAgent: 'Macintosh', maxTouchPoints: 5 }, 'touch'],
  ['an iPhone', { ...desktop, platform: 'iPhone', userAgent: 'iPhone', maxTouchPoints: 5 }, 'touch'],
  ['Android', { ...desktop, userAgentData: { platform: 'Android' }, userAgent: 'Android 15' }, 'touch'],
] as const)('one pastes on %s in its own way', (_, stubs, way) => {
  stubNavigator(stubs);
  expect(pasting()).toBe(way);
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
