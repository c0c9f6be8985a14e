// A video for Chromium's fake camera (`--use-file-for-fake-video-capture`): a QR code held still before the lens.
// Y4M is a line of text, then for each frame the plane of grey and two of colour; https://wiki.multimedia.cx/index.php/YUV4MPEG2

import { writeFileSync } from 'node:fs';
import { create } from 'qrcode';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 4; // the fake camera plays them again and again
const QUIET_ZONE = 4;

/** Writes a video that shows the text as a QR code, on a white card on a grey table; `''` shows the bare table. */
export function writeQrVideo(path: string, text: string): void {
  const grey = Buffer.alloc(WIDTH * HEIGHT, 130);
  if (text) drawCard(grey, text);
  const noColour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey, noColour]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(path, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
}

function drawCard(grey: Buffer, text: string): void {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const card = size + 2 * QUIET_ZONE;
  const scale = Math.floor((HEIGHT * 0.8) / card);
  const [left, top] = [(WIDTH - card * scale) >> 1, (HEIGHT - card * scale) >> 1];
  for (let y = 0; y < card * scale; y += 1) {
    for (let x = 0; x < card * scale; x += 1) {
      const column = Math.floor(x / scale) - QUIET_ZONE;
      const row = Math.floor(y / scale) - QUIET_ZONE;
      const isInside = column >= 0 && row >= 0 && column < size && row < size;
      grey[(top + y) * WIDTH + left + x] = isInside && data[row * size + column] ? 20 : 235;
    }
  }
}
