// Paper as a camera sees it: the pages of a PDF drawn as pixels, and the QR codes that are found on them, each with the
// place of its middle in mm. PDFium is what Chromium itself prints with.

import { readFileSync } from 'node:fs';
// The one for Node by its file: what runs the tests would take the one for browsers.
import { PDFiumLibrary } from '@hyzyla/pdfium/dist/index.esm.js';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

export interface FoundOnPaper {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The length of its shortest side. */
  readonly width: number;
}
export interface PaperPage {
  readonly width: number;
  readonly height: number;
  readonly codes: readonly FoundOnPaper[];
}

const INCH = 25.4;
const POINTS = 72;
const ZXING = 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm';

let library: Promise<PDFiumLibrary> | undefined;

/** `dotsPerInch` is coarse on purpose: a camera that is held before paper sees it no better. */
export async function readPdf(pdf: Buffer, dotsPerInch: number): Promise<readonly PaperPage[]> {
  library ??= PDFiumLibrary.init();
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(ZXING).buffer as ArrayBuffer } });
  const document = await (await library).loadDocument(pdf);
  const toMm = INCH / dotsPerInch;
  const pages: PaperPage[] = [];
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale: dotsPerInch / POINTS, render: 'bitmap' });
    const pixels = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' } as ImageData;
    const found = await readBarcodes(pixels, {
      formats: ['QRCode'],
      maxNumberOfSymbols: 255,
      tryRotate: false,
      tryInvert: false,
      tryDownscale: false,
    });
    pages.push({
      width: width * toMm,
      height: height * toMm,
      codes: found
        .filter(({ isValid }) => isValid)
        .map(({ text, position: { topLeft, topRight, bottomLeft, bottomRight } }) => ({
          text,
          x: ((topLeft.x + topRight.x + bottomLeft.x + bottomRight.x) / 4) * toMm,
          y: ((topLeft.y + topRight.y + bottomLeft.y + bottomRight.y) / 4) * toMm,
          width: Math.min(topRight.x - topLeft.x, bottomLeft.y - topLeft.y) * toMm,
        })),
    });
  }
  document.destroy();
  return pages;
}
