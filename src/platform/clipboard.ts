// Copies a text or a picture. The browser may say no; then the screen tells it and shows the thing to copy by hand.

import { err, ok, type Result } from '../kernel/result';

export type ClipboardTrouble = { readonly type: 'clipboardRefused' | 'clipboardUnavailable' };

/** Copies a text to the clipboard. */
export function copyText(text: string): Promise<Result<void, ClipboardTrouble>> {
  return attempt(() => navigator.clipboard?.writeText(text));
}

/**
 * Copies a PNG picture to the clipboard. A picture still being made may be passed as it is: Safari wants to be
 * asked within the tap itself.
 */
export function copyPicture(png: Blob | Promise<Blob>): Promise<Result<void, ClipboardTrouble>> {
  return attempt(() => {
    if (typeof ClipboardItem === 'undefined') return undefined;
    return navigator.clipboard?.write([new ClipboardItem({ 'image/png': png })]);
  });
}

async function attempt(copy: () => Promise<void> | undefined): Promise<Result<void, ClipboardTrouble>> {
  try {
    const copying = copy();
    if (!copying) return err({ type: 'clipboardUnavailable' });
    return ok(await copying);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'NotAllowedError') {
      return err({ type: 'clipboardRefused' });
    }
    return err({ type: 'clipboardUnavailable' });
  }
}
