// An email as a file (`.eml`) that a mail program opens as a draft: HTML with a picture inside, and the same as plain text
// for whoever reads that. `X-Unsent` is what makes Outlook and others open it for sending. Every part is base64, so no
// text can break out of its part, and every header is ASCII on a line of its own, whatever stands in a name.

import { toBase64 } from './base64';

export interface EmailDraft {
  /** One address; left out for one that the sender fills in. */
  readonly to?: string | undefined;
  readonly subject: string;
  readonly text: string;
  /** It shows the picture as `cid:` and `PICTURE_ID`. */
  readonly html: string;
  readonly picture: { readonly name: string; readonly png: Uint8Array };
}

export const PICTURE_ID = 'picture@gatehouse.invalid';

const LINE = '\r\n';
const BASE64_LINE = 76;
/** A line of a header has at most 76 characters where it holds an encoded word (RFC 2047), `Subject: ` included. */
const WORD_BYTES = 39;

/** The draft as the text of a file; it is ASCII, unless the address itself is not. */
export function writeEmailDraft({ to, subject, text, html, picture }: EmailDraft): string {
  const alternatives = multipart('alternative', [
    part(['Content-Type: text/plain; charset=utf-8'], textBytes(text)),
    part(['Content-Type: text/html; charset=utf-8'], textBytes(html)),
  ]);
  const shown = part(
    [
      `Content-Type: image/png; name="${quotable(picture.name)}"`,
      `Content-ID: <${PICTURE_ID}>`,
      `Content-Disposition: inline; filename="${quotable(picture.name)}"`,
    ],
    picture.png,
  );
  const headers = [
    'X-Unsent: 1',
    ...(to === undefined ? [] : [`To: ${oneLine(to).replace(/[\s<>,;]/g, '')}`]),
    `Subject: ${headerText(subject)}`,
    'MIME-Version: 1.0',
  ];
  return [...headers, multipart('related', [alternatives, shown], '; type="multipart/alternative"')].join(
    LINE,
  );
}

/** Neither base64 nor a header of ours ever holds the mark between two parts. */
function multipart(kind: 'related' | 'alternative', parts: readonly string[], more = ''): string {
  const mark = `=_${kind}_=`;
  const between = parts.map((content) => `--${mark}${LINE}${content}${LINE}`).join('');
  return `Content-Type: multipart/${kind}${more};${LINE} boundary="${mark}"${LINE}${LINE}${between}--${mark}--${LINE}`;
}

const part = (headers: readonly string[], content: Uint8Array): string =>
  [...headers, 'Content-Transfer-Encoding: base64', '', ...inLines(padded(toBase64(content)))].join(LINE);

const textBytes = (text: string): Uint8Array =>
  new TextEncoder().encode(text.replace(/\r\n?|\n/g, '\n').replaceAll('\n', LINE));

const padded = (base64: string): string => base64.padEnd(Math.ceil(base64.length / 4) * 4, '=');

const inLines = (base64: string): readonly string[] =>
  base64.match(new RegExp(`.{1,${BASE64_LINE}}`, 'g')) ?? [''];

/** A line break in a name would begin a header of its own. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const quotable = (name: string): string => oneLine(name).replace(/[^ -~]|["\\]/g, '_');

/** RFC 2047: what is not plain ASCII, or looks encoded already, is written in encoded words, none cut inside a character. */
function headerText(text: string): string {
  const line = oneLine(text);
  if (/^[ -~]{0,60}$/.test(line) && !line.includes('=?')) return line;
  const encoder = new TextEncoder();
  const words: Uint8Array[] = [];
  let word: number[] = [];
  for (const character of line) {
    const bytes = encoder.encode(character);
    if (word.length + bytes.length > WORD_BYTES) {
      words.push(Uint8Array.from(word));
      word = [];
    }
    word.push(...bytes);
  }
  words.push(Uint8Array.from(word));
  return words.map((bytes) => `=?utf-8?B?${padded(toBase64(bytes))}?=`).join(`${LINE} `);
}
