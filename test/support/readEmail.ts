// Reads an email as a mail program would: headers unfolded, encoded words and base64 undone, parts found by their mark.
// It knows nothing of how ours are written.

export interface EmailPart {
  /** By name in lower case, unfolded and decoded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  readonly parts: readonly EmailPart[];
}

/** RFC 2047; the space between two encoded words is none. */
const decodeWords = (text: string): string =>
  text
    .replace(/(=\?[^?]+\?[BbQq]\?[^?]*\?=)\s+(?==\?)/g, '$1')
    .replace(/=\?([^?]+)\?[Bb]\?([^?]*)\?=/g, (_, charset: string, content: string) =>
      new TextDecoder(charset, { fatal: true }).decode(Buffer.from(content, 'base64')),
    );

export function readEmail(source: string): EmailPart {
  const gap = source.indexOf('\r\n\r\n');
  if (gap < 0) throw new Error('No empty line after the headers');
  const headers = new Map<string, string>();
  for (const line of source
    .slice(0, gap)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const [, name, value] = /^([!-9;-~]+): ?(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`Not a header: ${line}`);
    if (headers.has(name.toLowerCase())) throw new Error(`Twice: ${name}`);
    headers.set(name.toLowerCase(), decodeWords(value));
  }
  const content = source.slice(gap + 4);
  const [, mark] = /^multipart\/.*boundary="([^"]+)"/.exec(headers.get('content-type') ?? '') ?? [];
  if (mark === undefined) return { headers, body: Buffer.from(content, 'base64'), parts: [] };
  const pieces = `\r\n${content}`.split(`\r\n--${mark}`);
  if (pieces.at(-1)?.trimEnd() !== '--') throw new Error('The last part does not end');
  const parts = pieces.slice(1, -1).map((piece) => readEmail(piece.replace(/^\r\n/, '')));
  return { headers, body: Buffer.from(''), parts };
}
