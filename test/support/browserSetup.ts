// Before the first browser test: make sure that there is a browser, and fetch one if not.

import { findBrowser } from './findBrowser';

export function setup(): void {
  findBrowser();
}
