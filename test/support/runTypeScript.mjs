// Runs a TypeScript file with Node: `node test/support/runTypeScript.mjs <file> [arguments]`. Node 20 cannot by
// itself, and Vite, which is here anyway, can.

import process from 'node:process';
import { runnerImport } from 'vite';

const [, , file] = process.argv;
if (!file) throw new Error('Which file?');
process.argv.splice(1, 2, file);
await runnerImport(`./${file}`, { configFile: false, logLevel: 'warn' });
