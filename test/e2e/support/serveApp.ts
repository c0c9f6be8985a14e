// Serves the built app, and stops doing so: "the server is off" in a journey means that nothing listens. Beside the app,
// at `/couch`, stands a CouchDB stand-in that keeps what it holds while the server is off, as a disk does.

import { type PreviewServer, preview } from 'vite';
import type { StandIn } from '../../couch/standIn';
import { couchStandIn, newStandIn } from '../../couch/vitePlugin';
import { securityHeaders } from '../../support/securityHeaders';

export interface AppServer {
  readonly url: string;
  readonly port: number;
  /** Hangs up on everyone, longpolls too. */
  stop(): Promise<void>;
  /** Starts again under the same address, with the same build or a newer one. */
  start(outDir?: string): Promise<void>;
}

export interface AppAndCouch extends AppServer {
  /** What answers at `/couch`; the administrator is `admin`, with the password `admin`. */
  readonly couch: StandIn;
}

/** Serves `dist` (or another build, such as a next version) at a free port, with the security headers of the real thing. */
export async function serveApp(outDir = 'dist', couch = newStandIn()): Promise<AppAndCouch> {
  let server: PreviewServer | undefined = await listen(0, outDir, couch);
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port.');
  const { port } = address;
  // One after the other: a start that came while it was still stopping would find it running.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work);
    return last;
  };
  return {
    url: `http://localhost:${port}`,
    port,
    couch,
    stop: () =>
      inTurn(async () => {
        await server?.close();
        server = undefined;
      }),
    start: (from = outDir) =>
      inTurn(async () => {
        server ??= await listen(port, from, couch);
      }),
  };
}

function listen(port: number, outDir: string, couch: StandIn): Promise<PreviewServer> {
  return preview({
    configFile: false,
    logLevel: 'warn',
    plugins: [couchStandIn(couch)],
    build: { outDir },
    preview: { port, strictPort: port !== 0, open: false, headers: securityHeaders() },
  });
}
