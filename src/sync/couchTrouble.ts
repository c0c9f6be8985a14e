// What can go wrong between this tablet and CouchDB, each thing under its own name, so that a person can be told what
// to do. None of them loses anything: what was not stored stays on the tablet.

export type CouchTrouble =
  /** No answer, and the browser says that the tablet is offline. */
  | { readonly type: 'noNetwork' }
  /** No answer: a wrong address, a server that is off, or a browser that may not ask it (CORS, content security policy). */
  | { readonly type: 'unreachable' }
  /** Nothing was heard for too long. */
  | { readonly type: 'timedOut' }
  /** The one who asked did not want the answer any more. */
  | { readonly type: 'stopped' }
  /** Something answers, but not CouchDB: a web page, a log-in page of the wireless network, another program. */
  | { readonly type: 'notCouch' }
  /** The answer broke off in the middle. */
  | { readonly type: 'halfAnswer' }
  /** Something in front of CouchDB refuses the request. */
  | { readonly type: 'blockedByProxy' }
  /** User or password is wrong. */
  | { readonly type: 'signInRefused' }
  /** Too many wrong passwords: CouchDB listens to nobody of this name for a while. `retryAfter` in ms. */
  | { readonly type: 'lockedOut'; readonly retryAfter: number }
  /** Signed in, but the next request is nobody: the browser drops the cookie, or the cluster's nodes do not share their secret. */
  | { readonly type: 'cookieRefused' }
  | { readonly type: 'noSuchDatabase' }
  /** Signed in, but this user may not do this here. */
  | { readonly type: 'notAllowed' }
  /** These credentials are right, but not those of a server admin. */
  | { readonly type: 'needsAdmin' }
  /** The document is larger than the server takes. */
  | { readonly type: 'tooLarge' }
  /** The server cannot now. `retryAfter` in ms, if it said. */
  | { readonly type: 'busy'; readonly retryAfter?: number }
  /** The database belongs to another site: its `site` document was not made under this site's key. */
  | { readonly type: 'otherSite' }
  /** CouchDB answers something nobody here expects; `reason` in its own words. */
  | { readonly type: 'unexpected'; readonly status: number; readonly reason?: string };

/** How long CouchDB 3.5 remembers wrong passwords (`[chttpd_auth_lockout] max_lifetime`), and a little. */
export const LOCKOUT_MS = 5 * 60_000 + 10_000;

const PASSES: Readonly<Record<CouchTrouble['type'], boolean>> = {
  noNetwork: true,
  unreachable: true,
  timedOut: true,
  // A set-up that once worked meets these when a log-in page or a maintenance page stands in between.
  notCouch: true,
  halfAnswer: true,
  busy: true,
  // The password was not looked at. It is worth one more try when the lock has run out, not sooner.
  lockedOut: true,
  stopped: false,
  blockedByProxy: false,
  signInRefused: false,
  cookieRefused: false,
  noSuchDatabase: false,
  notAllowed: false,
  needsAdmin: false,
  // The same bytes will be too many the next time too: halve them.
  tooLarge: false,
  otherSite: false,
  unexpected: false,
};

/**
 * Whether trying again later, with growing pauses, can help without anybody doing anything. All others wait for a person
 * (or, with `tooLarge`, for a smaller document).
 */
export const isPassing = (trouble: CouchTrouble): boolean => PASSES[trouble.type];
