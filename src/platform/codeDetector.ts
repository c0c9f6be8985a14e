// Finds QR codes in a picture: with the browser's own BarcodeDetector where it knows QR codes, else with ZXing in
// WebAssembly, served from our origin. When nothing is found, or the browser's own detector fails (Android without
// Play services says so only when asked), it looks again at a bettered copy of the picture.

import { evened, type GreyPicture, sharpened, toGrey, toImageData, type Variant } from './pictureVariants';

/** What the standard's BarcodeDetector answers, as far as we use it. */
export interface FoundCode {
  readonly rawValue: string;
  readonly format: string;
  readonly boundingBox: DOMRectReadOnly;
}

export type Picture = HTMLVideoElement | HTMLCanvasElement;

/** What finds codes in pixels; the browser's own may fail. */
interface Engine {
  detect(picture: Picture | ImageData): Promise<FoundCode[]>;
}

interface OwnBarcodeDetector {
  new (options: { formats: string[] }): Engine;
  getSupportedFormats(): Promise<string[]>;
}

export interface CodeDetector {
  /** Looks once, and once more at one bettered copy, another one each time: for a camera, whose frames keep coming. */
  glance(picture: Picture): Promise<FoundCode[]>;
  /** Looks in every way there is: for a picture that was chosen, of which there is only one. */
  study(picture: Picture): Promise<FoundCode[]>;
}

// Of 240 bad frames of a short link the first look reads 198, these three another 19.
const SECOND_LOOKS: readonly Variant[] = [sharpened(4), evened, sharpened(2)];

// Of 240 bad frames of a link with a voucher these read another 7 of the 38 that were left; of a short link hardly any.
// They take a tenth of a second and more, which the one picture there is may take, and the next frame of a camera not.
const LAST_LOOKS: readonly Variant[] = [
  (picture) => enlarged(evened(picture), 2),
  (picture) => sharpened(12)(enlarged(picture, 3)),
  (picture) => enlarged(sharpened(2)(picture), 2),
];

let detector: Promise<CodeDetector> | undefined;

/** Loads the detector, once; a failed load is tried again the next time. */
export function loadCodeDetector(): Promise<CodeDetector> {
  detector ??= createCodeDetector().catch((failure) => {
    detector = undefined;
    throw failure;
  });
  return detector;
}

async function createCodeDetector(): Promise<CodeDetector> {
  let own = await browsersOwn();
  let zxing: Promise<Engine> | undefined;
  const loadZXing = () => {
    zxing ??= startZXing();
    return zxing;
  };
  if (!own) await loadZXing();
  let turn = 0;

  async function look(picture: Picture | ImageData): Promise<FoundCode[]> {
    if (own) {
      try {
        return await own.detect(picture);
      } catch {
        own = undefined;
      }
    }
    return (await loadZXing()).detect(picture);
  }

  return {
    async glance(picture) {
      const found = await look(picture);
      if (found.length > 0) return found;
      const variant = SECOND_LOOKS[turn % SECOND_LOOKS.length] ?? evened;
      turn += 1;
      return look(toImageData(variant(pixelsOf(picture))));
    },
    async study(picture) {
      const grey = pixelsOf(picture);
      const found = await look(toImageData(grey));
      if (found.length > 0) return found;
      const engine = await loadZXing();
      for (const variant of [...(own ? [same] : []), ...SECOND_LOOKS, ...LAST_LOOKS]) {
        const found = await engine.detect(toImageData(variant(grey)));
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}

const same: Variant = (picture) => picture;

async function browsersOwn(): Promise<Engine | undefined> {
  const Own: OwnBarcodeDetector | undefined = Reflect.get(globalThis, 'BarcodeDetector');
  const formats = await Own?.getSupportedFormats().catch((): string[] => []);
  return Own && formats?.includes('qr_code') ? new Own({ formats: ['qr_code'] }) : undefined;
}

async function startZXing(): Promise<Engine> {
  const [{ BarcodeDetector, prepareZXingModule }, { default: wasmUrl }] = await Promise.all([
    import('barcode-detector/ponyfill'),
    // From the very package that barcode-detector was built with: another version's wasm breaks its memory.
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
  return new BarcodeDetector({ formats: ['qr_code'] });
}

function pixelsOf(picture: Picture): GreyPicture {
  const isVideo = picture instanceof HTMLVideoElement;
  const { context, read } = openCanvas(
    isVideo ? picture.videoWidth : picture.width,
    isVideo ? picture.videoHeight : picture.height,
  );
  // Dark on nothing is dark on white; left transparent it would be read as dark on black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.drawImage(picture, 0, 0);
  return read();
}

/** A dense code from far away, drawn so many times as wide and high. */
function enlarged(picture: GreyPicture, times: number): GreyPicture {
  const small = openCanvas(picture.width, picture.height).context;
  small.putImageData(toImageData(picture), 0, 0);
  const { context, read } = openCanvas(picture.width * times, picture.height * times);
  context.imageSmoothingQuality = 'high';
  context.drawImage(small.canvas, 0, 0, context.canvas.width, context.canvas.height);
  return read();
}

function openCanvas(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser cannot draw on a canvas');
  return { context, read: () => toGrey(context.getImageData(0, 0, width, height)) };
}
