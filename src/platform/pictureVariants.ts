// Second looks at a picture in which no code was found: what a person would do with a bad photo before giving up.
// Each takes and gives grey pixels, one byte each, row by row.

export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8ClampedArray;
}

export type Variant = (picture: GreyPicture) => GreyPicture;

/** The grey of a picture with colours, weighted as the eye sees them. */
export function toGrey({ width, height, data }: ImageData): GreyPicture {
  const grey = new Uint8ClampedArray(width * height);
  for (let i = 0, from = 0; i < grey.length; i += 1, from += 4) {
    grey[i] = 0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0);
  }
  return { width, height, grey };
}

export function toImageData({ width, height, grey }: GreyPicture): ImageData {
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < grey.length; i += 1) pixels[i] = 0xff000000 | ((grey[i] ?? 0) * 0x010101);
  return image;
}

/** Glare, shadow, fog and grain: softened a little, each pixel is seen against its wider surroundings. */
export const evened: Variant = (picture) => {
  const soft = { ...picture, grey: boxMean(picture, 1) };
  const reach = Math.max(8, Math.round(Math.min(picture.width, picture.height) / 16));
  const mean = boxMean(soft, reach);
  const spread = boxMean(
    map(soft, (value, i) => Math.abs(value - (mean[i] ?? 0))),
    reach,
  );
  return map(soft, (value, i) => 128 + (50 * (value - (mean[i] ?? 0))) / Math.max(2, spread[i] ?? 0));
};

/** Out of focus or far away: what differs from its surroundings, within so many pixels, differs more. */
export const sharpened =
  (reach: number): Variant =>
  (picture) => {
    const mean = boxMean(picture, reach);
    return map(picture, (value, i) => value + 6 * (value - (mean[i] ?? 0)));
  };

function map(picture: GreyPicture, change: (value: number, index: number) => number): GreyPicture {
  const grey = new Uint8ClampedArray(picture.grey.length);
  for (let i = 0; i < grey.length; i += 1) grey[i] = change(picture.grey[i] ?? 0, i);
  return { ...picture, grey };
}

/** The mean of the square around each pixel, by sums of all above and left of it: as quick for a large square. */
function boxMean({ width, height, grey }: GreyPicture, reach: number): Uint8ClampedArray {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += grey[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  const sum = (x: number, y: number) => sums[y * stride + x] ?? 0;
  const mean = new Uint8ClampedArray(grey.length);
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - reach);
    const bottom = Math.min(height, y + reach + 1);
    for (let x = 0; x < width; x += 1) {
      const left = Math.max(0, x - reach);
      const right = Math.min(width, x + reach + 1);
      const total = sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top);
      mean[y * width + x] = total / ((right - left) * (bottom - top));
    }
  }
  return mean;
}
