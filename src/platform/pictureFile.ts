// Takes in a picture file from whoever chose it: is it a picture at all, and not larger than a tablet can study?

const LONGEST_SIDE = 2400; // photos of 12 million pixels and more would keep a tablet busy for many seconds

/** The picture as a file, made smaller if it is huge; nothing if the browser cannot read it as a picture. */
export async function readPicture(file: Blob): Promise<File | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  const scale = LONGEST_SIDE / Math.max(bitmap.width, bitmap.height);
  const smaller = scale < 1 ? await shrink(bitmap, scale) : undefined;
  bitmap.close();
  return new File([smaller ?? file], 'picture', { type: smaller?.type ?? file.type });
}

async function shrink(bitmap: ImageBitmap, scale: number): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  return blob ?? undefined;
}
