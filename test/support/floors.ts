// The house, floor by floor, and where each package lives: what may import what. `architecture.test.ts` holds it.

const GROUND = ['kernel', 'domain', 'platform', 'store', 'sync'];

/** A file of the floor may import from its own floor and from these. */
export const floors: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  domain: ['kernel'],
  platform: ['kernel'],
  store: ['kernel', 'domain', 'platform'],
  sync: ['kernel', 'domain', 'platform', 'store'],
  app: GROUND,
  reactive: [...GROUND, 'app'],
  i18n: [...GROUND, 'app'],
  ui: ['kernel'],
  screens: ['kernel', 'domain', 'app', 'reactive', 'ui', 'i18n'],
  main: [...GROUND, 'app', 'reactive', 'ui', 'i18n', 'screens'],
};

/** Screens know what the app can do, not how: from `app` they take types. */
export const typesOnly: readonly (readonly [from: string, to: string])[] = [['screens', 'app']];

/** The beginning of the paths that may import the package. One home each: one place to open when it changes. */
export const packageHomes: Readonly<Record<string, readonly string[]>> = {
  dexie: ['src/store/', 'src/reactive/createLiveQuery.ts'],
  'solid-js': ['src/reactive/', 'src/ui/', 'src/screens/', 'src/main.tsx'],
  '@solidjs/router': ['src/screens/', 'src/main.tsx'],
  '@tanstack/solid-virtual': ['src/ui/', 'src/screens/'],
  'lucide-solid': ['src/ui/', 'src/screens/'],
  '@fontsource-variable/atkinson-hyperlegible-next': ['src/ui/'],
  '@fontsource-variable/atkinson-hyperlegible-mono': ['src/ui/'],
  'html5-qrcode': ['src/platform/'],
  'barcode-detector': ['src/platform/'],
  'zxing-wasm': ['src/platform/'],
  qrcode: ['src/platform/'],
  'hash-wasm': ['src/platform/'],
  'workbox-window': ['src/platform/'],
  papaparse: ['src/kernel/csv.ts'],
};

/** `src/domain/ids.ts` → `domain`; a file directly in `src` is on the top floor. */
export function floorOf(path: string): string {
  const [, floor = '', ...rest] = path.split('/');
  return rest.length > 0 ? floor : 'main';
}

/** `@scope/name/part` → `@scope/name`. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The first circle found among files that import each other, or undefined. */
export function findCircle(importsByFile: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of importsByFile.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of importsByFile.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}
