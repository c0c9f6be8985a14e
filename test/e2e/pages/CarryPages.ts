// What people do to carry something from tablet to tablet without a network, in their words.

import { filmSize } from '../../support/y4m';
import { expect } from '../support/expect';
import type { Tablet } from '../support/launch';

/** All of them begin on `/manage/sync`, unlocked. */
export function carryPages(tablet: Tablet) {
  const page = () => tablet.page;
  const press = (name: string) => page().getByRole('button', { name, exact: true }).click();

  return {
    /** Leaves the dialog open. */
    async makeReady(what: 'Who may no longer sign in' | 'Everything not sent yet') {
      await press('Carry by QR');
      await page().getByLabel(what, { exact: true }).check();
      await press('Make ready');
      await expect(page().getByRole('img', { name: /^QR code/ })).toBeVisible();
    },
    /** Every code as another tablet's camera would see it, held before a grey table. */
    async film(): Promise<Uint8Array[]> {
      const pictures: Uint8Array[] = [];
      for (;;) {
        const code = page().getByRole('img', { name: /^QR code/ });
        const [, at = '1', of = '1'] =
          /(\d+) of (\d+)/.exec((await code.getAttribute('aria-label')) ?? '') ?? [];
        pictures.push(await toFilm(tablet, await code.screenshot()));
        if (at === of) return pictures;
        await press('Next');
        await expect(code).toHaveAccessibleName(`QR code ${Number(at) + 1} of ${of}`);
      }
    },
    async saveFile(): Promise<string> {
      const download = page().waitForEvent('download');
      await press('Save as a file');
      const saved = await download;
      expect(saved.suggestedFilename()).toMatch(/^gatehouse-[a-z0-9]+-\d{4}-\d\d-\d\d\.parcel\.txt$/);
      return saved.path();
    },
    async takeInFile(path: string) {
      await press('Take in');
      await page().getByLabel('Choose a file').setInputFiles(path);
    },
    async takeInByCamera() {
      await press('Take in');
      await press('Scan the QR codes');
    },
    async takenIn(words: string | RegExp) {
      await expect(page().getByRole('dialog').getByText(words)).toBeVisible();
    },
  };
}

/** Drawn by the browser, which can read a PNG. */
async function toFilm({ page }: Tablet, png: Buffer): Promise<Uint8Array> {
  const grey = await page.evaluate(
    async ({ base64, width, height }) => {
      const bytes = Uint8Array.from(atob(base64), (symbol) => symbol.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (!context) throw new Error('This browser cannot draw');
      context.fillStyle = '#828282';
      context.fillRect(0, 0, width, height);
      const side = height * 0.92;
      context.drawImage(picture, (width - side) / 2, (height - side) / 2, side, side);
      const { data } = context.getImageData(0, 0, width, height);
      let text = '';
      for (let at = 0; at < data.length; at += 4) text += String.fromCharCode(data[at] ?? 0);
      return btoa(text);
    },
    { base64: png.toString('base64'), ...filmSize },
  );
  return Buffer.from(grey, 'base64');
}
