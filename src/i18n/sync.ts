// The words of the exchange with other tablets, for managers: the region that says how it stands, and its page.

import type { TabletListed } from '../app/sync/tablets';
import type { AsideReason } from '../store/db';
import type { CouchAddressRefusal } from '../sync/couchAddress';
import type { SyncTrouble } from '../sync/syncState';
import { showMoment, showNumber, showWait } from './format';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const count = (amount: number, one: string, many: string): string =>
  amount === 1 ? `1 ${one}` : `${showNumber(amount)} ${many}`;

/** `12 minutes`; `ms` is how long. */
function showSpan(ms: number): string {
  if (ms < HOUR) return count(Math.round(ms / MINUTE), 'minute', 'minutes');
  if (ms < 2 * DAY) return count(Math.round(ms / HOUR), 'hour', 'hours');
  return count(Math.round(ms / DAY), 'day', 'days');
}

const span = (from: number, to: number): string =>
  from === to ? `part ${showNumber(from)}` : `parts ${showNumber(from)} to ${showNumber(to)}`;

/** `9:41` until `time`; both in ms since 1970. */
export function showCountdown(time: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((time - now) / SECOND));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How long ago `time` was; both in ms since 1970. */
export const showAge = (time: number, now: number): string =>
  now - time < MINUTE ? 'just now' : `${showSpan(now - time)} ago`;

/** A trouble in two or three words, for where there is room for no more. */
export const troubleWord: Readonly<Record<SyncTrouble['type'], string>> = {
  noNetwork: 'Offline',
  unreachable: 'Server not reached',
  timedOut: 'Server does not answer',
  stopped: 'Stopped',
  notCouch: 'Something else answers',
  halfAnswer: 'Answer broke off',
  blockedByProxy: 'Blocked on the way',
  signInRefused: 'Password not accepted',
  lockedOut: 'Locked out for a while',
  cookieRefused: 'Sign-in not kept',
  noSuchDatabase: 'Database not found',
  notAllowed: 'No right to do this',
  needsAdmin: 'Administrator needed',
  tooLarge: 'Too large to send',
  busy: 'Server is busy',
  otherSite: 'Database of another site',
  unexpected: 'Unknown answer',
  noRoom: 'No room left',
  eventTooLarge: 'Too large to send',
  tabletRevoked: 'This tablet is revoked',
  acceptedByFew: 'Most servers are down',
  broken: 'Needs a reload',
};

export const syncText = {
  title: 'Sync',
  intro:
    'Tablets of one site exchange what happened through a CouchDB that your company runs. It can read none of it.',

  region: {
    label: 'Sync',
    alone: 'On its own',
    exchanged: 'Up to date',
    working: 'Exchanging',
    howFar: (done: number, of: number) => `${showNumber(done)} of ${showNumber(of)}`,
    received: (age: string) => `received ${age}`,
    waiting: (events: number) => `${showNumber(events)} waiting`,
  },

  state: {
    title: 'How it stands',
    aloneTitle: 'This tablet is on its own',
    alone: 'It works without the others. To share its list with them, save a connection below.',
    exchangedTitle: 'Up to date',
    exchanged: 'All of it is sent, and the server is listened to for what is new.',
    workingTitle: 'Exchanging',
    working: 'It goes on by itself, whatever you do here.',
    receiving: 'Receiving',
    sending: 'Sending',
    parts: (done: number, of: number) => `${showNumber(done)} of ${count(of, 'part', 'parts')}`,
    events: (done: number, of: number) => `${showNumber(done)} of ${count(of, 'event', 'events')}`,
    again: (until: number, now: number) => `Tried again in ${showWait(until, now)}.`,
    againNow: 'Tried again now.',
    now: 'Sync now',
    nowBusy: 'Asking',
    sent: 'Sent',
    allSent: 'Everything',
    allSentAt: (age: string) => `Everything, the last of it ${age}`,
    notSent: (events: number) =>
      events === 1 ? '1 event waits to be sent' : `${showNumber(events)} events wait to be sent`,
    received: 'Received',
    receivedAt: (time: number, age: string) => `${showMoment(time)}, ${age}`,
    neverReceived: 'Nothing yet',
    gaps: 'Missing in between',
    noGaps: 'Nothing',
    gap: (tablet: string, from: number, to: number) => `${tablet}: ${span(from, to)}`,
    gapsText: 'Later parts are here, so these exist. They are taken in as soon as they arrive.',
    clock: 'Clock',
    clockUnknown: 'The server has not told its time yet',
    clockRight: 'Agrees with the server',
    clockOff: (ms: number) =>
      ms > 0 ? `${showSpan(ms)} behind the server` : `${showSpan(-ms)} ahead of the server`,
    clockWarning: 'This tablet’s clock is wrong',
    clockWarningText:
      'Set its date and time right: other tablets put aside for a while what comes from the future.',
    ahead: 'This tablet has recorded things ahead of time',
    aheadUntil: (until: number) =>
      `Its clock once was ahead. What is recorded here is sent, and other tablets take it in from ${showMoment(until)} on.`,
    room: 'Room left',
    kept: 'Kept by the browser',
    keptWord: { kept: 'Promised', 'not promised': 'Not promised', unknown: 'It does not say' },
    moreInSettings: 'More about the data on this tablet',
    aside: 'Set aside',
    asideText: 'These parts came, but were not taken in. They are kept, and everything after them goes on.',
    asideReason: {
      'does not open': 'Does not open with this site’s key: damaged, or not from one of our tablets',
      'newer format': 'From a newer version of the app: update this tablet',
      'events of another tablet': 'Says that it comes from another tablet than it does',
      'more than one leaf': 'Was changed on the server after it was sent',
      'revoked tablet': 'From a revoked tablet',
      'from the future': 'From a tablet whose clock is ahead',
      'cannot be folded': 'Makes no sense together with the rest',
    } satisfies Record<AsideReason, string>,
    asideAt: (at: number) => `Came ${showMoment(at)}.`,
    asideUntil: (until: number) => `Tried again ${showMoment(until)}.`,
  },

  connection: {
    title: 'Connection',
    intro: 'Where your CouchDB is, and the user that the tablets of this site sign in as.',
    onlyAdministrators: 'Only an administrator can change this.',
    none: 'There is no connection yet.',
    url: 'Address',
    urlHint: '“/couch” when the app and CouchDB share one address, else such as https://couch.example.com.',
    urlDefault: '/couch',
    database: 'Database',
    databaseHint: 'One for each site. Small letters and digits.',
    user: 'User',
    userHint: 'Not a CouchDB administrator: every tablet knows this password.',
    password: 'Password',
    passwordKept: 'Leave it empty to keep the one this tablet has.',
    test: 'Test',
    testing: 'Testing',
    save: 'Save',
    saving: 'Saving',
    prepare: 'Prepare this database',
    saved: 'Saved. From now on this tablet exchanges with the others.',
    prepared: 'The database is ready',
    saveNext: 'Press “Save” to begin.',
    foundTitle: 'This is what the test found',
    refusedTitle: 'This does not work yet',
    problems: 'Some fields need another look',
  },

  found: {
    reached: 'CouchDB answers at this address.',
    signedIn: 'The user is let in, and stays signed in.',
    readable: 'The database is there and can be read.',
    proven: 'It can be written to.',
    likely: 'It can probably be written to. Only saving proves it.',
    isAdmin:
      'This user is a CouchDB administrator. A tablet should not know such a password: use a user who can do nothing but this.',
    nobody: 'It is nobody’s yet. Saving makes it this site’s.',
    thisSite: 'It is this site’s.',
    someone: 'A site uses it already. Saving finds out whether it is this one.',
    clockRight: 'The clocks agree.',
    clockUnknown: 'The server does not tell its time, so the clocks cannot be compared.',
    clockOff: (ms: number) =>
      `This tablet’s clock is ${showSpan(Math.abs(ms))} ${ms > 0 ? 'behind' : 'ahead'}. Please set it right.`,
  },

  prepare: {
    title: 'Prepare this database',
    text: 'This makes the database, its user and the rule that nothing in it can be changed or deleted. What is there already stays as it is.',
    forgotten:
      'It needs the name and the password of a CouchDB administrator. They are used once, now, and kept nowhere.',
    name: 'Admin name',
    password: 'Admin password',
    go: 'Prepare',
    busy: 'Preparing',
    database: { made: 'The database was made.', there: 'The database was there already.' },
    member: {
      made: 'The user was made, with the password you entered.',
      there: 'The user was there already, with this password.',
    },
    guarded: 'Nothing in it can be changed or deleted.',
    forgot: 'The administrator’s password is forgotten.',
  },

  tablets: {
    title: 'Tablets',
    intro: 'Every tablet of this organisation that this one has heard of.',
    alone: 'Save a connection first. Then you can add other tablets here.',
    list: 'Tablets',
    this: 'This tablet',
    site: 'Site',
    lastSeen: 'Last event',
    seenAt: (time: number, age: string) => `${showMoment(time)}, ${age}`,
    neverSeen: 'Nothing heard yet',
    waiting: 'Not sent yet',
    waitingHere: (events: number) => (events === 0 ? 'Nothing' : count(events, 'event', 'events')),
    waitingThere: 'Only that tablet knows',
    missing: 'Missing here',
    parts: (gaps: readonly { readonly from: number; readonly to: number }[]) =>
      gaps.map(({ from, to }) => span(from, to)).join(', '),
    revoked: (at: number) => `Revoked ${showMoment(at)}`,
    add: 'Add a tablet',
    addNeedsAdmin: 'Only an administrator can add a tablet.',
    revoke: 'Revoke',
    revokeOne: (name: string) => `Revoke ${name}`,
  },

  pairing: {
    title: 'Add a tablet',
    text: 'The pairing code holds the key to everything the tablets exchange. Show it only to the tablet that is to join.',
    passcodeHint: 'Yours, once more.',
    go: 'Show the pairing code',
    busy: 'Making it',
    code: 'Pairing code',
    link: 'Pairing link',
    copyLink: 'Copy link',
    ways: 'Ways to hand it over',
    copied: 'The link is copied. Closing this wipes it, where the browser allows.',
    pin: 'Pairing PIN',
    pinCaption: 'And this PIN, typed by hand',
    left: 'Good for',
    steps: [
      'Open Gatehouse on the new tablet and press “Join an organisation”.',
      'Scan this code there, or paste the link.',
      'Type the PIN. Do not send it the way you send the link.',
    ],
    done: 'Done',
    over: 'The pairing code is over. You can show a new one.',
  },

  revoke: {
    title: (name: string) => `Revoke ${name}?`,
    does: [
      'What this tablet records from now on does not count here or on any other tablet.',
      'Its kiosk closes as soon as it hears of this.',
    ],
    stays: 'What stays as it is',
    stayed: [
      'What it recorded and sent before counts.',
      'What is on it can still be read there, by whoever unlocks it.',
      'It knows the password of the CouchDB user and this site’s key. Change that password in CouchDB, and then here on every tablet. The key cannot be changed yet.',
    ],
    final: 'This cannot be taken back. The tablet can only join anew, after its data has been cleared.',
    go: 'Revoke',
    busy: 'Revoking',
  },

  organisation: {
    title: 'Organisation code',
    intro:
      'It opens the app for this organisation and holds no secret: it never changes, and may hang on a wall.',
    show: 'Show organisation code',
    dialog: 'Organisation code',
    code: 'Organisation code',
    link: 'Organisation link',
    copyLink: 'Copy link',
    copyPicture: 'Copy QR image',
    savePicture: 'Save QR image',
    poster: 'Print poster',
    fileName: (companyCode: string) => `gatehouse-${companyCode.toLowerCase()}.png`,
    ways: 'Ways to take it along',
    copied: { link: 'The link is copied.', picture: 'The QR image is copied.' },
    saved: 'The QR image is saved.',
    companyCode: 'Company code',
    text: 'Whoever opens it on a phone is told to go to the tablet at the gate. On a new tablet it leads to joining, for which a pairing code is needed.',
    done: 'Done',
  },
} as const;

type Field = keyof CouchAddressRefusal;
const fieldSentences: {
  readonly [F in Field]-?: Readonly<Record<NonNullable<CouchAddressRefusal[F]>, string>>;
} = {
  url: {
    missing: 'Please enter the address.',
    unreadable: 'This is not an address. Use /couch, or one that begins with https://.',
    notSecure: 'The address must begin with https://, or the password could be read on the way.',
    holdsPassword: 'Please take user and password out of the address: they have fields of their own.',
  },
  database: {
    missing: 'Please enter the name of the database.',
    badName: 'It begins with a small letter; then small letters, digits and _ $ ( ) + - may follow.',
  },
  user: {
    missing: 'Please enter the user.',
    badName: 'This cannot be a user’s name: it begins with _ or holds a colon.',
  },
  password: { missing: 'Please enter the password.' },
};

/** What is wrong with one field of the connection, if anything is. */
export function connectionProblem(problems: CouchAddressRefusal, field: Field): string | undefined {
  const problem = problems[field];
  return problem && (fieldSentences[field] as Readonly<Record<string, string>>)[problem];
}

/** What a tablet is called; one that has not introduced itself, by its id. */
export const tabletName = (tablets: readonly TabletListed[], device: string): string =>
  tablets.find((tablet) => tablet.device === device)?.name ?? device;
