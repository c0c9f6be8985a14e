// A disk that is full: whatever is put into a table is refused, each request by itself, as IndexedDB does it.

type FakeStore = IDBObjectStore & {
  readonly transaction: {
    _execRequestAsync(request: { operation: () => void; source: IDBObjectStore }): IDBRequest<IDBValidKey>;
  };
};

/** For as long as the work takes. */
export async function onFullDisk<T>(table: string, work: () => Promise<T>): Promise<T> {
  const store = IDBObjectStore.prototype;
  const { put } = store;
  store.put = function refuse(this: FakeStore, value: unknown, key?: IDBValidKey) {
    if (this.name !== table) return put.call(this, value, key);
    const operation = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
    return this.transaction._execRequestAsync({ operation, source: this });
  };
  try {
    return await work();
  } finally {
    store.put = put;
  }
}
