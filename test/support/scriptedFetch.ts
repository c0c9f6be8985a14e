// A `fetch` with a script: for each request the answers that are given in turn, the last one for ever. Without a line in
// the script a request is refused like a server that is off.

export interface Heard {
  readonly line: string;
  readonly query: string;
  readonly body: unknown;
  readonly init: RequestInit;
}
export type Answer = (init: RequestInit) => Response | Promise<Response>;

/** Lines are a method and a path: `GET /couch/_session`. */
export function scriptedFetch(script: Readonly<Record<string, Answer | readonly Answer[]>>) {
  const heard: Heard[] = [];
  const timesByLine = new Map<string, number>();
  // Browsers throw "Illegal invocation" when `fetch` is called as a method of anything but the window.
  async function fetch(this: unknown, url: string, init: RequestInit): Promise<Response> {
    if (this !== undefined) throw new Error('Illegal invocation');
    const [path = '', query = ''] = url.split('?');
    const line = `${init.method} ${path}`;
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    heard.push({ line, query, body, init });
    const answers = [script[line] ?? offline].flat();
    const times = timesByLine.get(line) ?? 0;
    timesByLine.set(line, times + 1);
    return (answers[Math.min(times, answers.length - 1)] ?? offline)(init);
  }
  return { fetch, heard, lines: () => heard.map(({ line }) => line) };
}

export const json =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer =>
  () =>
    Response.json(body, { status, headers });

export const text =
  (status: number, body: string, type = 'text/html'): Answer =>
  () =>
    new Response(body, { status, headers: { 'content-type': type } });

export const offline: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** Never answers; obeys the signal like a browser. */
export const silent: Answer = ({ signal }) =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

/** A body given piece by piece, by hand. */
export function dripping(status = 200) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (made) => {
      controller = made;
    },
  });
  return {
    answer: (() =>
      new Response(body, { status, headers: { 'content-type': 'application/json' } })) satisfies Answer,
    drip: (piece: string | Uint8Array) =>
      controller?.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece),
    end: () => controller?.close(),
    breakOff: () => controller?.error(new TypeError('network error')),
  };
}

// What CouchDB itself answers.
export const signedIn = json(200, { ok: true, name: 'tablets', roles: [] });
export const couchError = (status: number, error: string, reason = 'because') =>
  json(status, { error, reason });
export const nobody = couchError(401, 'unauthorized', 'You are not authorized to access this db.');
export const wrongPassword = couchError(401, 'unauthorized', 'Name or password is incorrect.');
