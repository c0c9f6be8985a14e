// The floor: plain IndexedDB, without anything of ours.

export const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export function openRaw(name: string, upgrade?: (db: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, ...(upgrade ? [1] : []));
  request.onupgradeneeded = () => upgrade?.(request.result);
  return done(request);
}

/** A store with the indexes that a Dexie schema such as `id, name, [a+b], *words` asks for. */
export function createStore(db: IDBDatabase, name: string, schema: string): void {
  const [keyPath = '', ...indexes] = schema.split(',').map((part) => part.trim());
  const store = db.createObjectStore(name, { keyPath });
  for (const index of indexes) {
    const path = index.replace(/^\*/, '');
    const compound = /^\[(.+)\]$/.exec(path);
    store.createIndex(path, compound?.[1]?.split('+') ?? path, { multiEntry: index.startsWith('*') });
  }
}

/** Resolves when everything is on disk. */
export function putAll(db: IDBDatabase, name: string, rows: readonly unknown[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(name, 'readwrite');
    const store = transaction.objectStore(name);
    for (const row of rows) store.put(row);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}
