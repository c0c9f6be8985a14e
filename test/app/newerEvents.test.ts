// A tablet that has not been updated yet meets events of a newer version of the app.

import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { employeeStream, type RecordedEvent } from '../../src/domain/streams';
import { type DeviceId, momentToEventId } from '../../src/kernel/hlc';
import { emptyRow, refoldRow } from '../../src/store/views';
import { enrolled, marysId } from '../support/people';
import { MORNING } from '../support/stillClock';

const at = (minute: number) =>
  momentToEventId({ time: MORNING + minute * 60_000, counter: 0 }, 'tablet0001' as DeviceId);
const recorded = (minute: number, event: object) =>
  ({ id: at(minute), by: 'manager:ada', ...event }) as unknown as RecordedEvent;

test.each([
  ['a new kind of event', { type: 'EmployeePhotographed', v: 1, photo: 'x' }],
  ['a newer version of an event we know', { type: 'EmployeeDetailsChanged', v: 2, patch: [] }],
])('[E11] %s is kept, and skipped in the view', (_, newer) => {
  const known = refoldRow(emptyRow(employeeStream(marysId)), [recorded(0, enrolled)]);
  const row = refoldRow(known, [recorded(1, newer)]);
  expect(row.events).toHaveLength(2);
  expect({ ...row, events: [] }).toEqual({ ...known, events: [] });
});

test('[E11] somebody enrolled by a newer version is not shown, and nothing breaks', () => {
  const row = refoldRow(emptyRow(employeeStream(marysId)), [
    recorded(0, { ...enrolled, v: 2, details: undefined }),
  ]);
  expect(row.view).toEqual({ status: 'unknown' });
  expect(row.events).toHaveLength(1);
});
