// How long from a tap to what it leads to being painted, by the page's own clock, on a tablet four times slower.

import type { Tablet } from '../e2e/support/launch';

const SLOWER = 4;

/** In ms: `tap` taps once, and what fits the selector appears. */
export async function tapToPaint(
  { context, page }: Tablet,
  selector: string,
  tap: () => Promise<void>,
): Promise<number> {
  const debuggerOfPage = await context.newCDPSession(page);
  await debuggerOfPage.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.evaluate(noteTapAndPaint, selector);
  await tap();
  const noted = await page.waitForFunction(() => (window as unknown as { tapToPaint?: number }).tapToPaint);
  await debuggerOfPage.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await debuggerOfPage.detach();
  return (await noted.jsonValue()) as number;
}

/** Runs in the page. */
function noteTapAndPaint(selector: string): void {
  const noted = window as unknown as { tapToPaint?: number };
  delete noted.tapToPaint;
  let tappedAt = 0;
  addEventListener(
    'click',
    () => {
      tappedAt = performance.now();
    },
    { capture: true, once: true },
  );
  const watch = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    watch.disconnect();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        noted.tapToPaint = performance.now() - tappedAt;
      }),
    );
  });
  watch.observe(document, { childList: true, subtree: true });
}
