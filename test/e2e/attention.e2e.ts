// Settling what only a person can, on a page with several cases: one after the other, with a finger that may tap twice.

import { afterEach, expect as check, test } from 'vitest';
import { putCases } from '../support/putCases';
import { managerPages } from './pages/ManagerPages';
import { expect } from './support/expect';
import type { Tablet } from './support/launch';
import { openTabletInUse } from './support/tabletInUse';

let tablet: Tablet;

afterEach(async () => {
  check(tablet.problems).toEqual([]);
  await tablet.close();
});

test('[A16] what is settled stays in its place, and a second tap finds no button of another case', async () => {
  tablet = await openTabletInUse();
  const { page } = tablet;
  await tablet.visit('/');
  await putCases(tablet);
  await managerPages(tablet).unlock('/manage/attention');
  const cards = page.getByRole('article');
  await expect(cards).toHaveCount(4);

  const settle = async (name: string, person: string) => {
    const left = (await cards.count()) - 1;
    const button = cards.filter({ hasText: person }).getByRole('button', { name });
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    if (!box) throw new Error('The button is not there');
    const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
    await page.mouse.click(...at);
    await expect(cards).toHaveCount(left);
    const notice = page.getByRole('region', { name: `Settled for ${person}` });
    await expect(notice).toBeFocused();
    await expect(notice).toBeInViewport({ ratio: 1 });
    const under = await page.evaluate(
      ([x, y]) => document.elementFromPoint(x, y)?.closest('button, a')?.textContent ?? 'nothing to press',
      at,
    );
    check(under).toBe('nothing to press');
  };
  await settle('Dismiss', 'Bo Lindqvist');
  await settle('Keep it as it is', 'Amara Okafor');
});
