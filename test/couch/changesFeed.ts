// `_changes`: what happened since, at once, or (longpoll) as soon as something does.

import { answer, CouchRefusal, type Json } from './answer.ts';
import type { Change, Database } from './database.ts';
import { inOrder, revOf, showDocument, winnerOf } from './revisions.ts';

/** The time of the stand-in, so that tests can move it. */
export interface StandInClock {
  /** In ms since 1970. */
  now(): number;
  /** Runs something after some ms, unless the returned function is called before. */
  later(ms: number, run: () => void): () => void;
}

/** CouchDB's `[chttpd] changes_timeout`, in ms: no longpoll waits longer, unless it has a heartbeat. */
const LONGEST_WAIT = 60_000;

export function answerChanges(request: Request, database: Database, clock: StandInClock): Response {
  const query = new URL(request.url).searchParams;
  const limit = Math.max(1, readNumber(query, 'limit', Number.POSITIVE_INFINITY));
  const since = query.get('since') ?? '0';
  const look = (from: string) => {
    const { rows, lastSeq, pending } = database.changes(from, limit);
    return { results: rows.map((row) => showChange(row, query)), last_seq: lastSeq, pending };
  };
  const first = look(since);
  const waits = query.get('feed') === 'longpoll' && first.results.length === 0;
  // From here on it counts what comes, also for `since=now`.
  return waits ? longpoll(request, database, clock, query, () => look(first.last_seq)) : answer(200, first);
}

function readNumber(query: URLSearchParams, name: string, otherwise: number): number {
  const told = query.get(name);
  if (told === null) return otherwise;
  if (!/^\d+$/.test(told))
    throw new CouchRefusal(400, 'query_parse_error', `Invalid value for ${name}: ${told}`);
  return Number(told);
}

function showChange({ seq, leaves }: Change, query: URLSearchParams): Json {
  const winner = winnerOf(leaves);
  const shown = query.get('style') === 'all_docs' ? inOrder(leaves) : [winner];
  return {
    seq,
    id: winner.id,
    changes: shown.map((leaf) => ({ rev: revOf(leaf) })),
    ...(winner.deleted && { deleted: true }),
    ...(query.get('include_docs') === 'true' && { doc: showDocument(winner) }),
  };
}

type Looked = { results: readonly Json[]; last_seq: string; pending: number };

/** The head of the answer goes out at once, the rest when something happens or the time is up. */
function longpoll(
  request: Request,
  database: Database,
  clock: StandInClock,
  query: URLSearchParams,
  look: () => Looked,
): Response {
  const encoder = new TextEncoder();
  const beats = query.get('heartbeat') === 'true' ? LONGEST_WAIT : readNumber(query, 'heartbeat', 0);
  const heartbeat = Math.min(LONGEST_WAIT, beats);
  const timeout = Math.min(LONGEST_WAIT, readNumber(query, 'timeout', LONGEST_WAIT));
  let release = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      const say = (text: string) => stream.enqueue(encoder.encode(text));
      const finish = () => {
        release();
        const { results, last_seq, pending } = look();
        say(`${results.map((row) => JSON.stringify(row)).join(',\n')}\n],\n`);
        say(`"last_seq":${JSON.stringify(last_seq)},"pending":${pending}}\n`);
        stream.close();
      };
      const abort = () => {
        release();
        stream.error(request.signal.reason);
      };
      const beat = () => {
        say('\n');
        stopClock = clock.later(heartbeat, beat);
      };
      let stopClock = heartbeat > 0 ? clock.later(heartbeat, beat) : clock.later(timeout, finish);
      const unwatch = database.watch(finish);
      request.signal.addEventListener('abort', abort);
      release = () => {
        stopClock();
        unwatch();
        request.signal.removeEventListener('abort', abort);
      };
      say('{"results":[\n');
      if (request.signal.aborted) abort();
    },
    cancel: () => release(),
  });
  return new Response(body, { headers: { 'Content-Type': 'application/json' } });
}
