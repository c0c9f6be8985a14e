import { expect, test } from 'vitest';
import { deviceKind } from '../../../src/platform/deviceKind';

const SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';

test.each([
  ['an iPhone', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${SAFARI}`, 5, 'ios'],
  ['an iPad that says it is a Mac', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI}`, 5, 'ios'],
  ['a Mac', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI}`, 0, 'other'],
  ['an Android phone', 'Mozilla/5.0 (Linux; Android 15; Pixel 8) Chrome/130.0.0.0 Mobile', 5, 'android'],
  ['a Windows tablet', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0', 10, 'other'],
] as const)('%s is told apart', (_, userAgent, maxTouchPoints, kind) =>
  expect(deviceKind({ userAgent, maxTouchPoints } as Navigator)).toBe(kind),
);
