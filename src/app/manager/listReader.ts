// The page's side of the list desk: asks the worker and waits. Should the worker break, whoever waits is told.

import type { ListDesk, ListReply, ListRequest, ListTask } from './listDesk';
import type { ListWorker } from './startListWorker';

export type ListReader = {
  [Name in keyof ListDesk]: (...args: Parameters<ListDesk[Name]>) => Promise<ReturnType<ListDesk[Name]>>;
} & {
  /** Ends the worker, and with it every copy of the list but the rows that were handed out. */
  close(): void;
};

export function createListReader(start: () => ListWorker): ListReader {
  const worker = start();
  const waiting = new Map<number, { resolve(answer: never): void; reject(failure: Error): void }>();
  let lastId = 0;
  let isOver: string | undefined;

  function giveUp(why: string): void {
    isOver = why;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  }
  worker.addEventListener('message', (event) => {
    const { data } = event as MessageEvent<ListReply>;
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('failure' in data) asked?.reject(new Error(data.failure));
    else asked?.resolve(data.answer as never);
  });
  worker.addEventListener('error', (event) =>
    giveUp(`The list worker broke: ${(event as ErrorEvent).message ?? ''}`),
  );
  worker.addEventListener('messageerror', () => giveUp('The list worker sent what cannot be read'));

  const ask = <Answer>(task: ListTask, transfer: Transferable[] = []): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (isOver !== undefined) return reject(new Error(isOver));
      lastId += 1;
      const request: ListRequest = { id: lastId, task };
      waiting.set(request.id, { resolve, reject });
      worker.postMessage(request, transfer);
    });

  return {
    open: (bytes) => ask({ name: 'open', args: [bytes] }, [bytes.buffer as ArrayBuffer]),
    read: (...args) => ask({ name: 'read', args }),
    portion: (...args) => ask({ name: 'portion', args }),
    close: () => giveUp('The list was closed'),
  };
}
