// Pages on their way to the printer: put into the document one after the other, so that the screen stays quick, then
// handed to the browser's print window. They stay in the document afterwards, unseen: some browsers draw them once more
// when the paper is changed. Leaving the screen takes them away.

import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { useManagerApp } from './AppContext';
import { createBug } from './createBug';

export interface PrintRun<Page> {
  /** What is in the document for the printer. */
  readonly pages: Accessor<readonly Page[]>;
  /** How many pages are ready while they are being made. */
  readonly ready: Accessor<number | undefined>;
  /** Prints the pages from one to before another; true when the browser is done with them. */
  print(from: number, to: number): Promise<boolean>;
}

export function createPrintRun<Page>(load: (index: number) => Promise<Page>): PrintRun<Page> {
  const app = useManagerApp();
  const reportBug = createBug();
  const [pages, setPages] = createSignal<readonly Page[]>([]);
  const [ready, setReady] = createSignal<number>();
  let isGone = false;
  onCleanup(() => {
    isGone = true;
  });
  async function print(from: number, to: number): Promise<boolean> {
    if (ready() !== undefined) return false;
    setReady(0);
    setPages([]);
    for (let index = from; index < to; index += 1) {
      const page = await load(index);
      if (isGone) return false;
      setPages((before) => [...before, page]);
      setReady(index + 1 - from);
    }
    setReady(undefined);
    await app.printWindow();
    return !isGone;
  }
  return {
    pages,
    ready,
    async print(from, to) {
      try {
        return await print(from, to);
      } catch (thrown) {
        reportBug(thrown);
        return false;
      }
    },
  };
}
