// What `public/_headers` says about every file. The preview server sends these same lines, so the strict content
// security policy is in force wherever the app is tried out, not only where it is hosted.

import { readFileSync } from 'node:fs';

/** The headers of the block for `path` in a file of the kind Netlify and Cloudflare Pages read. */
export function headersFor(path: string, text: string): Record<string, string> {
  const headers: Record<string, string> = {};
  let inBlock = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      inBlock = line.trim() === path;
      continue;
    }
    const colon = line.indexOf(':');
    if (inBlock) headers[line.slice(0, colon).trim()] = line.slice(colon + 1).trim();
  }
  return headers;
}

/** The headers that go with every file. */
export function securityHeaders(root = process.cwd()): Record<string, string> {
  return headersFor('/*', readFileSync(`${root}/public/_headers`, 'utf8'));
}
