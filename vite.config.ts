// How Gatehouse is built, served and tested: one page, a service worker that keeps all of it for offline use,
// the security headers of `public/_headers`, and the layers of tests, from a rule to a person at the kiosk.

import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import type { PluginOption } from 'vite';
import { type ManifestOptions, VitePWA } from 'vite-plugin-pwa';
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';
import { couchStandIn } from './test/couch/vitePlugin.ts';
import { lookForBrowser } from './test/support/findBrowser.ts';
import { securityHeaders } from './test/support/securityHeaders.ts';
import { totalsReporter } from './test/support/totalsReporter.ts';

const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Gatehouse',
  short_name: 'Gatehouse',
  description: 'Self Service accounts for people without email, made on the shared tablet at the work site',
  lang: 'en',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  theme_color: '#f5f2ea',
  background_color: '#f5f2ea',
  categories: ['business', 'productivity'],
  icons: [
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [
    {
      name: 'Activate my account',
      short_name: 'Activate',
      url: '/activate',
      icons: [{ src: '/icon-192.png', sizes: '192x192' }],
    },
    { name: 'Sign in', url: '/sign-in', icons: [{ src: '/icon-192.png', sizes: '192x192' }] },
  ],
  // Taken by `npm run screenshots`.
  screenshots: [
    {
      src: '/screenshots/wide.png',
      sizes: '1280x800',
      type: 'image/png',
      form_factor: 'wide',
      label: 'The welcome screen on a tablet',
    },
    {
      src: '/screenshots/narrow.png',
      sizes: '390x844',
      type: 'image/png',
      form_factor: 'narrow',
      label: 'The welcome screen on a phone',
    },
  ],
};

/** Everything built is kept on the tablet at the first visit: no screen, font or decoder is fetched when needed. */
function offline(): PluginOption {
  return VitePWA({
    // A kiosk never reloads under a finger: the app itself says when the new version takes over.
    registerType: 'prompt',
    injectRegister: null,
    filename: 'sw.js',
    manifest,
    includeManifestIcons: false,
    workbox: {
      globPatterns: ['**/*.{html,js,css,wasm,woff2,svg,png,json}'],
      globIgnores: ['screenshots/**'],
      // The QR decoder alone is over a megabyte; what is larger than this would silently be missing offline.
      maximumFileSizeToCacheInBytes: 12 * 1024 * 1024,
      navigateFallback: '/index.html',
      // Beside what it keeps: the database is opened before the page is there, and no answer is lost on its way.
      importScripts: ['openEarly.js', 'wholeAnswers.js'],
      // Without this the very first visit is not served by the worker, and going offline then breaks it.
      clientsClaim: true,
      skipWaiting: false,
      cleanupOutdatedCaches: true,
    },
  });
}

/** Vite wraps each `import()` to fetch its style first. There is one style; what may fail is the part itself. */
const loadParts = (): PluginOption => ({
  name: 'load-parts',
  enforce: 'pre',
  apply: 'build',
  load: (id) =>
    id === '\0vite/preload-helper.js'
      ? "export { loadPart as __vitePreload } from '/src/platform/appParts.ts';"
      : undefined,
});

const browserOptions = {
  // Read when the browser starts: by then the set-up has seen to it that there is one.
  get launchOptions() {
    const { args = [], ...browser } = lookForBrowser() ?? {};
    const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
    return { ...browser, args: [...args, ...camera] };
  },
};

const installed = (path: string) => fileURLToPath(new URL(`./node_modules/${path}`, import.meta.url));

export default defineConfig(({ mode }) => ({
  // The kiosk's start has a budget; these are the same packages built for browsers of today (3 kB less on the wire).
  resolve: {
    alias: [
      { find: /^dexie$/, replacement: installed('dexie/dist/modern/dexie.mjs') },
      { find: /^workbox-window$/, replacement: installed('workbox-window/build/workbox-window.prod.mjs') },
    ],
  },
  plugins: [solid(), process.env.VITEST ? [] : [loadParts(), offline(), couchStandIn()]],
  build: {
    target: 'es2022',
    sourcemap: false,
    // Never `data:` instead of a file: fonts would break the content security policy.
    assetsInlineLimit: 0,
    // One style and no lists of what to fetch beforehand: everything is kept on the tablet, and the lists alone are 2 kB.
    cssCodeSplit: false,
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
    rolldownOptions: {
      // What the start needs in one file packs better than in seven, and is there without a second round trip.
      output: { codeSplitting: { groups: [{ name: 'start', test: /src\/main\.tsx$/ }] } },
    },
  },
  worker: { format: 'es' },
  server: { port: 5173 },
  preview: { port: 4173, headers: securityHeaders() },
  test: {
    // Said aloud, because vite-plugin-solid otherwise chooses jsdom.
    environment: 'node',
    reporters: ['default', totalsReporter()],
    // One core less than there are, by itself: on two cores, one.
    maxWorkers: 2,
    // A process for each file takes longer than what most files test; what they share holds no state.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/support/**/*.test.ts', 'test/architecture.test.ts'],
        },
      },
      {
        extends: true,
        // A project does not take the mode over by itself; `npm run nightly` asks for more runs by it.
        mode,
        test: {
          name: 'property',
          include: ['test/property/**/*.test.ts'],
          setupFiles: 'test/support/quickTypedKeys.ts',
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'app',
          include: ['test/app/**/*.test.ts'],
          setupFiles: 'test/support/quickTypedKeys.ts',
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        // The stand-in of CouchDB, and the real one that COUCHDB_URL names.
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          globalSetup: 'test/support/browserSetup.ts',
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright(browserOptions),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          setupFiles: 'test/e2e/support/tellWhatWasShown.ts',
          globalSetup: [
            'test/support/browserSetup.ts',
            'test/e2e/support/buildOnce.ts',
            'test/e2e/support/prepareTablet.ts',
          ],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
}));
