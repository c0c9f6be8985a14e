// Starts the worker of the list import. A file of its own, because tests have another way to start one.

/** What is needed of a worker. */
export interface ListWorker extends EventTarget {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  terminate(): void;
}

export const startListWorker = (): ListWorker =>
  new Worker(new URL('./listReader.worker.ts', import.meta.url), { type: 'module' });
