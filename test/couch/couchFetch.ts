// A `fetch` of someone's own for the stand-in: it has its own cookies, as a tablet has. No socket is needed.

import type { StandIn } from './standIn.ts';

/** `base` is the path the server stands under, such as `/couch`. */
export function couchFetch(standIn: Pick<StandIn, 'handle'>, base = ''): typeof fetch {
  let session: string | undefined;
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const url = new URL(address, 'http://couch.invalid');
    if (url.pathname.startsWith(`${base}/`)) url.pathname = url.pathname.slice(base.length);
    const request = new Request(url, input instanceof Request ? new Request(input, init) : init);
    request.signal.throwIfAborted();
    const keepsCookies = request.credentials !== 'omit';
    if (keepsCookies && session) request.headers.set('Cookie', session);
    const response = await standIn.handle(request);
    const [, given] = /^(AuthSession=[^;]*)/.exec(response.headers.get('Set-Cookie') ?? '') ?? [];
    if (keepsCookies && given !== undefined) session = given === 'AuthSession=' ? undefined : given;
    return response;
  };
}
