// Puts rows into the app's database as it lies in the browser. These run in the page.

export function putRows({
  streams,
  log,
}: {
  streams: readonly unknown[];
  log: readonly unknown[];
}): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('gatehouse');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction(['streams', 'log'], 'readwrite');
      for (const row of streams) transaction.objectStore('streams').put(row);
      for (const row of log) transaction.objectStore('log').add(row);
      transaction.onerror = () => reject(transaction.error);
      transaction.oncomplete = () => {
        db.close();
        resolve();
      };
    };
  });
}

/** The clock of the tablet has been ahead, by so many ms, and was set back since. */
export function wasLater(by: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('gatehouse');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction('meta', 'readwrite');
      const meta = transaction.objectStore('meta');
      const reading = meta.get('clock');
      reading.onsuccess = () => meta.put({ ...reading.result, wall: Date.now() + by });
      transaction.onerror = () => reject(transaction.error);
      transaction.oncomplete = () => {
        db.close();
        resolve();
      };
    };
  });
}
