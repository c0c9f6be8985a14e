// Serves the built app, and stops doing so: "the server is off" in a journey means that nothing listens.

import { type PreviewServer, preview } from 'vite';
import { securityHeaders } from '../../support/securityHeaders';

export interface AppServer {
  readonly url: string;
  stop(): Promise<void>;
  /** Starts again under the same address, with the same build or a newer one. */
  start(outDir?: string): Promise<void>;
}

/** Serves `dist` (or another build, such as a next version) at a free port, with the security headers of the real thing. */
export async function serveApp(outDir = 'dist'): Promise<AppServer> {
  let server: PreviewServer | undefined = await listen(0, outDir);
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port.');
  const { port } = address;
  return {
    url: `http://localhost:${port}`,
    async stop() {
      await server?.close();
      server = undefined;
    },
    async start(from = outDir) {
      server ??= await listen(port, from);
    },
  };
}

function listen(port: number, outDir: string): Promise<PreviewServer> {
  return preview({
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { port, strictPort: port !== 0, open: false, headers: securityHeaders() },
  });
}
