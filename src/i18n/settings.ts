// What the settings say: this tablet, its storage, the app's version, the rules in force, one's own passcode.

import type { App } from '../app/app';
import { showNumber } from './format';

type Persistence = Awaited<ReturnType<App['storage']['persistence']>>;

const GIGABYTE = 1e9;
const MEGABYTE = 1e6;
const size = (bytes: number): string =>
  bytes >= GIGABYTE
    ? `${showNumber(Math.round(bytes / GIGABYTE))} GB`
    : `${showNumber(Math.ceil(bytes / MEGABYTE))} MB`;

export const settingsText = {
  title: 'Settings',
  tablet: 'This tablet',
  organisation: 'Organisation',
  companyCode: 'Company code',
  site: 'Site',
  name: 'Name of the tablet',
  device: 'Tablet ID',
  cues: 'A sound and a vibration when a code is scanned',
  cuesHint: 'On this tablet only. Whoever scans can change it too.',
  notKnown: '–',

  storage: 'Data on this tablet',
  storageIntro: 'Everything is kept on the tablet itself and works without a network.',
  kept: {
    kept: { title: 'The browser keeps our data', text: 'It does not clear it when room gets short.' },
    'not promised': {
      title: 'The browser does not promise to keep our data',
      text: 'It may clear it when the tablet runs out of room. Installing the app on the home screen usually helps; then ask again.',
    },
    unknown: {
      title: 'The browser does not say whether it keeps our data',
      text: 'Keep plenty of room free on this tablet.',
    },
  } satisfies Record<Persistence, { title: string; text: string }>,
  ask: 'Ask the browser again',
  asking: 'Asking',
  used: 'Used by Gatehouse',
  free: 'Room left',
  roomUnknown: 'the browser does not say',
  size,

  version: 'Version of the app',
  versionText: 'A new version is taken when you say so, or when nobody is at the kiosk.',
  versionReady: 'A new version is ready.',
  apply: 'Update now',
  check: 'Look for a new version',
  checking: 'Looking',
  upToDate: 'There is no newer version that this tablet knows of.',

  rules: 'Passwords and codes',
  rulesIntro: 'These rules are the same on every tablet. Where they are weaker than a standard, it says so.',
  rulePasswords: 'Passwords of employees',
  rulePasswordsText:
    'At least 8 characters, at most 128; fewer, such as 6, cannot be allowed. Nothing that many people use, no rows such as 12345678, not mostly their own name or ID, the company or the site. No forced changes, no rules about capitals or signs.',
  rulePasswordsDiffers:
    'NIST SP 800-63B asks for 15 where a password stands alone. Here it counts together with a tablet that stands at the site.',
  rulePasscodes: 'Passcodes of managers',
  rulePasscodesText:
    'At least 8 characters; 15 or more are recommended. The same list of what is too easy to guess.',
  ruleCodes: 'Login codes on screen',
  ruleCodesText: 'Good for 24 hours and for one use. A new code ends the one before.',
  ruleCodesDiffers:
    'NIST SP 800-63B wants 10 minutes where one device hands over to another. People on a shift need the day.',
  ruleTries: 'Wrong tries',
  ruleTriesText:
    'Five are free, then one waits: 30 seconds, 1, 2, 4 minutes and so on up to an hour. After 30 the account is closed until a manager creates a new code.',
  ruleSessions: 'Signed in',
  ruleSessionsText:
    'Employees for 1 minute without a touch, 15 minutes in all. Managers for 5 minutes without a touch, 8 hours in all.',
  ruleStorage: 'What lies on this tablet',
  ruleStorageText: 'The list of employees and what was done; passwords and codes only as hashes.',
  ruleStorageDiffers:
    'OWASP ASVS wants no such data in a browser. A kiosk without a network has to keep its list.',
  differs: 'Differs:',

  passcode: 'My passcode',
  passcodeIntro: 'It opens the manager area and stands for you in the activity.',
  change: 'Change my passcode',
  current: 'Current passcode',
  next: 'New passcode',
  nextHint: 'At least 8 characters; 15 or more are better, such as four words.',
  repeat: 'Repeat new passcode',
  save: 'Change passcode',
  saving: 'Changing',
  cancel: 'Cancel',
  changed: 'Your passcode is changed.',
} as const;
