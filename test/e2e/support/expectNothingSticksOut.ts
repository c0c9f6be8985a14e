// Nothing of a screen is lost to the side, at a size of text: the page does not scroll sideways, nor does a dialog or
// a list in it, and no button is narrower than its words.

import type { Page } from 'playwright';
import { expect } from './expect';

/** Sets the size of text for as long as it looks; fails with the elements that stick out. */
export async function expectNothingSticksOut(page: Page, rootSize: string): Promise<void> {
  await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), rootSize);
  // The screen may need a moment to settle in its new room.
  await expect
    .poll(() => page.evaluate(whatSticksOut), { message: `${page.url()} with text at ${rootSize}` })
    .toEqual([]);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}

/** Runs in the page. */
function whatSticksOut(): string[] {
  // A pixel is rounding.
  const isWider = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth + 1;
  const dialog = document.querySelector('dialog[open]');
  const place = (dialog ?? document.documentElement).getBoundingClientRect();
  const isOutside = (element: Element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 1 && (left < place.left - 1 || right > place.right + 1);
  };
  const isCut = (element: Element) => {
    const { overflowX, textOverflow } = getComputedStyle(element);
    if (overflowX === 'auto' || overflowX === 'scroll') return isWider(element);
    // What ends in an ellipsis is meant to be cut, and a field scrolls what is typed into it.
    return element.matches('button, a, label, select') && textOverflow !== 'ellipsis' && isWider(element);
  };
  const lost = [...(dialog ?? document.body).querySelectorAll('*')]
    .filter((element) => !(element instanceof SVGElement) && element.checkVisibility())
    .filter((element) => isCut(element) || isOutside(element));
  if (isWider(document.documentElement)) lost.unshift(document.documentElement);
  return lost.map((element) => element.outerHTML.slice(0, 120));
}
