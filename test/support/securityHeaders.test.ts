// What the host sends and what `npm start` sends is the same, and as strict as it is meant to be.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { headersFor } from './securityHeaders';

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
const hosted = headersFor('/*', readFileSync('public/_headers', 'utf8'));

test('the content security policy is the strict one', () => {
  expect(hosted['Content-Security-Policy']).toBe(policy);
});

test('the app may use its own camera, tells nobody where a click came from, and is not framed or sniffed', () => {
  expect(hosted).toMatchObject({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': expect.stringContaining('camera=(self)'),
  });
});

test('npm start sends the same headers as the host', () => {
  // In a process of its own, since the configuration is not made to be read from within a test.
  const script = `const { resolveConfig } = await import('vite');
    const { preview } = await resolveConfig({ logLevel: 'silent' }, 'serve');
    process.stdout.write(JSON.stringify(preview.headers));`;
  const env = { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };
  const sent = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env,
    encoding: 'utf8',
  });
  expect(JSON.parse(sent)).toEqual(hosted);
});
