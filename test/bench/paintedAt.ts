// When something is painted, by the page's own clock: the frame after the one in which it is in the document.

import type { BrowserContext, Page } from 'playwright';

/** From now on, every page notes when an element that fits the selector has been painted. */
export const notePaint = (on: BrowserContext | Page, selector: string): Promise<unknown> =>
  on.addInitScript((wanted) => {
    const look = () => {
      if (!document.querySelector(wanted)) return;
      watch.disconnect();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          (window as unknown as { paintedAt: number }).paintedAt = performance.now();
        }),
      );
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
  }, selector);

/** Milliseconds since the page was asked for. */
export async function paintedAt(page: Page): Promise<number> {
  const noted = await page.waitForFunction(() => (window as unknown as { paintedAt?: number }).paintedAt);
  return (await noted.jsonValue()) as number;
}
