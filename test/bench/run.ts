// `npm run bench [-- id ...]`: runs the benches one after the other, prints a table, and writes
// `bench-results.json`. Leaves with 1 when a limit is not kept.

import { writeFileSync } from 'node:fs';
import { buildApp } from '../e2e/support/buildOnce';
import { type AppServer, serveApp } from '../e2e/support/serveApp';
import { type Bench, type BenchResult, toResult } from './bench';
import { openBrowser } from './openBrowser';

const benches = Object.values(import.meta.glob<{ bench: Bench }>('./*.bench.ts', { eager: true })).map(
  ({ bench }) => bench,
);
const wanted = process.argv.slice(2);
const known = benches.map(({ id }) => id);
const unknown = wanted.filter((id) => !known.includes(id));
if (unknown.length > 0)
  throw new Error(`No bench is called ${unknown.join(', ')}. There are: ${known.join(', ')}.`);

let isBuilt = false;
const results: BenchResult[] = [];
for (const bench of benches.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
  process.stdout.write(`${bench.id} …\n`);
  results.push(toResult(bench, await samplesOf(bench)));
}
print(results);
writeFileSync('bench-results.json', `${JSON.stringify(results, null, 2)}\n`);
if (results.length === 0 || results.some(({ kept }) => !kept)) process.exitCode = 1;

async function samplesOf(bench: Bench) {
  const closing: (() => Promise<void>)[] = [];
  try {
    return await bench.run({
      async openBrowser(options) {
        const browser = await openBrowser(options);
        closing.push(browser.close);
        return browser;
      },
      async serveBuiltApp(): Promise<AppServer> {
        if (!isBuilt) buildApp();
        isBuilt = true;
        const server = await serveApp();
        closing.push(server.stop);
        return server;
      },
    });
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

function print(results: readonly BenchResult[]): void {
  const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
  const rows = results.map(
    ({ id, median, min, max, floorMedian, ratio, bound, limit, kept, what, against }) => [
      id,
      figure(median),
      `${figure(min)}–${figure(max)}`,
      figure(floorMedian),
      ratio.toFixed(2),
      `${bound === 'at most' ? '≤' : '≥'} ${limit}`,
      kept ? 'kept' : 'NOT KEPT',
      `${what}, against ${against}`,
    ],
  );
  const table = [['bench', 'median', 'range', 'floor', 'ratio', 'limit', '', ''], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table) {
    process.stdout.write(
      `${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}
