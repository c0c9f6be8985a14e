// Playwright's expectations, which wait for what they expect, with the patience a machine of two cores needs.

import { expect as impatient } from 'playwright/test';

export const expect = impatient.configure({ timeout: 15_000 });
