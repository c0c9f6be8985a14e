// What came back from CouchDB's address, read at the door: JSON from CouchDB, or a named trouble.

import { err, ok, type Result } from '../kernel/result';
import type { CouchTrouble } from './couchTrouble';
import type { ServerClock } from './serverClock';

export interface CouchAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly clock: ServerClock | undefined;
}

const LONGEST_RETRY_AFTER_MS = 60 * 60_000;

/** What the status alone tells; `now` is the server's time, in ms. */
export function refusalByStatus({ status, type, headers }: Response, now: number): CouchTrouble | undefined {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return { type: 'notCouch' };
  if (status === 413) return { type: 'tooLarge' };
  if (status !== 408 && status !== 429 && status < 500) return undefined;
  const retryAfter = readRetryAfter(headers.get('retry-after'), now);
  return retryAfter === undefined ? { type: 'busy' } : { type: 'busy', retryAfter };
}

/** Seconds, or a date; never more than an hour, whatever is asked. */
function readRetryAfter(header: string | null, now: number): number | undefined {
  const value = header?.trim() ?? '';
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS);
}

export async function readText({ body }: Response, heard: () => void): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    heard();
    text += decoder.decode(value, { stream: true });
  }
}

/** The JSON object that CouchDB answers with, its errors too; a trouble if it is cut off or not CouchDB's. */
export function readJson(
  { status, headers }: Response,
  text: string,
): Result<Readonly<Record<string, unknown>>, CouchTrouble> {
  const saysJson = headers.get('content-type')?.includes('json') ?? false;
  if (text.trim() === '' && saysJson) return err({ type: 'halfAnswer' });
  const json = parseObject(text);
  if (json === undefined && text.trimStart().startsWith('{')) return err({ type: 'halfAnswer' });
  if (json && (status < 400 || typeof json.error === 'string')) return ok(json);
  return err({ type: [401, 403, 405, 407].includes(status) ? 'blockedByProxy' : 'notCouch' });
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What CouchDB's own answer means, when it is none that was hoped for. */
export function troubleOf({ status, body }: CouchAnswer): CouchTrouble {
  if (status < 400) return { type: 'notCouch' };
  if (status === 401) return { type: 'signInRefused' };
  if (status === 403) return { type: 'notAllowed' };
  if (status === 404) return { type: 'noSuchDatabase' };
  const { reason } = body;
  return typeof reason === 'string' ? { type: 'unexpected', status, reason } : { type: 'unexpected', status };
}
