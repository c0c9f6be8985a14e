// In the page of the scan bench: reads every degraded frame twice, as a picture file, through the app's own scanner
// and through html5-qrcode as it comes (its own decoder, no BarcodeDetector).

import { toImageData } from '../../../src/platform/pictureVariants';
import { scanPicture } from '../../../src/platform/scanner';
import { type DegradedFrame, degradedFrames, type LinkKind } from '../degradedFrames';

export interface FrameResult {
  readonly kind: string;
  readonly severity: number;
  readonly ours: boolean;
  readonly alone: boolean;
  readonly oursMs: number;
  readonly aloneMs: number;
}

/** Who reads which of the frames made from the seed, and how long it takes them. */
export async function measureFrames(seed: number): Promise<FrameResult[]> {
  const results: FrameResult[] = [];
  for (const frame of degradedFrames(seed)) {
    const file = await toPng(frame);
    const [ours, oursMs] = await timed(readOurs(file));
    const [alone, aloneMs] = await timed(readAlone(file));
    const { kind, severity, text } = frame;
    results.push({ kind, severity, ours: ours === text, alone: alone === text, oursMs, aloneMs });
  }
  return results;
}

/** How many of the frames made from the seed the app's own scanner reads. */
export async function countRead(seed: number, link: LinkKind): Promise<number> {
  let read = 0;
  for (const frame of degradedFrames(seed, link))
    if ((await readOurs(await toPng(frame))) === frame.text) read += 1;
  return read;
}

async function readOurs(file: File): Promise<string | undefined> {
  const read = await scanPicture(file);
  return read.ok ? read.value : undefined;
}

async function readAlone(file: File): Promise<string | undefined> {
  const { Html5Qrcode, Html5QrcodeSupportedFormats } = await import('html5-qrcode');
  const place = document.createElement('div');
  place.id = 'alone';
  document.body.append(place);
  const html5 = new Html5Qrcode(place.id, {
    verbose: false,
    formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE],
    useBarCodeDetectorIfSupported: false,
  });
  const text = await html5.scanFile(file, false).catch(() => undefined);
  place.remove();
  return text;
}

async function toPng(frame: DegradedFrame): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = frame.width;
  canvas.height = frame.height;
  canvas.getContext('2d')?.putImageData(toImageData(frame), 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  return new File(blob ? [blob] : [], 'frame.png', { type: 'image/png' });
}

async function timed<T>(work: Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  return [await work, performance.now() - start];
}
