// An email draft, read back by a reader of its own, whatever stands in it.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PICTURE_ID, writeEmailDraft } from '../../src/kernel/emailDraft';
import { readEmail } from '../support/readEmail';

const texts = fc.string({ unit: 'binary', maxLength: 300 });
const hostile = fc.constantFrom(
  'Mary\r\nBcc: all@example.com',
  'Mary\nX: 1\r\n\r\n<script>',
  '=?utf-8?Q?=0ABcc:_all?=',
  '--=_related_=--',
  '山田太郎'.repeat(40),
  'مريم'.repeat(40),
  '👷‍♀️'.repeat(50),
  'Mary\u2028Bcc: all@example.com',
  ' ',
  'a'.repeat(2_000),
);
const anything = fc.oneof(texts, hostile);
/** What a line of a header can hold: breaks are spaces, and outer space goes. */
const asLine = (text: string) =>
  new TextDecoder()
    .decode(new TextEncoder().encode(text))
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
const asLines = (text: string) =>
  new TextDecoder().decode(new TextEncoder().encode(text)).replace(/\r\n?|\n/g, '\r\n');

test('[G5] a draft comes out as it went in, and nothing in it makes a header of its own', () => {
  fc.assert(
    fc.property(
      anything,
      anything,
      anything,
      fc.uint8Array({ maxLength: 400 }),
      (subject, text, html, png) => {
        const source = writeEmailDraft({
          to: 'mary@example.com',
          subject,
          text,
          html,
          picture: { name: 'login-code.png', png },
        });
        expect(source).toMatch(/^[\t\r\n -~]*$/);
        // No bare line break, and no line longer than mail may have.
        expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);

        const email = readEmail(source);
        expect([...email.headers.keys()].sort()).toEqual([
          'content-type',
          'mime-version',
          'subject',
          'to',
          'x-unsent',
        ]);
        expect(email.headers.get('subject')).toBe(asLine(subject));
        expect(email.headers.get('x-unsent')).toBe('1');
        const [alternatives, picture] = email.parts;
        expect(alternatives?.headers.get('content-type')).toMatch(/^multipart\/alternative;/);
        expect(alternatives?.parts.map(({ headers }) => headers.get('content-type'))).toEqual([
          'text/plain; charset=utf-8',
          'text/html; charset=utf-8',
        ]);
        expect(alternatives?.parts.map(({ body }) => body.toString('utf8'))).toEqual([
          asLines(text),
          asLines(html),
        ]);
        expect(picture?.headers.get('content-id')).toBe(`<${PICTURE_ID}>`);
        expect(new Uint8Array(picture?.body ?? [])).toEqual(png);
      },
    ),
  );
});

test('[G5] an address makes no second one', () => {
  fc.assert(
    fc.property(anything, (address) => {
      const picture = { name: 'login-code.png', png: new Uint8Array() };
      const { headers } = readEmail(
        writeEmailDraft({ to: address, subject: 'Hello', text: '', html: '', picture }),
      );
      expect(headers.size).toBe(5);
      expect(headers.get('to')).not.toMatch(/[\s,;<>]/);
    }),
  );
});
