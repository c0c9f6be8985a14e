// Two tablets that were apart have met: four questions that only a person can settle, as they lie on a tablet then.

import type { Page } from 'playwright';
import type { CodeHash, PasswordHash } from '../../src/domain/employee';
import type { EmployeeDetails } from '../../src/domain/employeeDetails';
import type { CodeId, EmployeeId, ManagerId } from '../../src/domain/ids';
import type { PlainDate } from '../../src/domain/plainDate';
import { deviceStream, employeeStream, managerStream, type StreamName } from '../../src/domain/streams';
import type { VersionedEvent } from '../../src/kernel/decider';
import { type DeviceId, eventDevice, momentToEventId } from '../../src/kernel/hlc';
import type { LogEntry } from '../../src/store/db';
import { emptyRow, mergeIntoRow } from '../../src/store/views';
import { putRows } from './putRows';

const kitchen = 'kitchen000' as DeviceId;
const storeRoom = 'storeroom0' as DeviceId;
const hash = '$pbkdf2-sha256$i=4096$AAAA$AAAA' as CodeHash;
const password = '$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA' as PasswordHash;
const YESTERDAY = Date.now() - 24 * 3_600_000;

let counter = 0;
const on = (device: DeviceId, stream: StreamName, event: VersionedEvent, by = 'manager:grace'): LogEntry => {
  counter += 1;
  const id = momentToEventId({ time: YESTERDAY + counter * 7 * 60_000, counter: 0 }, device);
  return { stream, id, by, ...event } as LogEntry;
};

const enrolled = (details: EmployeeDetails) => ({ type: 'EmployeeEnrolled', v: 1, details });
const issued = (codeId: string) => ({
  type: 'ActivationCodeIssued',
  v: 1,
  codeId: codeId as CodeId,
  hash,
  expiresAt: Date.now() + 20 * 3_600_000,
  channel: 'screen',
});
const redeemed = (codeId: string) => ({ type: 'ActivationCodeRedeemed', v: 1, codeId, password });

/** Whoever redeems a code does so in the employee's name, and their streams are called the same. */
const by = (of: StreamName): string => of;
const stream = (id: string) => employeeStream(id as EmployeeId);
const twice = stream('00310');
const old = stream('00311');
const shared = stream('00312');
const leaver = stream('00313');

const events = (): LogEntry[] => [
  on(kitchen, managerStream('grace' as ManagerId), {
    type: 'ManagerAdded',
    v: 1,
    name: 'Grace Hopper',
    role: 'manager',
    passcode: password,
  } as never),
  on(kitchen, deviceStream(kitchen), { type: 'TabletAdded', v: 1, name: 'Kitchen', siteId: 's' } as never),
  on(storeRoom, deviceStream(storeRoom), {
    type: 'TabletAdded',
    v: 1,
    name: 'Store room',
    siteId: 's',
  } as never),
  on(kitchen, twice, enrolled({ firstName: 'Amara', lastName: 'Okafor', department: 'Catering' } as never)),
  on(kitchen, old, enrolled({ firstName: 'Bo', lastName: 'Lindqvist' })),
  on(kitchen, leaver, enrolled({ firstName: 'Łukasz', lastName: 'Wójcik' })),
  on(
    kitchen,
    shared,
    enrolled({
      firstName: 'Mary',
      lastName: 'Sluis',
      department: 'Dairy',
      jobTitle: 'Team lead',
      startDate: '2024-03-01' as PlainDate,
    }),
  ),
  on(kitchen, twice, issued('a')),
  on(kitchen, old, issued('b')),
  on(kitchen, leaver, issued('c')),
  on(
    storeRoom,
    shared,
    enrolled({
      firstName: 'Thomas',
      lastName: 'O’Mara',
      department: 'Stores',
      email: 'tom@example.com',
    }),
  ),
  on(storeRoom, twice, redeemed('a'), by(twice)),
  on(kitchen, twice, redeemed('a'), by(twice)),
  on(kitchen, old, issued('d')),
  on(storeRoom, old, redeemed('b'), by(old)),
  on(kitchen, leaver, { type: 'EmployeeLeft', v: 1 }),
  on(storeRoom, leaver, redeemed('c'), by(leaver)),
];

/** As a pull puts them: a segment in the log, and a row per stream. */
export async function putCases({ page }: { readonly page: Page }): Promise<void> {
  const entries = events();
  const streams = [...new Set(entries.map((entry) => entry.stream))].map((name) =>
    mergeIntoRow(
      emptyRow(name),
      entries.flatMap(({ stream: of, ...event }) => (of === name ? [event] : [])),
    ),
  );
  const log = [kitchen, storeRoom].map((device) => ({
    entries: entries.filter(({ id }) => eventDevice(id) === device),
    segment: `${device}:00000001:0`,
  }));
  await page.evaluate(putRows, { streams, log });
}
