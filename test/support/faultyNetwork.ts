// A network as it is at a work site: requests and answers get lost, are cut, come twice, or in another order.

import fc from 'fast-check';

export type Fault =
  | 'request lost'
  | 'answer lost'
  | 'answer cut'
  | 'sent twice'
  | 'server error'
  | 'busy'
  | 'accepted by few'
  | 'a page of the wireless network'
  | 'feed from the beginning'
  | 'feed in another order';

const faults: readonly Fault[] = [
  'request lost',
  'answer lost',
  'answer cut',
  'sent twice',
  'server error',
  'busy',
  'accepted by few',
  'a page of the wireless network',
  'feed from the beginning',
  'feed in another order',
];

/** What happens to the next requests, one after the other; `undefined`: nothing. */
export const faultsArbitrary: fc.Arbitrary<readonly (Fault | undefined)[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...faults) },
  ),
  { maxLength: 6 },
);

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The network, and a way to say what happens on it next. */
export function faultyNetwork(fetch: Fetch): {
  fetch: Fetch;
  next(faults: readonly (Fault | undefined)[]): void;
} {
  let coming: (Fault | undefined)[] = [];
  const lost = () => new TypeError('The network lost it');
  const json = (status: number, body: unknown) =>
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
  return {
    next(faults) {
      coming = [...faults];
    },
    async fetch(url, init) {
      const fault = coming.shift();
      switch (fault) {
        case 'request lost':
          throw lost();
        case 'answer lost':
          await fetch(url, init);
          throw lost();
        case 'answer cut': {
          const text = await (await fetch(url, init)).text();
          return new Response(text.slice(0, text.length / 2), {
            headers: { 'Content-Type': 'application/json' },
          });
        }
        case 'sent twice':
          await fetch(url, init);
          return fetch(url, init);
        case 'server error':
          return json(500, { error: 'internal_server_error', reason: 'no quorum' });
        case 'busy':
          return json(429, { error: 'too_many_requests', reason: 'later' });
        case 'accepted by few': {
          const answer = await fetch(url, init);
          return answer.status === 201 ? json(202, await answer.json()) : answer;
        }
        case 'a page of the wireless network':
          return new Response('<html>Accept our terms</html>', { headers: { 'Content-Type': 'text/html' } });
        case 'feed from the beginning':
          return fetch(url.replace(/since=[^&]*/, 'since=0'), init);
        case 'feed in another order':
          return url.includes('_changes') ? turned(await fetch(url, init)) : fetch(url, init);
        default:
          return fetch(url, init);
      }
    },
  };
}

/** A cluster's feed is only partly in order: the rows of a page come the other way round. */
async function turned(answer: Response): Promise<Response> {
  const page = (await answer.json()) as { results: unknown[] };
  return new Response(JSON.stringify({ ...page, results: page.results.reverse() }), {
    status: answer.status,
    headers: answer.headers,
  });
}
