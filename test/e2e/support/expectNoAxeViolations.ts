// Every screen is checked with axe against WCAG 2.2 AA, as it stands, under its own content security policy.

import axe from 'axe-core';
import type { Page } from 'playwright';
import { expect } from './expect';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with the rule, the reason and the element of each violation. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // Through the debugger, which the policy does not bind; a script element would be refused.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (rules) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const result = await inPage.run({ runOnly: rules, resultTypes: ['violations'] });
    return result.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`),
    }));
  }, RULES);
  expect(violations, `accessibility of ${page.url()}`).toEqual([]);
}
