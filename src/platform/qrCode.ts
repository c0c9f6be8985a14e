// Draws a text as a QR code: for the screen as the path of an SVG, for sharing as a PNG. Always dark on a white card
// with the four modules of quiet zone that scanners need, at error correction M on screens and Q on paper.

import { create } from 'qrcode';

export type QrLevel = 'M' | 'Q';

export interface QrDrawing {
  /** Width and height in modules, quiet zone included: use it as `viewBox="0 0 size size"`. */
  readonly size: number;
  /** The dark modules, as path data; fill it black on a white card, in dark mode too. */
  readonly path: string;
}

const QUIET_ZONE = 4;

/** The QR code of a text as SVG path data, with neighbouring modules of a row drawn in one go. */
export function drawQrCode(text: string, level: QrLevel = 'M'): QrDrawing {
  const { size, data } = create(text, { errorCorrectionLevel: level }).modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const start = column;
      while (column < size && data[row * size + column]) column += 1;
      const run = column - start;
      if (run > 0) path += `M${start + QUIET_ZONE} ${row + QUIET_ZONE}h${run}v1h-${run}z`;
    }
  }
  return { size: size + 2 * QUIET_ZONE, path };
}

/** [B1] In mm: what a camera still tells apart on paper. */
const SMALLEST_MODULE = 0.33;

/** A QR code for paper, drawn so many mm wide: at level Q, or at M where Q's modules would be too small to be read. */
export function drawQrCodeForPaper(text: string, millimetres: number): QrDrawing {
  const strong = drawQrCode(text, 'Q');
  return millimetres / strong.size >= SMALLEST_MODULE ? strong : drawQrCode(text, 'M');
}

/** The QR code of a text as a PNG picture; `scale` is the width of a module in pixels. */
export async function qrCodePng(
  text: string,
  options: { scale?: number; level?: QrLevel } = {},
): Promise<Blob> {
  const { scale = 12, level = 'M' } = options;
  const { size, path } = drawQrCode(text, level);
  const canvas = document.createElement('canvas');
  canvas.width = size * scale;
  canvas.height = size * scale;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw on a canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.fillStyle = '#000';
  context.fill(new Path2D(path));
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made'))));
  });
}
