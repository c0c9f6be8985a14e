// The bytes of a chosen file to text. Nobody at a work site knows what an encoding is, so it is found out;
// a file that is no list at all is refused with a reason that helps ("save it as CSV").

import { err, ok, type Result } from '../kernel/result';

export type ListFileRefusal =
  | { readonly type: 'listFileEmpty' }
  /** A workbook, or a web page that calls itself one: the person can save it as CSV. */
  | { readonly type: 'listFileIsSpreadsheet' }
  | { readonly type: 'listFileNotText' };

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** xlsx and ods are zip archives, xls is an OLE file. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);

/** Several HR systems export an HTML table or an XML workbook under the name `.xls`. */
const isMarkup = (text: string): boolean =>
  /^\s*<(\?xml|!doctype|html|head|meta|table|workbook)\b/i.test(text);

/** Where Windows-1252 differs from Latin-1: 0x80 to 0x9f. Engines disagree about it, so it stands here. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decodeWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);

/** Excel's "Unicode text" has a mark; without one, every second byte of western text being zero gives it away. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 512);
  for (let index = 0; index < length; index++) {
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > length / 4 && even === 0) return 'utf-16le';
  return even > length / 4 && odd === 0 ? 'utf-16be' : undefined;
}

function decode(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** [I1] UTF-16 by its mark, else UTF-8 if every byte fits, else Windows-1252; [I2] what is no text is refused. */
export function decodeListFile(bytes: Uint8Array): Result<string, ListFileRefusal> {
  if (isWorkbook(bytes)) return err({ type: 'listFileIsSpreadsheet' });
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return err({ type: 'listFileNotText' });
  const text = decode(bytes);
  if (text.trim() === '') return err({ type: 'listFileEmpty' });
  if (text.includes('\0')) return err({ type: 'listFileNotText' });
  return isMarkup(text) ? err({ type: 'listFileIsSpreadsheet' }) : ok(text);
}
