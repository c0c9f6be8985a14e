// What a bench is: something measured beside a floor in the same run, so that the figure says how much of the
// time is ours, whatever machine it runs on.

import type { BrowserContext, Page } from 'playwright';
import type { AppServer } from '../e2e/support/serveApp';
import type { BrowserOptions } from './openBrowser';

/** One run: what was measured, and the floor (or the fixed budget) it is held against, in the same unit. */
export interface Sample {
  readonly value: number;
  readonly floor: number;
}

export interface BenchTools {
  /** A browser with a fresh profile on disk, closed after the bench. Ask for as many as needed. */
  openBrowser(options?: BrowserOptions): Promise<{ context: BrowserContext; page: Page; profile: string }>;
  /** The built app, made once for all benches that ask; served until the bench ends. */
  serveBuiltApp(): Promise<AppServer>;
}

export interface Bench {
  readonly id: string;
  /** What is measured, with its unit. */
  readonly what: string;
  /** What the floor is. */
  readonly against: string;
  /** The ratio (value / floor) must keep to this side of the limit. */
  readonly bound: 'at most' | 'at least';
  readonly limit: number;
  /** At least five samples. What is known exactly, such as a size, may be one. */
  run(tools: BenchTools): Promise<readonly Sample[]>;
}

export interface BenchResult {
  readonly id: string;
  readonly what: string;
  /** Of the values measured. */
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly against: string;
  readonly floorMedian: number;
  /** The median of the ratios of each run. */
  readonly ratio: number;
  readonly bound: 'at most' | 'at least';
  readonly limit: number;
  readonly kept: boolean;
  readonly samples: readonly Sample[];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
  return (low + high) / 2;
}

export function toResult(
  { id, what, against, bound, limit }: Bench,
  samples: readonly Sample[],
): BenchResult {
  const values = samples.map(({ value }) => value);
  const ratio = median(samples.map(({ value, floor }) => value / floor));
  return {
    id,
    what,
    median: median(values),
    min: Math.min(...values),
    max: Math.max(...values),
    against,
    floorMedian: median(samples.map(({ floor }) => floor)),
    ratio,
    bound,
    limit,
    kept: bound === 'at most' ? ratio <= limit : ratio >= limit,
    samples,
  };
}
