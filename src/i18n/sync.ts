// The words of the exchange with other tablets, for managers: how it stands, in the region on every screen and on its page.

import type { AsideReason } from '../store/db';
import type { SyncTrouble } from '../sync/syncState';
import { showMoment, showNumber, showShare, showWait } from './format';
import { count, showParts, showSpan } from './spans';

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

/** Their own sentences do not say that nothing is lost. */
const silences: ReadonlySet<SyncTrouble['type']> = new Set([
  'noNetwork',
  'unreachable',
  'timedOut',
  'notCouch',
  'halfAnswer',
  'lockedOut',
]);
/** Whether it is to be told besides that everything works on. */
export const worksOn = ({ type }: SyncTrouble): boolean => silences.has(type);

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
    takingIn: 'Taking in',
    sending: 'Sending',
    parts: (done: number, of: number) => `${showNumber(done)} of ${count(of, 'part', 'parts')}`,
    events: (done: number, of: number) => `${showNumber(done)} of ${count(of, 'event', 'events')}`,
    share: showShare,
    worksOn: 'Everything works on. What is recorded here is kept, and sent later by itself.',
    again: (until: number, now: number) => `Next try in ${showWait(until, now)}.`,
    againNow: 'Trying again now.',
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
    gap: (tablet: string, from: number, to: number) => `${tablet}: ${showParts(from, to)}`,
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
    asideUntil: (until: number) => `Next try ${showMoment(until)}.`,
  },
} as const;
