// The words of scanning: what the camera does, what a code was answered, and the ways round a camera that does not work.

import type { CameraTrouble } from '../platform/cameraTrouble';
import { type DeviceKind, deviceKind } from '../platform/deviceKind';

export const scanText = {
  title: 'Scan your QR code',
  intro: 'Hold the code in front of the camera, about a hand’s length away.',
  viewfinder: 'What the camera sees',
  asking: 'Asking for the camera …',
  askingHint: 'If the browser asks, touch “Allow”.',
  looking: 'Looking for a code …',
  checking: 'Checking …',
  found: 'Found',
  again: 'Try the camera again',
  otherCamera: 'Other camera',
  lightOn: 'Turn the light on',
  lightOff: 'Turn the light off',
  soundOn: 'Turn sound on',
  soundOff: 'Turn sound off',
  picture: 'Use a picture',
  readingPicture: 'Reading the picture …',
  type: 'Type the code',
} as const;

/** The word above the sentence, for those who read no sentences. */
export const answerWords = {
  notALoginCode: 'Another kind of code',
  codeOfOtherOrganisation: 'Another organisation',
  codeUsed: 'Used already',
  codeExpired: 'Expired',
  codeNotYetValid: 'Not valid yet',
  codeSuperseded: 'Replaced',
  codeEnded: 'No longer valid',
  codeRevoked: 'Called back',
  codeUnknownHere: 'Not known here yet',
  codeNotAccepted: 'Not accepted',
  voucherNotAccepted: 'Damaged',
  voucherFromRevokedTablet: 'No longer valid',
  waitBeforeNextTry: 'Please wait',
  tooManyTries: 'Closed',
  tabletStopped: 'Closed',
  noCodeInPicture: 'No QR code',
  notAPicture: 'No picture',
  unreadable: 'Damaged',
} as const;

const allowing: Readonly<Record<DeviceKind, string>> = {
  ios: 'To allow it: open Settings, then Apps, Safari (or your browser), Camera, and choose “Allow”.',
  android:
    'To allow it: touch the sign beside the address at the top, then Permissions, Camera, “Allow”. If there is no address: the tablet’s Settings, Apps, Gatehouse, Permissions, Camera.',
  other: 'To allow it: click the sign beside the address at the top, and allow the camera for this page.',
};

/** What helps, for whoever may do it; then there is still typing, and a picture. */
export const cameraHelp: Readonly<Record<CameraTrouble['type'], () => string>> = {
  cameraRefused: () => `${allowing[deviceKind()]} Then try again.`,
  noCamera: () => 'If a camera is plugged in, take it out, put it back, and try again.',
  cameraBusy: () => 'It may also be open in another tab of this browser.',
  cameraUnavailable: () => 'It often helps to restart the tablet.',
  cameraInsecure: () =>
    'Whoever looks after this tablet opens Gatehouse by its address that begins with https.',
};
