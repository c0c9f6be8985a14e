// A tab that is closed at the nth write from now on, whichever part of the app writes: that transaction is gone, those
// before it stand, and whatever was under way ends.

type Write = 'put' | 'add' | 'delete';
const writes: readonly Write[] = ['put', 'add', 'delete'];

/** True when the tab was closed before the work was done. Open the database anew after that. */
export async function isKilledAt(nth: number, work: () => Promise<unknown>): Promise<boolean> {
  const store = IDBObjectStore.prototype;
  const before = writes.map((write) => [write, store[write]] as const);
  let count = 0;
  for (const [write, original] of before)
    store[write] = function kill(this: IDBObjectStore, ...given: never[]) {
      count += 1;
      if (count === nth) this.transaction.abort();
      return (original as (...args: never[]) => IDBRequest).apply(this, given);
    } as never;
  try {
    await work();
    return false;
  } catch (thrown) {
    if (count < nth) throw thrown;
    return true;
  } finally {
    for (const [write, original] of before) store[write] = original as never;
  }
}
