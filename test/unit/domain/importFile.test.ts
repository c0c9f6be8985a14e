import { describe, expect, test } from 'vitest';
import { decodeListFile } from '../../../src/domain/importFile';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be'): number[] =>
  [...text].flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return order === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });
const textOf = (file: Uint8Array): string | undefined => {
  const text = decodeListFile(file);
  return text.ok ? text.value : undefined;
};
const refusalOf = (file: Uint8Array): string | undefined => {
  const text = decodeListFile(file);
  return text.ok ? undefined : text.error.type;
};

describe('[I1] the encoding is found out', () => {
  test.each([
    ['UTF-8', utf8('ID,Größe')],
    ['UTF-8 with a mark', utf8('\ufeffID,Größe')],
    ['UTF-16, low byte first', bytes(0xff, 0xfe, ...utf16('ID,Größe', 'le'))],
    ['UTF-16, high byte first', bytes(0xfe, 0xff, ...utf16('ID,Größe', 'be'))],
    ['UTF-16 without a mark', bytes(...utf16('ID,Größe', 'le'))],
    ['Windows-1252', bytes(0x49, 0x44, 0x2c, 0x47, 0x72, 0xf6, 0xdf, 0x65)],
  ])('%s', (_, file) => {
    expect(textOf(file)).toBe('ID,Größe');
  });

  test('the symbols that Windows-1252 has and Latin-1 has not', () => {
    expect(textOf(bytes(0x80, 0x8a, 0x92, 0x9c, 0x41))).toBe('€Š’œA');
  });
});

describe('[I2] what is no text is refused, with the reason that helps', () => {
  test.each([
    ['nothing at all', bytes(), 'listFileEmpty'],
    ['only blank lines', utf8('\ufeff \r\n\r\n'), 'listFileEmpty'],
    ['an xlsx workbook', bytes(0x50, 0x4b, 3, 4, 0, 0), 'listFileIsSpreadsheet'],
    ['an xls workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'listFileIsSpreadsheet'],
    ['a web page called .xls', utf8('<html><table><tr><td>ID</td></tr></table>'), 'listFileIsSpreadsheet'],
    ['an XML workbook', utf8('<?xml version="1.0"?><Workbook/>'), 'listFileIsSpreadsheet'],
    ['a PDF', utf8('%PDF-1.7'), 'listFileNotText'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49), 'listFileNotText'],
  ])('%s', (_, file, refusal) => {
    expect(refusalOf(file)).toBe(refusal);
  });
});
