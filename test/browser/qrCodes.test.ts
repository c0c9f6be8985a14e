// A QR code is drawn, and read back through the same path as a picture that someone chose.

import { expect, test } from 'vitest';
import { drawQrCode, qrCodePng } from '../../src/platform/qrCode';
import { scanPicture } from '../../src/platform/scanner';

const LINK = 'https://gatehouse.example/activate#ACME/00123/K7QM2XRD9F3T';

type Draw = (context: CanvasRenderingContext2D, code: ImageBitmap) => void;

async function photo(width: number, height: number, draw: Draw, type = 'image/png'): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas');
  draw(context, await createImageBitmap(await qrCodePng(LINK)));
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture'))), type);
  });
}

test('what is drawn as a PNG is read back', async () => {
  const png = await qrCodePng(LINK);
  expect(png.type).toBe('image/png');
  expect(await scanPicture(png)).toEqual({ ok: true, value: LINK });
});

test('the PNG is a white card with four modules of quiet zone', async () => {
  const bitmap = await createImageBitmap(await qrCodePng(LINK, { scale: 5 }));
  expect(bitmap.width).toBe(drawQrCode(LINK).size * 5);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const edge = context?.getImageData(0, 0, bitmap.width, 20).data ?? [];
  expect(new Set(edge)).toEqual(new Set([255]));
  expect(context?.getImageData(20, 20, 1, 1).data.slice(0, 3)).toEqual(new Uint8ClampedArray(3));
});

test('what is drawn as an SVG is read back', async () => {
  const { size, path } = drawQrCode(LINK, 'Q');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="400" height="400"><path d="${path}"/></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const picture = await photo(400, 400, (context) => {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 400, 400);
    context.drawImage(image, 0, 0);
  });
  expect(await scanPicture(picture)).toEqual({ ok: true, value: LINK });
});

test('a small code on a large photo, turned, is read', async () => {
  const picture = await photo(
    4000,
    3000,
    (context, code) => {
      context.fillStyle = '#9a938a';
      context.fillRect(0, 0, 4000, 3000);
      context.translate(2600, 1300);
      context.rotate(0.4);
      context.drawImage(code, 0, 0, 500, 500);
    },
    'image/jpeg',
  );
  expect(await scanPicture(picture)).toEqual({ ok: true, value: LINK });
});

test('a pale code in fading light is read', async () => {
  const picture = await photo(640, 480, (context, code) => {
    const light = context.createLinearGradient(0, 0, 640, 0);
    light.addColorStop(0, '#333');
    light.addColorStop(1, '#ccc');
    context.fillStyle = light;
    context.fillRect(0, 0, 640, 480);
    context.globalAlpha = 0.15;
    context.drawImage(code, 180, 100, 280, 280);
  });
  expect(await scanPicture(picture)).toEqual({ ok: true, value: LINK });
});

test('white on black is read', async () => {
  const picture = await photo(500, 500, (context, code) => {
    context.drawImage(code, 50, 50, 400, 400);
    context.globalCompositeOperation = 'difference';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 500, 500);
  });
  expect(await scanPicture(picture)).toEqual({ ok: true, value: LINK });
});

test('dark modules on nothing at all are read', async () => {
  const { size, path } = drawQrCode(LINK);
  const picture = await photo(size * 8, size * 8, (context) => {
    context.scale(8, 8);
    context.fill(new Path2D(path));
  });
  expect(await scanPicture(picture)).toEqual({ ok: true, value: LINK });
});

test('a picture without a code says so', async () => {
  const picture = await photo(300, 200, (context) => context.fillRect(20, 20, 100, 100));
  expect(await scanPicture(picture)).toEqual({ ok: false, error: { type: 'noCodeInPicture' } });
});

test('a file that is no picture says so', async () => {
  const text = new Blob(['Employee ID;Name'], { type: 'image/png' });
  expect(await scanPicture(text)).toEqual({ ok: false, error: { type: 'notAPicture' } });
});

test('reading a picture leaves nothing behind on the page', async () => {
  const before = document.body.innerHTML;
  await scanPicture(await qrCodePng(LINK));
  expect(document.body.innerHTML).toBe(before);
  expect('BarcodeDetector' in globalThis).toBe(false);
});
