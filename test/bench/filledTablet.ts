// A tablet that is set up and has many people on its list. They are put straight into its database, rows as the app itself
// makes them: enrolling 100,000 by the import screen would take minutes per bench.

import type { Page } from 'playwright';
import { employeeStream, type RecordedEvent } from '../../src/domain/streams';
import { type DeviceId, momentToEventId } from '../../src/kernel/hlc';
import { emptyRow, extendRow } from '../../src/store/views';
import { managerPages } from '../e2e/pages/ManagerPages';
import type { Tablet } from '../e2e/support/launch';
import { openTablet } from '../e2e/support/launch';
import type { AppServer } from '../e2e/support/serveApp';
import { putRows } from '../support/putRows';
import { personAt } from './harness/people';

const CHUNK = 2_500;
const LOG_ROW = 500;
const YESTERDAY = Date.now() - 24 * 3_600_000;

export async function openFilledTablet(server: AppServer, people: number): Promise<Tablet> {
  const tablet = await openTablet({ server });
  await managerPages(tablet).setUp();
  for (let from = 0; from < people; from += CHUNK)
    await putPeople(tablet.page, from, Math.min(CHUNK, people - from));
  await tablet.waitUntilKept();
  return tablet;
}

function putPeople(page: Page, from: number, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => {
    const { employeeId, details } = personAt(from + at);
    const id = momentToEventId({ time: YESTERDAY, counter: from + at }, 'benchbench' as DeviceId);
    const event: RecordedEvent = { id, by: 'manager:bench', type: 'EmployeeEnrolled', v: 1, details };
    return extendRow(emptyRow(employeeStream(employeeId)), [event]);
  });
  const entries = rows.map(({ stream, events }) => ({ stream, ...events[0] }));
  const logRows = Array.from({ length: Math.ceil(count / LOG_ROW) }, (_, at) => ({
    entries: entries.slice(at * LOG_ROW, (at + 1) * LOG_ROW),
  }));
  return page.evaluate(putRows, { streams: rows, log: logRows });
}
