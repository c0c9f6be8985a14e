// What stands on paper (letters, cards, labels, the poster), and what managers read while they print.

import { showMoment, showNumber, showSpan } from './format';

const people = (count: number): string => (count === 1 ? '1 person' : `${showNumber(count)} people`);
const NAMES_SHOWN = 8;
const withSpan = (words: string, lifetime: number | undefined): string =>
  lifetime === undefined ? words : `${words}: good for ${showSpan(lifetime)}`;
const codes = (count: number): string => (count === 1 ? '1 code' : `${showNumber(count)} codes`);

/** On the letter, card or label itself, for the person who gets it. */
export const paperText = {
  companyCode: 'Company code',
  employeeId: 'Employee ID',
  code: 'Activation code',
  qrCode: 'QR code',
  title: 'Your key to Self Service',
  intro:
    'This letter opens an account of your own. It takes two minutes at the tablet, and no email address.',
  scan: 'Scan this at the tablet',
  orType: 'or type these two there',
  good: (from: number | undefined, until: number) =>
    from === undefined
      ? `Good until ${showMoment(until)}`
      : `Good from ${showMoment(from)} until ${showMoment(until)}`,
  once: 'Works once, for you alone',
  steps: {
    go: 'Go to the tablet',
    goText: 'Touch “Scan QR code” on its first screen.',
    hold: 'Hold up the code',
    holdText: 'A hand’s width from the camera. Or touch “Activate my account” and type.',
    choose: 'Choose a password',
    chooseText: 'One that only you know. You sign in with it from then on.',
  },
  where: 'Where the tablet is',
  care: 'Whoever holds this letter can open your account, so keep it to yourself until you have used it. Lost, or too late? Your manager makes a new one.',
  /** The place is set apart, so that it may run the other way. */
  smallWhere: (where: string) => `Scan or type at \u2068${where}\u2069`,
  cardSteps: (where: string) => `1. Scan or type at \u2068${where}\u2069. 2. Choose a password.`,
  poster: {
    title: 'Your Self Service starts here',
    scan: 'Scan this with your phone',
    text: 'It shows you the way. For the first time you need a code of your own as well: ask your manager.',
  },
} as const;

/** On screen, for the manager who prints. */
export const printText = {
  title: (count: number) => `Print ${codes(count)}`,
  layout: 'Print as',
  layouts: { letter: 'Letter, one page each', card: 'Wallet cards', label: 'Labels' },
  paper: 'Paper',
  papers: { a4: 'A4', usLetter: 'US Letter' },
  labelPaper: { a4: 'A4, 14 labels (L7163)', usLetter: 'US Letter, 10 labels (5163)' },
  where: 'Where the tablet is',
  whereHint: 'It stands on the paper, so that people find it.',
  /** A site and a tablet there. */
  whereAt: (site: string, tablet: string) => [site, tablet].filter((name) => name !== '').join(', '),
  firstLabel: 'First free label',
  firstLabelHint: 'For a sheet that has been used in part.',
  labelPlace: (place: number) => showNumber(place),
  part: 'Pages to print',
  partOf: (from: number, to: number) => `${showNumber(from)} to ${showNumber(to)}`,
  partHint: 'A hundred at a time, so that the printer keeps up.',
  pages: (count: number) => (count === 1 ? '1 page' : `${showNumber(count)} pages`),
  pageOf: (at: number, of: number) => `Page ${showNumber(at)} of ${showNumber(of)}`,
  preview: 'What will be printed',
  previous: 'Previous page',
  previousShort: 'Previous',
  next: 'Next page',
  nextShort: 'Next',
  settings: 'In the print window, leave the scale at 100 % and the margins at “default” or “none”.',
  print: 'Print',
  preparing: 'Getting the pages ready',
  sent: 'Handed to the printer. Check that everything came out before you close this.',
  sentPart: (from: number, to: number) =>
    `Pages ${showNumber(from)} to ${showNumber(to)} are handed to the printer.`,
  done: 'Done',
  close: 'Close',
  posterTitle: 'Print the poster',

  /** Codes for many at once. */
  many: {
    title: (count: number) => `Print codes for ${people(count)}`,
    intro: 'Each of them gets a new login code on paper. You see everything before it is printed.',
    goOn: 'Go on',
    reading: 'Looking them up',
    losing: (count: number) =>
      count === 1
        ? 'A new code ends the password of 1 person, and signs them out'
        : `A new code ends the passwords of ${people(count)}, and signs them out`,
    left: (count: number) =>
      count === 1 ? '1 person has left and gets no code' : `${people(count)} have left and get no code`,
    anew: (count: number) =>
      count === 1
        ? 'Also a new code for 1 person who has a printed one'
        : `Also new codes for ${people(count)} who have a printed one`,
    anewHint:
      'Theirs is still good, so they are left out. With a new one, the paper they have opens nothing.',
    goodFor: 'How they are given out',
    channel: {
      letter: (lifetime: number | undefined) => withSpan('By letter', lifetime),
      screen: (lifetime: number | undefined) => withSpan('By hand, today', lifetime),
    },
    make: (count: number) => `Make ${codes(count)}`,
    nobody: 'There is nobody to make a code for.',
    making: 'Codes are being made',
    makingText: 'Please keep this open. Nothing is printed yet.',
    progress: 'Progress',
    howFar: (done: number, of: number) => `${showNumber(done)} of ${showNumber(of)}`,
    stop: 'Stop',
    stopping: 'Stopping',
    stopped: (done: number, of: number) => `Stopped: ${showNumber(done)} of ${showNumber(of)} codes are made`,
    stoppedText: 'You can print these, or go on with the others first.',
    makeRest: (count: number) => `Go on with ${showNumber(count)} more`,
    refused: (count: number) => `No code for ${people(count)}`,
    noneMade: 'No codes were made',
    leaveTitle: (count: number) =>
      count === 1 ? '1 code has not been printed' : `${showNumber(count)} codes have not been printed`,
    leaveText: 'Closing forgets them, for good. New ones can be made at any time.',
    leave: 'Close without printing',
    stay: 'Back to printing',
    /** The first few of them, and how many more. */
    someNames: (names: readonly string[]) =>
      names.length <= NAMES_SHOWN
        ? `${names.join(', ')}.`
        : `${names.slice(0, NAMES_SHOWN).join(', ')} and ${showNumber(names.length - NAMES_SHOWN)} more.`,
  },
} as const;
