// The text of the QR code in a PNG, as any other reader finds it.

import { readFileSync } from 'node:fs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const ZXING = 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm';

export async function readQr(png: Buffer): Promise<string | undefined> {
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(ZXING).buffer as ArrayBuffer } });
  const [found] = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'] });
  return found?.text;
}
