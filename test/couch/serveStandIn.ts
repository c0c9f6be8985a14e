// The stand-in on a socket, as middleware for a web server of Node's.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StandIn } from './standIn.ts';

type Middleware = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** Hands requests to the stand-in. Someone who hangs up is no longer waited for, and half a request writes nothing. */
export function serveStandIn(standIn: StandIn): Middleware {
  return (incoming, outgoing) => {
    const hungUp = new AbortController();
    outgoing.on('close', () => hungUp.abort());
    pass(standIn, incoming, outgoing, hungUp.signal).catch(() => outgoing.destroy());
  };
}

async function pass(
  standIn: StandIn,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  const { method = 'GET', url = '/' } = incoming;
  const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(pieces);
  const response = await standIn.handle(
    new Request(new URL(url, 'http://couch.invalid'), { method, headers, body, signal }),
  );
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  for await (const piece of response.body ?? []) outgoing.write(piece);
  outgoing.end();
}
