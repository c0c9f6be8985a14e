// Lets a bench measure modules of the app inside a browser: `test/bench/harness/<name>.ts` exports functions, is
// built like production, and is served on an empty page where the bench calls them by name.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { build, preview } from 'vite';
import solid from 'vite-plugin-solid';
import { securityHeaders } from '../support/securityHeaders';
import type { CouchBeside } from './benchCouch';

type Exports<Module> = {
  [Name in keyof Module]: Module[Name] extends (...args: infer Args) => infer Result
    ? { args: Args; result: Awaited<Result> }
    : never;
};

export interface Harness<Module> {
  readonly url: string;
  /** Opens the empty page, at the harness's own origin. */
  open(page: Page): Promise<void>;
  /** Calls an export in the page; arguments and result travel as JSON does. */
  call<Name extends keyof Module & string>(
    page: Page,
    name: Name,
    ...args: Exports<Module>[Name]['args']
  ): Promise<Exports<Module>[Name]['result']>;
  close(): Promise<void>;
}

/** `await serveHarness<typeof import('./harness/import')>('import')`; with a CouchDB at `/couch` if one is given. */
export async function serveHarness<Module>(name: string, couch?: CouchBeside): Promise<Harness<Module>> {
  const outDir = mkdtempSync(join(tmpdir(), 'gatehouse-harness-'));
  await build({
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    publicDir: false,
    plugins: [solid()],
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: resolve(`test/bench/harness/${name}.ts`),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'harness.js' },
      },
    },
  });
  writeFileSync(join(outDir, 'index.html'), '<!doctype html><meta charset="utf-8"><title>Bench</title>');
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    plugins: couch?.plugins ?? [],
    build: { outDir },
    preview: { port: 0, open: false, headers: securityHeaders(), proxy: couch?.proxy ?? {} },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The harness has no port.');
  const url = `http://localhost:${address.port}/`;
  return {
    url,
    async open(page) {
      await page.goto(url);
    },
    // As text: what runs this file rewrites `import()` in functions, and the page would not know the rewritten one.
    call: (page, name, ...args) =>
      page.evaluate(
        `import('/harness.js').then((module) => module[${JSON.stringify(name)}](...${JSON.stringify(args)}))`,
      ),
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
