// Before the first journey: build the app as it ships. In a process of its own, because inside a test run
// everything believes to be under test, and the journeys are about the real thing.

import { execFileSync } from 'node:child_process';

/** Builds into `dist`. */
export function buildApp(): void {
  const env = { ...process.env };
  for (const name of Object.keys(env))
    if (/^(VITEST|VITE_|NODE_ENV|TEST|MODE|DEV|PROD)/.test(name)) delete env[name];
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

export function setup(): void {
  buildApp();
}
