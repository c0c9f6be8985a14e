// One request to CouchDB, with all that must be said and kept to each time, and its answer or a named trouble.

import { err, ok, type Result } from '../kernel/result';
import { type CouchAnswer, readJson, readText, refusalByStatus } from './couchAnswer';
import type { CouchTrouble } from './couchTrouble';
import { startPatience } from './patience';
import { readServerClock } from './serverClock';

export interface CouchDeps {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Ms since 1970, as the tablet believes. */
  readonly now: () => number;
  /** `navigator.onLine`, for naming a trouble; nothing is held back because of it. */
  readonly isOnline?: () => boolean;
}

export interface CouchRequest {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly url: string;
  readonly body?: unknown;
  /** `include` sends and keeps the session cookie; `omit` neither. */
  readonly credentials: 'include' | 'omit';
  /** Only for `omit`: a cookie would go before it. */
  readonly authorization?: string;
  /** Ms without a sign of life; 30 s unless told. */
  readonly silence?: number;
  readonly signal?: AbortSignal | undefined;
}

const SILENCE_MS = 30_000;
const WHOLE_MS = 5 * 60_000;
/** An upload makes no sign of life; 16 kB/s is a poor mobile network. */
const UPLOAD_BYTES_PER_MS = 16;

export async function ask(
  { fetch, now, isOnline }: CouchDeps,
  request: CouchRequest,
): Promise<Result<CouchAnswer, CouchTrouble>> {
  if (request.signal?.aborted) return err({ type: 'stopped' });
  const body = request.body === undefined ? undefined : JSON.stringify(request.body);
  const upload = (body?.length ?? 0) / UPLOAD_BYTES_PER_MS;
  const patience = startPatience({
    silence: (request.silence ?? SILENCE_MS) + upload,
    whole: WHOLE_MS + upload,
    signal: request.signal,
  });
  const orVerdict = (trouble: CouchTrouble): CouchTrouble => {
    const type = patience.verdict();
    return type ? { type } : trouble;
  };
  try {
    const asked = now();
    // Called bare: browsers refuse a `fetch` that is called as somebody's method.
    const response = await patience
      .orGiveUp(fetch(request.url, { ...initOf(request), body: body ?? null, signal: patience.signal }))
      .catch(() => undefined);
    if (!response) {
      return err(orVerdict({ type: isOnline?.() === false ? 'noNetwork' : 'unreachable' }));
    }
    const clock = readServerClock(response.headers.get('date'), asked, now());
    patience.heard();
    // Told by the status alone: the body may come from a proxy, or be cut off because ours was too large.
    const refusal = refusalByStatus(response, now() + (clock?.offset ?? 0));
    if (refusal) return err(refusal);
    const text = await patience.orGiveUp(readText(response, patience.heard)).catch(() => undefined);
    if (text === undefined) return err(orVerdict({ type: 'halfAnswer' }));
    const json = readJson(response, text);
    return json.ok ? ok({ status: response.status, body: json.value, clock }) : json;
  } finally {
    patience.end();
  }
}

const initOf = ({ method, body, credentials, authorization }: CouchRequest): RequestInit => ({
  method,
  credentials,
  cache: 'no-store',
  // Followed blindly, a redirect would carry a password to wherever it points.
  redirect: 'manual',
  headers: {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(authorization === undefined ? {} : { authorization }),
  },
});
