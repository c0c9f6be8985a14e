// A newer version of the app: the same build with a mark in its page, which the service worker lists as changed.

import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of the newer build, whose page has `<meta name="newer">`. */
export function makeNextVersion(outDir = 'dist'): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-next-'));
  cpSync(outDir, folder, { recursive: true });
  const page = join(folder, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<head>', '<head><meta name="newer">'));
  const worker = join(folder, 'sw.js');
  const listed = readFileSync(worker, 'utf8');
  const marked = listed.replace(/(url:"index\.html",revision:")[0-9a-f]{6}/, '$1abcdef');
  if (marked === listed) throw new Error('The service worker does not list index.html as expected.');
  writeFileSync(worker, marked);
  return folder;
}
