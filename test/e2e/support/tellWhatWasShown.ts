// A journey that fails says what its tablets showed at that moment, and whether their browsers still drew and answered: what
// is wrong may be the browser.

import { beforeEach, onTestFailed } from 'vitest';
import { lookBeforeClosing, openTablets, type Tablet } from './launch';

/** In ms. Whoever takes longer to answer, or to draw, is told as not doing so. */
const PATIENCE = 4_000;

beforeEach(({ task }) => {
  const firstError = () => task.result?.errors?.[0];
  // What a test cleans up is closed before the failure is told.
  const closed: string[] = [];
  lookBeforeClosing(async (tablet) => {
    if (firstError()) closed.push(await whatIsShown(tablet));
  });
  onTestFailed(async () => {
    const error = firstError();
    if (!error) return;
    const shown = [...closed, ...(await Promise.all([...openTablets].map(whatIsShown)))];
    error.message += `\n\nWhat the tablets showed:\n${shown.join('\n')}`;
    error.stack = `${error.message}\n${error.stack ?? ''}`;
  });
});

async function whatIsShown({ page, url, pending }: Tablet): Promise<string> {
  const asked = page.evaluate(lookAround, PATIENCE).catch(String);
  const answer = await Promise.race([
    asked,
    new Promise<string>((resolve) => setTimeout(resolve, 2 * PATIENCE, 'The page answers nothing.')),
  ]);
  return `${page.url().replace(url, '')}: ${answer} Requests under way: ${[...pending].join(', ') || 'none'}.`;
}

/** Runs in the page. */
async function lookAround(patience: number): Promise<string> {
  const isDrawn = await new Promise<boolean>((resolve) => {
    requestAnimationFrame(() => resolve(true));
    setTimeout(resolve, patience, false);
  });
  const worker = navigator.serviceWorker.controller?.state ?? 'none';
  const text = document.body.innerText.replace(/\s+/g, ' ').slice(0, 300);
  // What broke, where the screen for that is shown.
  const broken = document.querySelector('details pre')?.textContent?.slice(0, 1_000) ?? '';
  return `“${text}” ${broken} ${isDrawn ? 'Frames are drawn.' : 'NO FRAME IS DRAWN.'} Service worker: ${worker}.`;
}
