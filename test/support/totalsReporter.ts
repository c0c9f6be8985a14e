// The last line a test run prints: `N passed, N failed`, whole and true. What could not even be tried counts as
// failed: a file that does not load, a hook that throws, an error nobody caught, a run without tests.

import type { Reporter, SerializedError, TestModule } from 'vitest/node';

interface Totals {
  passed: number;
  failed: number;
}

/** Counts a finished run. */
function countTotals(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Totals {
  const totals: Totals = { passed: 0, failed: unhandled.length };
  for (const module of modules) {
    totals.failed += module.errors().length;
    for (const suite of module.children.allSuites()) totals.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      if (test.result().state === 'passed') totals.passed += 1;
      else totals.failed += 1;
    }
  }
  if (totals.passed + totals.failed === 0) totals.failed = 1;
  return totals;
}

/** Prints the totals when everything else has been printed. */
export function totalsReporter(): Reporter {
  // Stays so when the run breaks down before its end.
  let totals: Totals = { passed: 0, failed: 1 };
  return {
    onInit() {
      process.on('exit', () => {
        if (totals.failed > 0 && !process.exitCode) process.exitCode = 1;
        process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
      });
    },
    onTestRunEnd(modules, unhandled) {
      totals = countTotals(modules, unhandled);
    },
  };
}
