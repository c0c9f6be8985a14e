// The words of the backup: one sealed file with everything, and the way back.

import { showMoment, showNumber } from './format';

const MEGABYTE = 1e6;
const megabytes = (bytes: number): string => showNumber(Math.ceil(bytes / MEGABYTE));
const events = (count: number): string => (count === 1 ? '1 event' : `${showNumber(count)} events`);

interface Taken {
  readonly organisation: string;
  readonly madeAt: number;
  readonly madeOn: string;
  readonly events: number;
}

export const backupText = {
  title: 'Backup',
  intro:
    'One sealed file with everything this tablet knows. With it and its password a new tablet can take over, even when all others and the server are lost.',
  needsAdmin: 'Only an administrator can do this.',

  password: 'Backup password',
  passwordHint: (minimum: number) =>
    `At least ${showNumber(minimum)} characters, such as four words. It is not your passcode, and nobody can look it up.`,
  openHint: 'The one that was chosen when the backup was made.',
  repeat: 'Repeat backup password',

  make: 'Make a backup',
  makeTitle: 'Make a backup',
  makeText: [
    'It holds the whole list, what was done, passwords and codes as hashes, the key of this site, and how to sign in to its CouchDB, with the password.',
    'So keep the file in a safe place and its password in another. That a backup was made stands in the activity.',
  ],
  passcodeHint: 'Yours, once more.',
  makeGo: 'Make the backup',
  makeBusy: 'Making it',
  making: 'In the file',
  made: (count: number) => `The backup holds ${events(count)}`,
  madeText: (fileName: string) =>
    `It is saved as ${fileName}, where this browser puts downloads. Copy it to somewhere outside this tablet.`,

  done: 'Done',

  takeIn: 'Take in a backup',
  takeInTitle: 'Take in a backup',
  takeInText:
    'What this tablet lacks is taken in from a backup of the same organisation, and sent on. What it has already counts once.',
  file: 'Choose the backup file',
  fileHint: 'Its name ends in “.backup”.',
  chosen: (name: string) => `Chosen: ${name}`,
  fileMissing: 'Please choose the backup file.',
  takeInGo: 'Take it in',
  takeInBusy: 'Taking it in',

  checking: 'Checked',
  takingIn: 'Taken in',
  howFar: {
    checking: (done: number, of: number) => `${megabytes(done)} of ${megabytes(of)} MB`,
    takingIn: (done: number, of: number) => `${showNumber(done)} of ${showNumber(of)} events`,
  },
  stop: 'Stop',
  stopping: 'Stopping',

  taken: ({ events: count }: Taken) =>
    count === 0 ? 'Everything in it was here already' : `${events(count)} of it were new here`,
  takenText: ({ organisation, madeAt, madeOn }: Taken) =>
    `The backup of ${organisation} was made on ${showMoment(madeAt)} at “${madeOn}”.`,
  setAsideTitle: 'Some of it is set aside',
  setAside: (parts: number) =>
    `${parts === 1 ? 'One part' : `${showNumber(parts)} parts`} could not be taken in yet. They come from the future by this tablet’s clock, or from a newer version of the app. Set the clock right or update the app, then take the backup in again.`,

  restore: {
    start: 'I have a backup file',
    title: 'Begin with a backup',
    intro:
      'This tablet takes over everything from a backup file, and becomes one of its organisation’s tablets.',
    unfinishedTitle: 'Taking in the backup was not finished',
    unfinished: 'Please do it once more with the same file. What is here already counts once.',
    tabletName: 'Tablet name',
    tabletNameHint: 'A name of its own, to tell tablets apart.',
    exchanges: 'If its organisation has a CouchDB, the tablet goes on exchanging with it by itself.',
    go: 'Take over',
    busy: 'Taking over',
    notWholeTitle: 'The organisation itself is not there yet',
    notWhole: (madeAt: number, now: number) =>
      `The backup was made on ${showMoment(madeAt)}; this tablet’s clock says ${showMoment(now)}. Please set the clock right, then do it again.`,
    back: 'Set up a new organisation instead',
    instead: 'Begin with a backup file instead',
  },
} as const;
