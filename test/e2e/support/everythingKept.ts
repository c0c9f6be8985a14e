// Everything a browser keeps of the app and shows of it, as one text: for looking whether something is nowhere in it.

import type { Page } from 'playwright';

export interface Kept {
  readonly database: string;
  readonly caches: string;
  readonly storage: string;
  readonly history: string;
  readonly page: string;
}

/** Reads it all. Bytes become letters one by one, so that words in them are found as well. */
export const everythingKept = (page: Page): Promise<Kept> => page.evaluate(readEverything);

/** Runs in the page. */
async function readEverything(): Promise<Kept> {
  const asLetters = (bytes: Uint8Array) => {
    let letters = '';
    for (let from = 0; from < bytes.length; from += 30_000)
      letters += String.fromCharCode(...bytes.subarray(from, from + 30_000));
    return letters;
  };
  async function words(value: unknown): Promise<string> {
    if (value instanceof Blob) return asLetters(new Uint8Array(await value.arrayBuffer()));
    if (value instanceof ArrayBuffer) return asLetters(new Uint8Array(value));
    if (ArrayBuffer.isView(value))
      return asLetters(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    if (value instanceof Map) return words([...value]);
    if (value instanceof Set) return words([...value]);
    if (typeof value !== 'object' || value === null) return String(value);
    const parts = await Promise.all(
      Object.entries(value).map(async ([key, part]) => `${key}: ${await words(part)}`),
    );
    return parts.join('\n');
  }
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  const inDatabase: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const rows = db.transaction(store).objectStore(store);
      const [keys, values] = [done(rows.getAllKeys()), done(rows.getAll())];
      inDatabase.push(name, store, await keys, await values);
    }
    db.close();
  }
  const inCaches: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      inCaches.push(name, request.url, asLetters(new Uint8Array((await response?.arrayBuffer()) ?? [])));
    }
  }
  const { navigation } = window as unknown as {
    readonly navigation: { entries(): { readonly url: string; getState(): unknown }[] };
  };
  const fields = [...document.querySelectorAll('input, textarea, select')] as HTMLInputElement[];
  return {
    database: await words(inDatabase),
    caches: inCaches.join('\n'),
    storage: await words([{ ...localStorage }, { ...sessionStorage }, document.cookie, window.name]),
    history: await words([
      location.href,
      history.state,
      document.referrer,
      navigation.entries().map((entry) => [entry.url, entry.getState()]),
      performance.getEntries().map(({ name }) => name),
    ]),
    page: [document.documentElement.outerHTML, document.title, ...fields.map(({ value }) => value)].join(
      '\n',
    ),
  };
}
