// The worker of the list import without a thread: the same desk, and messages that are copied as between threads.

import { answerListRequest, createListDesk, type ListRequest } from '../../src/app/manager/listDesk';
import type { ListWorker } from '../../src/app/manager/startListWorker';

class ListWorkerHere extends EventTarget implements ListWorker {
  readonly #desk = createListDesk();
  #isOver = false;

  postMessage(message: unknown): void {
    const reply = answerListRequest(this.#desk, structuredClone(message) as ListRequest);
    queueMicrotask(() => {
      if (!this.#isOver) this.dispatchEvent(new MessageEvent('message', { data: structuredClone(reply) }));
    });
  }

  terminate(): void {
    this.#isOver = true;
  }
}

export const startListWorkerHere = (): ListWorker => new ListWorkerHere();
