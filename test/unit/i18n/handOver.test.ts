// What the message with a code says, in each of its forms.

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type CodeMessage,
  MAIL_LINK_LIMIT,
  messageToHtml,
  messageToText,
} from '../../../src/domain/codeMessage';
import { type CodeLetter, codeMailLink, codeMessage } from '../../../src/i18n/handOver';
import { PICTURE_ID } from '../../../src/kernel/emailDraft';
import { MORNING } from '../../support/stillClock';

beforeAll(() => vi.stubGlobal('navigator', { language: 'en-GB' }));
afterAll(() => vi.unstubAllGlobals());

const letter: CodeLetter = {
  name: 'Mary Sluis',
  organisation: 'Brightwater Care Homes',
  companyCode: 'BWCH',
  employeeId: '00123',
  code: 'K7QM-2XRD-9F3T',
  link: 'https://gatehouse.example/activate#o=BWCH&e=00123&c=K7QM2XRD9F3T',
  expiresAt: MORNING + 24 * 3_600_000,
};
const forms = ['inside', 'beside', 'none'] as const;

const readMailLink = (link: string) => {
  const url = new URL(link);
  return {
    to: decodeURIComponent(url.pathname),
    subject: decodeURIComponent(/[?&]subject=([^&]*)/.exec(link)?.[1] ?? ''),
    body: decodeURIComponent(/[?&]body=([^&]*)/.exec(link)?.[1] ?? ''),
  };
};

describe('what it says', () => {
  test.each(forms)(
    '[G1] with the picture %s it says which is for a phone and which for a computer',
    (form) => {
      const text = messageToText(codeMessage(letter, form));
      expect(text).toMatch(/on a phone\? Open this link/);
      expect(text).toContain(`\n${letter.link}\n`);
      expect(text).toMatch(/at a computer\?.*QR/);
    },
  );

  test.each(forms)('[G2] with the picture %s it names organisation, ID, code and until when', (form) => {
    const text = messageToText(codeMessage(letter, form));
    for (const named of ['Brightwater Care Homes', 'BWCH', '00123', 'K7QM-2XRD-9F3T', '23 Nov 2026'])
      expect(text).toContain(named);
  });

  test('[G2] a code that starts later says from when', () => {
    const later = { ...letter, startsAt: MORNING + 3_600_000 };
    expect(messageToText(codeMessage(later, 'none'))).toMatch(/good from 22 Nov 2026.* until 23 Nov 2026/);
  });

  test('the subject, which others see in passing, holds no secret', () =>
    expect(codeMessage(letter, 'none').subject).not.toMatch(/K7QM|00123|Mary/));
});

describe('as a page', () => {
  test('[G1] the picture stands in it, the link can be pressed', () => {
    const html = messageToHtml(codeMessage(letter, 'inside'));
    expect(html).toContain(`src="cid:${PICTURE_ID}"`);
    expect(html).toContain(`href="${letter.link.replaceAll('&', '&amp;')}"`);
  });

  test('a name is text and nothing else', () => {
    const name = '<img src=x onerror="alert(1)"> & "Mary" \'Sluis\'';
    const message: CodeMessage = codeMessage({ ...letter, name, organisation: name }, 'inside');
    const html = messageToHtml(message);
    expect(html.match(/<img/g)).toHaveLength(1);
    expect(html).toContain(
      '&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &quot;Mary&quot; &#39;Sluis&#39;',
    );
  });
});

describe('as a link that opens a mail', () => {
  test('[G1] [G2] it opens with address, subject and the whole message', () => {
    const mail = readMailLink(codeMailLink('mary+home@example.com', letter));
    expect(mail.to).toBe('mary+home@example.com');
    expect(mail.subject).toBe('Your login for Self Service at Brightwater Care Homes');
    expect(mail.body).toBe(messageToText(codeMessage(letter, 'none')).replaceAll('\n', '\r\n'));
  });

  test.each([
    'mary@example.com?bcc=all@example.com',
    'mary&cc=all@example.com',
    'mary%0d%0abcc:all@example.com',
    'mary#x@example.com',
  ])('the address %s adds nothing to it', (address) => {
    const mail = readMailLink(codeMailLink(address, letter));
    expect(mail.to).toBe(address);
    expect(mail.body).toContain('Mary Sluis');
    expect(codeMailLink(address, letter).match(/[?&]\w+=/g)).toEqual(['?subject=', '&body=']);
  });

  test('half a character, as broken lists have them, does not break it', () =>
    expect(readMailLink(codeMailLink('m@example.com', { ...letter, name: 'Mary \ud83d' })).body).toContain(
      'Hello Mary \ufffd,',
    ));

  test('[G1] [G2] it is never longer than a mail program takes, and then still says everything but the names', () => {
    const long = {
      ...letter,
      name: '山'.repeat(201),
      organisation: '社'.repeat(100),
      employeeId: '0'.repeat(32),
      companyCode: 'ABCDEFGHIJKL',
      startsAt: MORNING,
      link: `https://${'gatehouse'.repeat(5)}.example/activate#o=ABCDEFGHIJKL&e=${'0'.repeat(32)}&c=K7QM2XRD9F3T&v=${'aB3_'.repeat(56)}`,
    };
    const link = codeMailLink('mary.sluis@brightwater-care.example', long);
    expect(link.length).toBeLessThanOrEqual(MAIL_LINK_LIMIT);
    const { body } = readMailLink(link);
    for (const named of [long.link, long.employeeId, long.companyCode, long.code, '23 Nov 2026'])
      expect(body).toContain(named);
    expect(body).toMatch(/^Hello,\r\n/);
  });
});
