// How the exchange stands, and what follows from what happened. There are two lanes, pushing and pulling; each is by
// itself, so that a full disk does not keep what was recorded here from being sent.

import { type CouchTrouble, isPassing } from './couchTrouble';

export type SyncTrouble =
  | CouchTrouble
  /** The tablet's own disk is full. */
  | { readonly type: 'noRoom' }
  /** One event alone is larger than the server takes. */
  | { readonly type: 'eventTooLarge' }
  /** Another tablet's manager has ended this one's part in the organisation. */
  | { readonly type: 'tabletRevoked' }
  /** Only some of the cluster's nodes have it: it is kept, and sent again. */
  | { readonly type: 'acceptedByFew' }
  /** A bug; nothing is lost, and a reload begins anew. */
  | { readonly type: 'broken' };

export type Lane =
  /** Pushing: nothing is left to send. Pulling: all is here, and the server is listened to. */
  | { readonly status: 'settled' }
  | { readonly status: 'moving'; readonly done: number; readonly of?: number }
  /** Pulling: what has been received is being taken in. */
  | { readonly status: 'takingIn'; readonly done: number; readonly of: number }
  /** It will be tried again at `until` (ms since 1970), or as soon as something changes. */
  | {
      readonly status: 'pausing';
      readonly trouble: SyncTrouble;
      readonly until: number;
    }
  /** Only a person can help. */
  | { readonly status: 'stopped'; readonly trouble: SyncTrouble };

export interface SyncState {
  readonly push: Lane;
  readonly pull: Lane;
  /** When everything was last received, and when something was last sent, in ms since 1970. */
  readonly pulledAt?: number | undefined;
  readonly pushedAt?: number | undefined;
  /** Events recorded here that the server does not have. */
  readonly waiting?: number;
}

export const startOfSync: SyncState = {
  push: { status: 'moving', done: 0 },
  pull: { status: 'moving', done: 0 },
};

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 5 * 60_000;
/** A cluster that has lost most of its nodes does not get them back within a second. */
const MINORITY_PAUSE = 15_000;

/** After how many ms to try again; `attempts` failed in a row, `chance` is from 0 to 1: tablets must not come all at once. */
export function pauseAfter(trouble: SyncTrouble, attempts: number, chance: number): number {
  const grown = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, attempts - 1));
  const asked = 'retryAfter' in trouble ? (trouble.retryAfter ?? 0) : 0;
  const least = trouble.type === 'acceptedByFew' ? MINORITY_PAUSE : 0;
  return Math.max(jittered(grown, chance), asked, least);
}

const jittered = (pause: number, chance: number): number => pause * (0.5 + chance / 2);

function needsPerson(trouble: SyncTrouble): boolean {
  switch (trouble.type) {
    case 'eventTooLarge':
    case 'tabletRevoked':
    case 'broken':
      return true;
    case 'noRoom':
    case 'acceptedByFew':
      return false;
    default:
      return !isPassing(trouble);
  }
}

/**
 * [Y12] After how many ms to look again at what a person has to mend: somebody may have mended it elsewhere, and nobody
 * touches this tablet. Nothing for a wrong password: CouchDB would shut its door for all tablets.
 */
export function lookAgainAfter({ type }: SyncTrouble, chance: number): number | undefined {
  switch (type) {
    case 'blockedByProxy':
    case 'cookieRefused':
    case 'noSuchDatabase':
    case 'notAllowed':
    case 'otherSite':
    case 'unexpected':
      return jittered(LONGEST_PAUSE, chance);
    default:
      return undefined;
  }
}

/** The lane after a trouble. */
export const laneAfter = (trouble: SyncTrouble, attempts: number, now: number, chance: number): Lane =>
  needsPerson(trouble)
    ? { status: 'stopped', trouble }
    : { status: 'pausing', trouble, until: now + pauseAfter(trouble, attempts, chance) };

/** What is wrong, if anything is; a lane that is stopped says more than one that pauses. */
export function troubleOf({ push, pull }: SyncState): SyncTrouble | undefined {
  const lanes = [pull, push];
  const lane =
    lanes.find(({ status }) => status === 'stopped') ?? lanes.find(({ status }) => status === 'pausing');
  return lane && 'trouble' in lane ? lane.trouble : undefined;
}
