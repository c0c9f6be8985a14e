// A tablet for a journey: a browser with a profile on disk, the built app from a server of its own, a camera if
// asked for. It can lose the network, get it back, and be restarted with what it kept.
//
// To every tablet the app has the same address, whatever port its server listens at: so what one has kept can be copied
// to another, and a journey that is not about setting up begins with a tablet in use.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Request } from 'playwright';
import { findBrowser } from '../../support/findBrowser';
import { type AppServer, serveApp } from './serveApp';

/** `video` plays a Y4M or MJPEG file; `refused` is a person who says no; `none` is a tablet without a camera. */
export type Camera = { video: string } | 'test picture' | 'refused' | 'none';

/** The address of the app. Browsers trust `localhost` and what lies below it as they trust https. */
const HOST = 'gatehouse.localhost';
const ADDRESS = `http://${HOST}`;

export interface TabletOptions {
  camera?: Camera;
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** Further switches of the browser. */
  switches?: readonly string[];
  /** The same files, and the same CouchDB, as another tablet. */
  server?: AppServer;
  /** The profile of a tablet in use, which it begins with a copy of. */
  copyOf?: string;
  /** Runs before the app is first looked at, for example to set the clock; and again after each restart. */
  prepare?: (context: BrowserContext) => Promise<void>;
}

export interface Tablet {
  readonly url: string;
  /** What it keeps lies here; whole once it is closed. */
  readonly profile: string;
  /** New after every restart. */
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors thrown in pages or told in their console (such as a violated policy); a lost network is none. */
  readonly problems: readonly string[];
  /** Requests that have not been answered yet. */
  readonly pending: Iterable<string>;
  /** Goes to an address within the app, such as `/activate`. */
  visit(path: string): Promise<void>;
  /** Waits until the service worker serves this page and has kept everything for offline use. */
  waitUntilKept(): Promise<void>;
  /** No network in the browser, and no server behind it. */
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  /** Closes the browser and opens it again with the same profile, at the start address of a blank page. */
  restart(): Promise<void>;
  /** Closes it and leaves what it kept. */
  shutDown(): Promise<void>;
  /** Closes it and removes what it kept. */
  close(): Promise<void>;
}

function cameraArgs(camera: Camera): string[] {
  if (camera === 'none') return [];
  const fake = '--use-fake-device-for-media-stream';
  if (camera === 'refused') return [fake, '--use-fake-ui-for-media-stream=deny'];
  const granted = [fake, '--use-fake-ui-for-media-stream'];
  return camera === 'test picture'
    ? granted
    : [...granted, `--use-file-for-fake-video-capture=${camera.video}`];
}

/** Those that are open now. */
export const openTablets = new Set<Tablet>();

let look: (tablet: Tablet) => Promise<void> = async () => {};
/** What is done with each tablet before it is closed, from now on. */
export const lookBeforeClosing = (next: typeof look): void => {
  look = next;
};

/** Opens a tablet that has never been used before, unless it is a copy. */
export async function openTablet(options: TabletOptions = {}): Promise<Tablet> {
  const { executablePath, args, env } = findBrowser();
  const server = options.server ?? (await serveApp());
  const profile = mkdtempSync(join(tmpdir(), 'gatehouse-tablet-'));
  if (options.copyOf) cpSync(options.copyOf, profile, { recursive: true });
  const mapping = `--host-resolver-rules=MAP ${HOST}:80 localhost:${server.port}`;

  const problems: string[] = [];
  const pending = new Map<Request, string>();

  async function start(): Promise<{ context: BrowserContext; page: Page }> {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      // Where there is no graphics card, its stand-in stops drawing now and then, and takes longer.
      args: [
        ...[...args, '--disable-gpu', mapping],
        ...cameraArgs(options.camera ?? 'none'),
        ...(options.switches ?? []),
      ],
      ...(env && { env }),
      viewport: options.viewport ?? { width: 1280, height: 800 },
      colorScheme: options.colorScheme ?? 'light',
      reducedMotion: 'reduce',
      locale: 'en-GB',
      hasTouch: true,
    });
    context.setDefaultTimeout(20_000);
    context.on('request', (request) => pending.set(request, `${request.method()} ${request.url()}`));
    context.on('requestfinished', (request) => pending.delete(request));
    context.on('requestfailed', (request) => pending.delete(request));
    context.on('weberror', (error) => problems.push(String(error.error())));
    context.on('console', (message) => {
      if (message.type() === 'error' && !/^Failed to load resource/.test(message.text()))
        problems.push(message.text());
    });
    await options.prepare?.(context);
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  }

  let running = await start();
  async function shutDown() {
    await look(tablet);
    openTablets.delete(tablet);
    await running.context.close();
    if (!options.server) await server.stop();
  }
  const tablet: Tablet = {
    url: ADDRESS,
    profile,
    problems,
    get pending() {
      return pending.values();
    },
    get context() {
      return running.context;
    },
    get page() {
      return running.page;
    },
    async visit(path) {
      await running.page.goto(ADDRESS + path);
    },
    async waitUntilKept() {
      await running.page.evaluate(serviceWorkerInCharge);
    },
    async goOffline() {
      await running.context.setOffline(true);
      await server.stop();
    },
    async goOnline() {
      await server.start();
      await running.context.setOffline(false);
    },
    async restart() {
      await running.context.close();
      pending.clear();
      running = await start();
    },
    shutDown,
    async close() {
      await shutDown();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  openTablets.add(tablet);
  return tablet;
}

/** Runs in the page. `ready` resolves while still activating, and before this page is served by the worker. */
async function serviceWorkerInCharge(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  if (active && active.state !== 'activated') {
    await new Promise<void>((resolve) => {
      active.addEventListener('statechange', () => active.state === 'activated' && resolve());
    });
  }
  if (!navigator.serviceWorker.controller) {
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  }
}
