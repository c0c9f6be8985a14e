// The camera: a code held before it is read, and whatever happens, the camera is given back.
// What the camera sees is drawn on a canvas, of which the browser makes a real video stream.

import { afterEach, expect, test, vi } from 'vitest';
import { qrCodePng } from '../../src/platform/qrCode';
import { type ScannerOptions, startScanner } from '../../src/platform/scanner';

const LINK = 'https://gatehouse.example/activate#ACME/00123/K7QM2XRD9F3T';

const streams: MediaStream[] = [];
let framesShown = 0;
const liveTracks = () =>
  streams.flatMap((stream) => stream.getTracks()).filter((track) => track.readyState === 'live');

afterEach(() => {
  vi.restoreAllMocks();
  streams.length = 0;
  document.body.replaceChildren();
});

/** A camera before which someone holds the code; frames come for as long as it is open. */
async function holdCodeBeforeCamera(): Promise<void> {
  const code = await createImageBitmap(await qrCodePng(LINK));
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 1280;
    canvas.height = 720;
    const context = canvas.getContext('2d');
    const stream = canvas.captureStream(30);
    streams.push(stream);
    const draw = () => {
      if (!stream.active) return;
      context?.drawImage(code, 900, 300, 160, 160);
      framesShown += 1;
      requestAnimationFrame(draw);
    };
    draw();
    return stream;
  });
}

function viewfinder(): HTMLElement {
  const element = document.createElement('div');
  element.style.width = '320px';
  document.body.append(element);
  return element;
}

async function scan(options: Partial<ScannerOptions> = {}) {
  const element = viewfinder();
  const codes: string[] = [];
  const started = await startScanner(element, { onCode: (code) => codes.push(code), ...options });
  if (!started.ok) throw new Error(started.error.type);
  return { element, codes, scanner: started.value };
}

test('a code too small for the viewfinder is read at the full resolution of the camera, and told once', async () => {
  await holdCodeBeforeCamera();
  const { codes, scanner } = await scan();
  await expect.poll(() => codes).toEqual([LINK]);
  expect(liveTracks()).toHaveLength(1);
  const framesUntilRead = framesShown;
  await expect.poll(() => framesShown).toBeGreaterThan(framesUntilRead + 30);
  expect(codes).toEqual([LINK]);
  await scanner.stop();
});

test('stopping gives the camera back and clears the element, however often it is called', async () => {
  await holdCodeBeforeCamera();
  const { element, scanner } = await scan();
  await Promise.all([scanner.stop(), scanner.stop()]);
  await scanner.stop();
  expect(liveTracks()).toEqual([]);
  expect(element.childElementCount).toBe(0);
});

test('whoever leaves while the camera starts leaves no camera running', async () => {
  await holdCodeBeforeCamera();
  const leaving = new AbortController();
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  vi.mocked(mediaDevices.getUserMedia).mockImplementationOnce(async () => {
    const stream = await open({ video: true });
    leaving.abort();
    return stream;
  });
  const { element, codes } = await scan({ signal: leaving.signal });
  expect(streams).toHaveLength(1);
  expect(liveTracks()).toEqual([]);
  expect(element.childElementCount).toBe(0);
  expect(codes).toEqual([]);
});

test('whoever left before never sees the camera light up', async () => {
  await holdCodeBeforeCamera();
  await scan({ signal: AbortSignal.abort() });
  expect(streams).toEqual([]);
});

test('another camera takes the place of the first', async () => {
  await holdCodeBeforeCamera();
  const { element, scanner } = await scan();
  expect(await scanner.switchCamera('another')).toEqual({ ok: true, value: undefined });
  const { calls } = vi.mocked(navigator.mediaDevices.getUserMedia).mock;
  expect(calls[1]?.[0]).toMatchObject({ video: { deviceId: { exact: 'another' } } });
  expect(liveTracks()).toHaveLength(1);
  expect(element.querySelectorAll('video')).toHaveLength(1);
  await scanner.stop();
  expect(liveTracks()).toEqual([]);
});

test('a camera with a light turns it on and off; one without has none to turn', async () => {
  await holdCodeBeforeCamera();
  const { scanner } = await scan();
  expect(scanner.hasLight()).toBe(false);
  const [track] = liveTracks();
  if (!track) throw new Error('No camera');
  vi.spyOn(track, 'getCapabilities').mockReturnValue({ torch: true } as MediaTrackCapabilities);
  const asked = vi.spyOn(track, 'applyConstraints').mockResolvedValue();
  expect(scanner.hasLight()).toBe(true);
  expect(await scanner.switchLight(true)).toBe(true);
  expect(asked.mock.calls[0]?.[0]).toMatchObject({ advanced: [{ torch: true }] });
  asked.mockRejectedValue(new DOMException('No.', 'OverconstrainedError'));
  expect(await scanner.switchLight(false)).toBe(true);
  await scanner.stop();
  expect(await scanner.switchLight(true)).toBe(false);
});

test('a camera that is lost says so, and is given back', async () => {
  await holdCodeBeforeCamera();
  const troubles: string[] = [];
  const { element } = await scan({ onTrouble: ({ type }) => troubles.push(type) });
  streams[0]?.getTracks()[0]?.dispatchEvent(new Event('ended'));
  await expect.poll(() => troubles).toEqual(['cameraUnavailable']);
  expect(liveTracks()).toEqual([]);
  expect(element.childElementCount).toBe(0);
});

test('a page that is not secure says so, and asks for nothing', async () => {
  await holdCodeBeforeCamera();
  vi.spyOn(window, 'isSecureContext', 'get').mockReturnValue(false);
  const started = await startScanner(viewfinder(), { onCode: () => undefined });
  expect(started).toEqual({ ok: false, error: { type: 'cameraInsecure' } });
  expect(streams).toEqual([]);
});

test.each([
  ['NotAllowedError', 'cameraRefused'],
  ['NotFoundError', 'noCamera'],
  ['NotReadableError', 'cameraBusy'],
])('a browser that answers %s is told as %s, and nothing is left on the page', async (name, type) => {
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException('No.', name));
  const element = viewfinder();
  const started = await startScanner(element, { onCode: () => undefined });
  expect(started).toEqual({ ok: false, error: { type } });
  expect(element.childElementCount).toBe(0);
});
