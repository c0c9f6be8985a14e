// A tablet that is set up and has many people on its list. They are put straight into its database, rows as the app itself
// makes them: enrolling 100,000 by the import screen would take minutes per bench.

import type { Page } from 'playwright';
import { managerPages } from '../e2e/pages/ManagerPages';
import type { Tablet } from '../e2e/support/launch';
import { openTablet } from '../e2e/support/launch';
import type { AppServer } from '../e2e/support/serveApp';
import { putRows } from '../support/putRows';
import { entriesOf, oldRow } from './harness/people';

const CHUNK = 2_500;
const LOG_ROW = 500;

/** `eventsEach`: how long the history of each of them is. */
export async function openFilledTablet(server: AppServer, people: number, eventsEach = 1): Promise<Tablet> {
  const tablet = await openTablet({ server });
  await managerPages(tablet).setUp();
  const chunk = Math.ceil(CHUNK / eventsEach);
  for (let from = 0; from < people; from += chunk)
    await putPeople(tablet.page, from, Math.min(chunk, people - from), eventsEach);
  await tablet.waitUntilKept();
  return tablet;
}

function putPeople(page: Page, from: number, count: number, eventsEach: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => oldRow(from + at, eventsEach));
  const entries = entriesOf(rows);
  const logRows = Array.from({ length: Math.ceil(entries.length / LOG_ROW) }, (_, at) => ({
    entries: entries.slice(at * LOG_ROW, (at + 1) * LOG_ROW),
  }));
  return page.evaluate(putRows, { streams: rows, log: logRows });
}
