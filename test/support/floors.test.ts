// The floor rules themselves are tried here; `architecture.test.ts` applies them.

import { expect, test } from 'vitest';
import { findCircle, floorOf, packageOf } from './floors';

test('a circle would be found', () => {
  const importsByFile = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  expect(findCircle(importsByFile)).toEqual(['b', 'c', 'b']);
});

test('files that only meet do not make a circle', () => {
  const importsByFile = new Map([
    ['a', ['b', 'c']],
    ['b', ['d']],
    ['c', ['d']],
  ]);
  expect(findCircle(importsByFile)).toBeUndefined();
});

test('a path tells its floor, and a file directly in src is on the top one', () => {
  expect(floorOf('src/domain/ids.ts')).toBe('domain');
  expect(floorOf('src/screens/kiosk/SignInScreen.tsx')).toBe('screens');
  expect(floorOf('src/main.tsx')).toBe('main');
});

test('an import of a part of a package is an import of the package', () => {
  expect(packageOf('solid-js/web')).toBe('solid-js');
  expect(packageOf('@solidjs/router')).toBe('@solidjs/router');
});
