// A video for Chromium's fake camera (`--use-file-for-fake-video-capture`): a QR code held still before the lens.
// Y4M is a line of text, then for each frame the plane of grey and two of colour; https://wiki.multimedia.cx/index.php/YUV4MPEG2

import { writeFileSync } from 'node:fs';
import { create } from 'qrcode';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES_PER_SECOND = 4;
const QUIET_ZONE = 4;

/** Writes a video that shows the text as a QR code, on a white card on a grey table; `''` shows the bare table. */
export const writeQrVideo = (path: string, text: string): void => writeQrFilm(path, [text, text]);

/** Writes a video in which each of the texts is held up for a quarter of a second; the fake camera plays it again and again. */
export const writeQrFilm = (path: string, texts: readonly string[]): void =>
  writeFilm(
    path,
    texts.map((text) => {
      const grey = Buffer.alloc(WIDTH * HEIGHT, 130);
      if (text) drawCard(grey, text);
      return grey;
    }),
  );

/** The same of pictures, grey, a byte for each pixel of `filmSize`. */
export function writeFilm(path: string, pictures: readonly Uint8Array[]): void {
  const noColour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`);
  const frames = pictures.map((grey) => Buffer.concat([Buffer.from('FRAME\n'), grey, noColour]));
  writeFileSync(path, Buffer.concat([head, ...frames]));
}
export const filmSize = { width: WIDTH, height: HEIGHT };

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
