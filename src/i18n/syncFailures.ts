// One sentence for everything that can be in the way of the exchange with other tablets: what is wrong, and what helps.
// None of it loses anything, and where that is not plain, the sentence says so. Loaded with the screens that tell it.

import type { Failure, ScanFailure, SyncFailure } from '../app/failure';
import { showMoment, showNumber } from './format';
import { scanSentence } from './scanFailures';

type OwnType = Exclude<SyncFailure['type'], Failure['type']>;
type Sentences = {
  readonly [Type in OwnType]: (failure: Extract<SyncFailure, { type: Type }>) => string;
};

const MINUTE = 60_000;

const sentences: Sentences = {
  // On the way
  noNetwork: () => 'This tablet has no network.',
  unreachable: () =>
    'Nothing answers there. The address may be wrong, the server off, or the browser not allowed to ask it (CORS, content security policy).',
  timedOut: () => 'The server did not answer in time. It may be busy, or the network very slow.',
  stopped: () => 'This was stopped before it was done.',
  notCouch: () =>
    'Something answers there, but it is not CouchDB: a web page, or the sign-in page of the wireless network.',
  halfAnswer: () => 'The answer broke off in the middle. It is asked for again.',
  blockedByProxy: () =>
    'Something between this tablet and CouchDB refuses this request, such as a proxy with a list of what it lets through.',
  busy: () => 'The server cannot answer now. It is tried again, and nothing is lost.',
  unexpected: ({ status, reason }) =>
    `CouchDB gave an answer we do not know: ${status}${reason === undefined ? '' : `, ${reason}`}.`,

  // At the door
  signInRefused: () => 'CouchDB does not accept this user with this password.',
  lockedOut: ({ retryAfter }) => {
    const minutes = Math.ceil(retryAfter / MINUTE);
    return `There were too many wrong passwords. CouchDB listens to this user again in ${minutes === 1 ? 'a minute' : `${showNumber(minutes)} minutes`}.`;
  },
  cookieRefused: () =>
    'Signing in works, but is forgotten at once: the browser does not keep CouchDB’s cookie. Serve the app and CouchDB from one address.',
  noSuchDatabase: () => 'There is no database of this name. Check the name, or prepare it.',
  notAllowed: () => 'This user may not do this in this database. “Prepare this database” gives the right.',
  needsAdmin: () => 'These are not the name and the password of a CouchDB administrator.',
  otherSite: () => 'This database belongs to another site. Please choose another one.',

  // What is exchanged
  tooLarge: () => 'CouchDB does not take anything so large.',
  eventTooLarge: () =>
    'Something that was recorded is larger than CouchDB takes. It is kept here, and all else was sent. Whoever runs CouchDB must raise “max_document_size”.',
  acceptedByFew: () =>
    'Most servers of the cluster are down. What was recorded is kept here and sent again until they have it.',
  noRoom: () => 'This tablet is full. Please make room on it: until then it receives nothing new.',
  broken: () => 'Something broke in the exchange. Nothing is lost: reload the app, and it goes on.',

  // Preparing a database
  memberPasswordDiffers: () =>
    'This user is there already, with another password. Enter that one, or choose another user.',
  memberAsAdmin: () =>
    'This is the tablets’ own user. Enter the name of a CouchDB administrator: that must be another user.',
  memberIsAdmin: () =>
    'This user is a CouchDB administrator. A tablet must not hold such a password: choose another user.',
  databaseInUse: () => 'This database holds something that is not ours. Please choose another name.',
  serverNotSetUp: () => 'CouchDB’s own set-up is not finished: it has no “_users” database yet.',

  // What a person may do
  administratorOnly: () => 'Only an administrator can do this.',
  addressHasProblems: () => 'Some fields need another look.',
  keptInstead: () =>
    'Nothing answers there. The connection that is kept now stays, until you press “Save” once more.',
  syncIsOff: () => 'This tablet is on its own. Save a connection first.',
  revokedTabletGivesNothing: () =>
    'This tablet was revoked: it makes no backups, carries nothing and adds no tablets any more. Use another tablet.',
  thisTablet: () => 'A tablet cannot revoke itself. Please do it on another one.',

  // Joining
  notAPairingCode: () =>
    'This is not a pairing code. Please scan it again, or copy the whole link from the other tablet.',
  pairingPinNotAccepted: () =>
    'This PIN does not open the code. It has 8 letters and digits: please compare it with the other tablet. If it is the same, scan the whole code again, or copy the link once more.',
  pairingExpired: () =>
    'This pairing code is over, for it is good for 10 minutes. Please show a new one on the other tablet.',
  tabletNameMissing: () => 'Please give this tablet a name.',

  // Backups
  notABackup: () =>
    'This file is not a backup made by Gatehouse. Please choose the one that was made with “Make a backup”.',
  backupNewer: () =>
    'A newer version of the app made this backup. Please update the app on this tablet first.',
  backupPasswordNotAccepted: () =>
    'This password does not open this backup. Capitals count, and so do spaces. If you are sure of it, the file was damaged: copy it here once more.',
  backupCutOff: () =>
    'The end of this file is missing. Please copy it here once more; nothing of it has been taken in.',
  backupDamaged: () =>
    'This file was changed or damaged on its way. Please copy it here once more; nothing of it has been taken in.',
  backupUnreadable: () => 'The browser cannot read this file any more. Please choose it again.',
  backupOfOtherOrganisation: () =>
    'This backup belongs to another organisation. Nothing of it has been taken in.',
  // Carried from tablet to tablet
  noSisterTablets: () =>
    'This tablet has no others that could read it. Save a connection, or begin another tablet with a backup of this one.',
  nothingToCarry: () => 'There is nothing of this to carry now.',
  parcelFromRevokedTablet: () =>
    'This was made on a tablet that has been revoked. Nothing of it has been taken in.',
  notAParcel: () => 'This does not come from “Carry by QR” on another Gatehouse tablet.',
  parcelNewer: () => 'A newer version of the app made this. Please update the app on this tablet first.',
  parcelOfOtherOrganisation: () =>
    'This comes from a tablet of another organisation. Nothing of it has been taken in.',
  parcelDamaged: () =>
    'This was changed, damaged or cut off on its way. Please scan it again from the beginning, or copy the file once more; nothing of it has been taken in.',
  parcelFromFuture: ({ time, now }) =>
    `Some of this happened on ${showMoment(time)}, but this tablet’s clock says ${showMoment(now)}. Please set the clock right, then take it in again; nothing of it has been taken in.`,
  backupStopped: () => 'This was stopped before it was done. Doing it again does no harm.',
};

const isOwn = (type: string): type is OwnType => Object.hasOwn(sentences, type);

/** The sentence for a failure of any kind, also of those that the kiosk tells. */
export const anySentence = (failure: Failure | ScanFailure | SyncFailure): string =>
  isOwn(failure.type)
    ? (sentences[failure.type] as (failure: Failure | ScanFailure | SyncFailure) => string)(failure)
    : scanSentence(failure as Failure | ScanFailure);
