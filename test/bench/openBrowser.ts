// A browser for a bench: its profile lies on disk, because a profile in memory makes IndexedDB look fast.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from '../support/findBrowser';

export interface BrowserOptions {
  readonly args?: readonly string[];
  /** For what the pages' content security policy forbids, such as code in a string. */
  readonly bypassCSP?: boolean;
}

/** A fresh profile; `close` removes it. */
export async function openBrowser({ args: more = [], bypassCSP = false }: BrowserOptions = {}) {
  const { executablePath, args, env } = findBrowser();
  const profile = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...args, ...more],
    ...(env && { env }),
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'allow',
    bypassCSP,
  });
  context.setDefaultTimeout(120_000);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    profile,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
