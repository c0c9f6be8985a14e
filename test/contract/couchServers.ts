// The servers the contract is tried on: the stand-in as a plain function, the stand-in behind a web server, and the real
// CouchDB that the environment variable COUCHDB_URL names, such as http://admin:secret@localhost:5984.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { couchFetch } from '../couch/couchFetch';
import { serveStandIn } from '../couch/serveStandIn';
import { createStandIn, type StandIn } from '../couch/standIn';

export interface CouchServer {
  readonly admin: { readonly name: string; readonly password: string };
  /** A `fetch` with cookies of its own; addresses begin with `/`. */
  someone(): typeof fetch;
  stop(): Promise<void>;
}

interface NamedServer {
  readonly name: string;
  start(): Promise<CouchServer>;
}

const admin = { name: 'admin', password: 'admin' };
const newStandIn = () => createStandIn({ admins: { [admin.name]: admin.password } });

/** The same requests, over the network. */
export const behind = (origin: string): Pick<StandIn, 'handle'> => ({
  async handle(request) {
    const { url, method, headers, signal } = request;
    const { pathname, search } = new URL(url);
    const body = request.body && (await request.arrayBuffer());
    return fetch(origin + pathname + search, { method, headers, body, signal });
  },
});

const inProcess: NamedServer = {
  name: 'the stand-in',
  async start() {
    const standIn = newStandIn();
    return { admin, someone: () => couchFetch(standIn), stop: async () => {} };
  },
};

const onSocket: NamedServer = {
  name: 'the stand-in behind a web server',
  async start() {
    const server = createServer(serveStandIn(newStandIn()));
    await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
    const { port } = server.address() as AddressInfo;
    return {
      admin,
      someone: () => couchFetch(behind(`http://localhost:${port}`)),
      async stop() {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      },
    };
  },
};

const real = (address: string): NamedServer => {
  const { origin, username, password, pathname } = new URL(address);
  const base = origin + pathname.replace(/\/$/, '');
  return {
    name: `CouchDB at ${base}`,
    async start() {
      return {
        admin: { name: decodeURIComponent(username), password: decodeURIComponent(password) },
        someone: () => couchFetch(behind(base)),
        stop: async () => {},
      };
    },
  };
};

export const couchServers: readonly NamedServer[] = [
  inProcess,
  onSocket,
  ...(process.env.COUCHDB_URL ? [real(process.env.COUCHDB_URL)] : []),
];
