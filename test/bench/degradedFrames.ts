// Sixty frames of a QR code as a bad camera in a bad place would see it: turned, out of focus, pale, grainy, seen
// from the side, far away, with glare. Pure arithmetic from a seed: the same frames on every machine. Each kind goes
// in even steps from mild to severe, so that the count of decoded frames says how far along a scanner can see.

import { create } from 'qrcode';
import { BASE32_ALPHABET } from '../../src/kernel/base32';

export type Degradation = 'turned' | 'blurred' | 'pale' | 'grainy' | 'slanted' | 'small' | 'glare';

export interface DegradedFrame {
  readonly kind: Degradation;
  /** From 0 (mild) to 1 (severe). */
  readonly severity: number;
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** Grey, one byte a pixel. */
  readonly grey: Uint8ClampedArray;
}

const WIDTH = 640;
const HEIGHT = 480;
const COUNT = 60;
/** The voucher of somebody with names of usual length. */
const VOUCHER_SYMBOLS = 97;
const KINDS: readonly Degradation[] = ['turned', 'blurred', 'pale', 'grainy', 'slanted', 'small', 'glare'];
const QUIET_ZONE = 4;
const TABLE = 150; // the grey of whatever lies around the card
const RAYS = 3; // each pixel is the mean of 3 x 3 rays, as a sensor gathers light from an area

/** What the code holds: a link with the code alone, or with a sealed voucher too. */
export type LinkKind = 'short' | 'voucher';

/** The frames, the same ones for the same seed. */
export function degradedFrames(seed = 1, link: LinkKind = 'short'): DegradedFrame[] {
  return Array.from({ length: COUNT }, (_, index) => {
    const kind = KINDS[index % KINDS.length] ?? 'turned';
    const steps = Math.ceil((COUNT - KINDS.indexOf(kind)) / KINDS.length);
    return degradedFrame(
      kind,
      Math.floor(index / KINDS.length) / (steps - 1),
      link,
      randomNumbers(seed * 1000 + index),
    );
  });
}

function degradedFrame(
  kind: Degradation,
  severity: number,
  link: LinkKind,
  random: () => number,
): DegradedFrame {
  const text = loginLink(link, random);
  const modules = create(text, { errorCorrectionLevel: 'M' }).modules;
  const only = (which: Degradation, worst: number) => (kind === which ? severity * worst : 0);
  const seen = look(modules, {
    // Every frame is a little of everything: nobody holds a tablet quite still and straight.
    turn: (random() - 0.5) * 0.3 + only('turned', Math.PI / 4),
    slant: (random() - 0.5) * 0.1 + only('slanted', 1.15),
    width: kind === 'small' ? 190 - severity * 140 : 260,
    shift: [(random() - 0.5) * 60, (random() - 0.5) * 40],
  });
  blur(seen, 0.7 + only('blurred', 4.2) + only('turned', 1));
  const contrast = 0.8 - only('pale', 0.76);
  const grain = 5 + only('grainy', 120) + only('pale', 3);
  const spot = { x: WIDTH * (0.4 + 0.2 * random()), y: HEIGHT * (0.4 + 0.2 * random()) };
  for (let i = 0; i < seen.length; i += 1) {
    const far = Math.hypot((i % WIDTH) - spot.x, Math.floor(i / WIDTH) - spot.y) / (60 + only('glare', 70));
    const glare = only('glare', 330) * Math.exp(-far * far);
    const noise = grain * (random() + random() + random() - 1.5) * 1.4;
    seen[i] = 128 + ((seen[i] ?? 0) - 128) * contrast + glare + noise;
  }
  return { kind, severity, text, width: WIDTH, height: HEIGHT, grey: new Uint8ClampedArray(seen) };
}

interface View {
  readonly turn: number;
  readonly slant: number;
  readonly width: number;
  readonly shift: readonly [number, number];
}

/** What the camera sees of the card: every ray is followed back to the module it left from. */
function look(modules: { size: number; data: ArrayLike<number> }, view: View): Float32Array {
  const seen = new Float32Array(WIDTH * HEIGHT);
  const card = modules.size + 2 * QUIET_ZONE;
  const [cos, sin] = [Math.cos(view.turn), Math.sin(view.turn)];
  const tilt = Math.cos(view.slant);
  const depth = Math.sin(view.slant) / (2.5 * view.width);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      let light = 0;
      for (let ray = 0; ray < RAYS * RAYS; ray += 1) {
        const fromX = x + ((ray % RAYS) + 0.5) / RAYS - WIDTH / 2 - view.shift[0];
        const fromY = y + (Math.floor(ray / RAYS) + 0.5) / RAYS - HEIGHT / 2 - view.shift[1];
        const away = 1 / (tilt - fromX * depth);
        const [flatX, flatY] = [fromX * away, fromY * away * tilt];
        const u = ((flatX * cos + flatY * sin) / view.width + 0.5) * card;
        const v = ((flatY * cos - flatX * sin) / view.width + 0.5) * card;
        if (away < 0 || u < 0 || v < 0 || u >= card || v >= card) light += TABLE;
        else light += isDark(modules, Math.floor(u) - QUIET_ZONE, Math.floor(v) - QUIET_ZONE) ? 0 : 255;
      }
      seen[y * WIDTH + x] = light / (RAYS * RAYS);
    }
  }
  return seen;
}

const isDark = ({ size, data }: { size: number; data: ArrayLike<number> }, column: number, row: number) =>
  column >= 0 && row >= 0 && column < size && row < size && data[row * size + column] === 1;

/** Out of focus: a Gaussian, once along the rows and once along the columns. */
function blur(pixels: Float32Array, sigma: number): void {
  const reach = Math.ceil(3 * sigma);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [lines, length, step, across] of [
    [HEIGHT, WIDTH, 1, WIDTH],
    [WIDTH, HEIGHT, WIDTH, 1],
  ] as const) {
    const line = new Float32Array(length);
    for (let l = 0; l < lines; l += 1) {
      for (let i = 0; i < length; i += 1) line[i] = pixels[l * across + i * step] ?? 0;
      for (let i = 0; i < length; i += 1) {
        let sum = 0;
        for (let k = -reach; k <= reach; k += 1) {
          sum += (line[Math.min(length - 1, Math.max(0, i + k))] ?? 0) * (weights[k + reach] ?? 0);
        }
        pixels[l * across + i * step] = sum / total;
      }
    }
  }
}

/** A link such as a login code holds, different in every frame. */
function loginLink(kind: LinkKind, random: () => number): string {
  const symbols = (length: number) =>
    Array.from({ length }, () => BASE32_ALPHABET[Math.floor(random() * 32)]).join('');
  const short = `https://gatehouse.example/activate#ACME/${Math.floor(random() * 1e5)}/${symbols(12)}`;
  return kind === 'short' ? short : `${short}/${symbols(VOUCHER_SYMBOLS)}`;
}

/** Mulberry32: a small generator of numbers from 0 to 1, the same on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
