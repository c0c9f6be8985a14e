// Hands something to another app on this device: by the system's own share sheet, or to the mail app. What the other app
// does with it, nobody here learns.

import { err, ok, type Result } from '../kernel/result';

export interface SharedPack {
  readonly title: string;
  /** Links stand in the text: of a link beside a text and a picture, many apps drop one. */
  readonly text: string;
  readonly picture: { readonly name: string; readonly png: Blob };
  /** The text for where pictures cannot be shared. */
  readonly textAlone: string;
}

/** `closed`: the person changed their mind, which is nobody's fault. */
export type ShareOutcome = 'shared' | 'closed';
export type ShareTrouble = { readonly type: 'shareUnavailable' | 'shareRefused' };

/** Does this browser have a share sheet? */
export const canShare = (): boolean => typeof navigator.share === 'function';

/** Opens the share sheet; to be called within a tap. */
export async function share(pack: SharedPack): Promise<Result<ShareOutcome, ShareTrouble>> {
  if (!canShare()) return err({ type: 'shareUnavailable' });
  const { title, text, textAlone, picture } = pack;
  const files = [new File([picture.png], picture.name, { type: picture.png.type })];
  return openSheet(navigator.canShare?.({ files }) ? { title, text, files } : { title, text: textAlone });
}

/** Would this browser hand over such a file? */
export const canShareFile = (file: File): boolean => navigator.canShare?.({ files: [file] }) ?? false;

/** Opens the share sheet for a file alone; to be called within a tap. */
export const shareFile = (file: File): Promise<Result<ShareOutcome, ShareTrouble>> =>
  openSheet({ files: [file] });

async function openSheet(data: ShareData): Promise<Result<ShareOutcome, ShareTrouble>> {
  try {
    await navigator.share(data);
    return ok('shared');
  } catch (failure) {
    const name = failure instanceof DOMException ? failure.name : '';
    if (name === 'AbortError') return ok('closed');
    return err({ type: name === 'NotAllowedError' ? 'shareRefused' : 'shareUnavailable' });
  }
}

/** Opens the mail app with a filled email; the address of this page does not change. */
export function openMail(mailLink: string): void {
  const link = document.createElement('a');
  link.href = mailLink;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}
