// The words of a tablet that joins an organisation, and of the organisation's own link.

import { showNumber, showShare } from './format';

export const joinText = {
  question: 'Does your organisation use Gatehouse already?',
  questionHint: 'Then this tablet joins the others, with a pairing code that one of them shows.',
  start: 'Join an organisation',

  title: 'Join an organisation',
  intro: 'On a tablet that is set up, an administrator opens “Sync” and presses “Add a tablet”.',
  back: 'Set up a new organisation instead',
  link: 'Pairing link',
  linkHint: 'Scan the pairing code, or paste its link.',
  scan: 'Scan the pairing code',
  stopScan: 'Stop the camera',
  picture: 'Use a picture of it',
  readingPicture: 'Reading the picture …',
  scanned: 'The code is read. Now the PIN.',
  pin: 'Pairing PIN',
  pinHint: '8 letters and digits, beside the pairing code.',
  tabletName: 'Tablet name',
  tabletNameHint: 'To tell tablets apart, such as “Canteen”.',
  go: 'Join',
  busy: 'Joining …',
  needsNetwork: 'Joining needs one. Connect this tablet to a network, then press “Join” once more.',

  progress: {
    title: 'This tablet is joining',
    intro: 'It receives everything the other tablets know.',
    leave: 'It goes on by itself as long as the app is open.',
    received: 'Received',
    takenIn: 'Taken in',
    parts: (done: number, of: number) => `${showNumber(done)} of ${showNumber(of)} parts`,
    share: showShare,
    counting: 'Asking how much there is …',
    nothingTitle: 'Nothing has arrived yet',
    nothing:
      'Open Gatehouse on the tablet that showed the pairing code, while it has a network. Then try again.',
    again: 'Try again',
    troubleTitle: 'It does not go on right now',
  },

  done: {
    title: 'You are ready',
    intro: (organisation: string) =>
      `This tablet belongs to ${organisation} now and knows what the others know.`,
    kiosk: 'Open the kiosk',
    manage: 'Open the manager area',
    manageHint: 'Managers open it with the passcode they have on the other tablets.',
  },
} as const;

export const organisationLinkText = {
  title: (organisation: string) => `Gatehouse for ${organisation}`,
  intro: 'This device does not belong to a site yet.',
  phone: 'Looking for your Self Service account?',
  phoneSteps: [
    'Go to the tablet at the gate of your site, with the code you were given.',
    'Touch “Activate my account”.',
  ],
  tablet: 'Setting up a tablet for the site?',
  tabletText: 'You need a pairing code from a tablet that is set up.',
  join: 'Join an organisation',
} as const;

export const revokedText = {
  title: 'This tablet is no longer in use',
  intro: 'A manager has taken it out of the organisation. Please go to another tablet.',
  kept: 'What it recorded before counts. Nothing is recorded here any more.',
} as const;
