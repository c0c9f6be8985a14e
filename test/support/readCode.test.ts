// The rules of the house are only as good as the eye that reads the code.

import { expect, test } from 'vitest';
import { readCode } from './readCode';

test('finds every kind of import', () => {
  const code = `import type { A } from './a'; import './b.css'; export * from './c'; export { d } from './d';
    const e = () => import('./e'); type F = import('./f').F; new Worker(new URL('./g.ts', import.meta.url));`;
  expect(
    readCode('sample.ts', code)
      .imports.map(({ from }) => from)
      .sort(),
  ).toEqual(['./a', './b.css', './c', './d', './e', './f', './g.ts']);
});

test('is not fooled by comments', () => {
  const code = readCode('sample.ts', "// Date.now()\nconst a = 'http://x'; /* Math.random() */");
  expect(code.withoutComments.trim()).toBe("const a = 'http://x';");
});

test('a constant in a style object would be found, a computed one is fine', () => {
  const code = readCode(
    'sample.tsx',
    `<p style="color: red"><b style={{ color: 'red' }}><i style={{ width: x() }} /></b></p>`,
  );
  expect(code.staticStyles).toHaveLength(2);
});
