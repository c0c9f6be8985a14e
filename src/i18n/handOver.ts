// Handing a login code to somebody who is not here: the ways to do it, and the message they get.

import {
  type CodeMessage,
  MAIL_LINK_LIMIT,
  type MessageBlock,
  messageToMailLink,
} from '../domain/codeMessage';
import type { HandOver } from '../domain/employee';
import type { ShareTrouble } from '../platform/share';
import { showMoment, showNumber } from './format';

/** What a message with a code needs to know. */
export interface CodeLetter {
  readonly name: string;
  readonly organisation: string;
  readonly companyCode: string;
  readonly employeeId: string;
  /** As people read it, in groups. */
  readonly code: string;
  readonly link: string;
  /** Milliseconds since 1970; it counts from the start where that is still to come. */
  readonly startsAt?: number | undefined;
  readonly expiresAt: number;
}

const words = (text: string): MessageBlock => ({ kind: 'words', text });

const withPicture: readonly MessageBlock[] = [
  words(
    'Are you at a computer? Then this QR code is the quickest way. Scan it with your phone, or print it and hold it up to the camera of the tablet at your site.',
  ),
  { kind: 'picture', label: 'QR code' },
];
/** The picture travels beside the text. */
const besidePicture: readonly MessageBlock[] = [
  words(
    'Are you at a computer? Then the QR image that comes with this message is the quickest way. Scan it with your phone, or print it and hold it up to the camera of the tablet at your site.',
  ),
];
const withoutPicture: readonly MessageBlock[] = [
  words(
    'Are you at a computer? Open the same link there: it shows the QR code large. Scan it with your phone, or print it and hold it up to the camera of the tablet at your site.',
  ),
];

/** The message, with the QR code inside it, beside it as a file, or without it. */
export function codeMessage(letter: CodeLetter, picture: 'inside' | 'beside' | 'none'): CodeMessage {
  const { name, companyCode, employeeId, code, link, startsAt, expiresAt } = letter;
  const organisation = letter.organisation || 'your employer';
  const time =
    startsAt === undefined
      ? `until ${showMoment(expiresAt)}`
      : `from ${showMoment(startsAt)} until ${showMoment(expiresAt)}`;
  return {
    subject: `Your login for Self Service at ${organisation}`,
    blocks: [
      words(name ? `Hello ${name},` : 'Hello,'),
      words(
        `this opens your Self Service account at ${organisation}. You choose a password of your own; it takes a minute.`,
      ),
      words('Are you on a phone? Open this link. It shows what to hold up to the tablet at your site:'),
      { kind: 'link', url: link },
      ...{ inside: withPicture, beside: besidePicture, none: withoutPicture }[picture],
      words('Or type this at the tablet:'),
      {
        kind: 'facts',
        facts: [
          ['Employee ID', employeeId],
          ['Activation code', code],
          ['Company code', companyCode],
        ],
      },
      words(
        `It is good ${time}, for one use. Keep it to yourself: whoever has it can open your account. If you did not expect it, delete it and tell your manager.`,
      ),
    ],
  };
}

/** A link that opens the filled email. Very long names are left out of it: see MAIL_LINK_LIMIT. */
export function codeMailLink(address: string, letter: CodeLetter): string {
  const link = messageToMailLink(address, codeMessage(letter, 'none'));
  if (link.length <= MAIL_LINK_LIMIT) return link;
  return messageToMailLink(address, codeMessage({ ...letter, name: '', organisation: '' }, 'none'));
}

export const handOverText = {
  title: 'Not here? Send or print it',
  link: 'Login link',
  ways: {
    share: 'Share',
    picture: 'Copy QR image',
    link: 'Copy link',
    email: 'Email',
    print: 'Print',
    code: 'Copy code',
    draft: 'Save as email draft',
    savePicture: 'Save QR image',
  },
  more: 'More ways',
  saveInstead: 'Save it as a file instead, below.',
  hints: {
    share: 'QR image, link and steps, with an app on this device.',
    picture: {
      ctrl: 'For a reader at a computer. Paste it with Ctrl+V.',
      cmd: 'For a reader at a computer. Paste it with Cmd+V.',
      touch: 'For a reader at a computer. Share is quicker here.',
      touchAlone: 'For a reader at a computer. Hold a finger where it goes, then Paste.',
    },
    link: 'For a reader on a phone, who cannot scan their own screen.',
    email: (address: string) => `Opens a filled message to ${address}, without the picture.`,
    print: 'As a letter, a wallet card or a label.',
    code: 'For reading it out or typing it.',
    draft: 'A file for your mail program, with the QR image inside. Delete it when it is sent.',
    savePicture: 'A file with the code in it. Delete it when it is sent.',
  },
  notHere: {
    share: 'This browser has no share menu.',
    noAddress: 'No email address is known.',
    sharedAddress: (others: number) =>
      others === 1
        ? 'Somebody else on the list has the same address.'
        : `${showNumber(others)} others on the list have the same address.`,
  },
  handed: {
    share: 'Handed to the app you chose.',
    picture: 'The QR image is copied. Closing this wipes it, where the browser allows.',
    link: 'The link is copied. Closing this wipes it, where the browser allows.',
    code: 'The code is copied. Closing this wipes it, where the browser allows.',
    email: 'Handed to the mail app. Send it there.',
    print: 'Handed to the printer.',
    draft: 'The draft is saved.',
    savePicture: 'The QR image is saved.',
  },
  /** On the employee's page, of the code that is out: the last way it was handed over. Nobody here knows if it arrived. */
  lastHandedOver: {
    share: (at: number) => `Handed to another app on ${showMoment(at)}.`,
    copy: (at: number) => `Copied on ${showMoment(at)}.`,
    email: (at: number) => `Handed to the mail app on ${showMoment(at)}.`,
    draft: (at: number) => `Saved as an email draft on ${showMoment(at)}.`,
    print: (at: number) => `Printed on ${showMoment(at)}.`,
  } satisfies Record<HandOver, (at: number) => string>,
  pictureName: 'login-code.png',
  draftName: (employeeId: string) => `login-code-${employeeId.replace(/[^\p{L}\p{N}]+/gu, '-')}.eml`,
} as const;

export const shareTroubles: Readonly<Record<ShareTrouble['type'], string>> = {
  shareUnavailable: 'The share menu did not open. Please use another way.',
  shareRefused: 'The browser did not allow sharing. Please press once more, or use another way.',
};
