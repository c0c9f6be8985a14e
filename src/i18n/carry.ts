// The words for carrying something from tablet to tablet without a network.

import type { CarriedCounts } from '../app/sync/carriedCounts';
import type { ParcelTaken } from '../app/sync/takeInParcel';
import { showMoment, showNumber } from './format';

const count = (amount: number, one: string, many: string): string =>
  amount === 1 ? `1 ${one}` : `${showNumber(amount)} ${many}`;
const events = (amount: number): string => count(amount, 'event', 'events');

const countWords: Readonly<Record<keyof CarriedCounts, readonly [one: string, many: string]>> = {
  left: ['person who left', 'people who left'],
  cameBack: ['person who came back', 'people who came back'],
  revokedCodes: ['revoked code', 'revoked codes'],
  newCodes: ['new code', 'new codes'],
  closedAccounts: ['closed account', 'closed accounts'],
  endedPasses: ['day pass called back', 'day passes called back'],
  revokedTablets: ['revoked tablet', 'revoked tablets'],
  other: ['other record', 'other records'],
};

/** "3 people who left, 1 revoked code": whatever there is some of. */
const countsInWords = (counts: CarriedCounts): string =>
  (Object.keys(countWords) as (keyof CarriedCounts)[])
    .filter((what) => counts[what] > 0)
    .map((what) => count(counts[what], ...countWords[what]))
    .join(', ');

const MISSING_TOLD = 12;

export const carryText = {
  title: 'Without a network',
  intro:
    'What other tablets of this organisation cannot hear by themselves goes from screen to camera, or with a file. Nobody else can read it.',
  noSisters: 'This tablet has no others yet.',

  carry: 'Carry by QR',
  carryTitle: 'Carry to another tablet',
  what: 'What to carry',
  kinds: {
    revocations: {
      label: 'Who may no longer sign in',
      hint: 'Who left, whose code or password was ended, and which tablets were revoked, in the last nine months. Usually a few QR codes.',
    },
    everything: {
      label: 'Everything not sent yet',
      hint: (waiting: number | undefined) =>
        `All that no server has from this tablet${waiting === undefined ? '' : `: ${waiting === 0 ? 'nothing at the moment' : events(waiting)}`}. The other tablet sends it on when it can.`,
    },
  },
  go: 'Make ready',
  goBusy: 'Making ready',

  holds: {
    revocations: (counts: CarriedCounts) => countsInWords(counts),
    everything: (amount: number) => events(amount),
  },
  steps: [
    'On the other tablet, open Sync and press “Take in”.',
    'Hold its camera to this screen until it has read all of it.',
  ],
  oneCode: 'QR code',
  code: (at: number, of: number) => `QR code ${showNumber(at)} of ${showNumber(of)}`,
  place: (at: number, of: number) => `${showNumber(at)} of ${showNumber(of)}`,
  play: 'Play',
  pause: 'Pause',
  previous: 'Back',
  next: 'Next',
  tooManyTitle: 'Too much for QR codes',
  tooMany: 'Please save it as a file and copy that to the other tablet, on a USB stick for example.',
  saveFile: 'Save as a file',
  shareFile: 'Share the file',
  saved: (fileName: string) => `Saved as ${fileName}, where this browser puts downloads.`,
  shared: 'Handed to the other app.',
  done: 'Done',

  takeIn: 'Take in',
  takeInTitle: 'Take in from another tablet',
  takeInText:
    'On the other tablet, press “Carry by QR” in Sync. Then read its QR codes here, in any order, or choose its file.',
  scan: 'Scan the QR codes',
  stopScan: 'Stop the camera',
  otherCamera: 'Other camera',
  picture: 'Use a picture',
  readingPicture: 'Reading the picture',
  file: 'Choose a file',
  takingIn: 'Taking it in',
  read: 'QR codes read',
  howFar: (have: number, of: number) => `${showNumber(have)} of ${showNumber(of)}`,
  missing(numbers: readonly number[]): string {
    const told = numbers.slice(0, MISSING_TOLD).map(showNumber).join(', ');
    const more = numbers.length - MISSING_TOLD;
    return `Still missing: ${told}${more > 0 ? ` and ${showNumber(more)} more` : ''}`;
  },

  taken({ kind, fresh, counts }: ParcelTaken): string {
    if (fresh === 0) return 'All of it was known here already';
    return `Taken in: ${kind === 'revocations' ? countsInWords(counts) : events(fresh)}`;
  },
  takenText({ events: all, fresh, madeAt, fromName }: ParcelTaken): string {
    const made = `It was made on ${showMoment(madeAt)}${fromName === undefined ? '' : ` at “${fromName}”`}.`;
    const known = all - fresh;
    if (fresh === 0 || known === 0) return made;
    return `${known === 1 ? '1 event was' : `${showNumber(known)} events were`} known here already. ${made}`;
  },
  takeInMore: 'Take in more',
} as const;
