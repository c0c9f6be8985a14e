// The screens of what needs attention: four questions as they come up when two tablets that were apart have met.

import type { CodeHash, PasswordHash } from '../../src/domain/employee';
import type { EmployeeDetails } from '../../src/domain/employeeDetails';
import type { CodeId, EmployeeId, ManagerId } from '../../src/domain/ids';
import type { PlainDate } from '../../src/domain/plainDate';
import { deviceStream, employeeStream, managerStream, type StreamName } from '../../src/domain/streams';
import type { VersionedEvent } from '../../src/kernel/decider';
import { type DeviceId, eventDevice, momentToEventId } from '../../src/kernel/hlc';
import type { LogEntry } from '../../src/store/db';
import { emptyRow, mergeIntoRow } from '../../src/store/views';
import { managerPages, PASSCODE } from '../e2e/pages/ManagerPages';
import { expect } from '../e2e/support/expect';
import type { Tablet } from '../e2e/support/launch';
import { putRows, wasLater } from '../support/putRows';
import type { PicturedScreen } from './screens';

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
async function meet({ page }: Tablet): Promise<void> {
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

const press = ({ page }: Tablet, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
const sees = ({ page }: Tablet, text: string) => expect(page.getByText(text).first()).toBeVisible();
const card = ({ page }: Tablet, name: RegExp) => page.getByRole('article', { name });

export const attentionScreens: readonly PicturedScreen[] = [
  {
    name: 'attention-none',
    open: async (tablet) => {
      await managerPages(tablet).unlock('/manage/attention');
      await sees(tablet, 'Nothing needs attention');
    },
  },
  {
    name: 'attention',
    open: async (tablet) => {
      await meet(tablet);
      await managerPages(tablet).unlock('/manage/attention');
      await expect(tablet.page.getByRole('article')).toHaveCount(4);
    },
  },
  {
    name: 'attention-one-id',
    open: async (tablet) => {
      await managerPages(tablet).unlock('/manage/employees/00312');
      await tablet.page.getByRole('link', { name: 'Look at it' }).click();
      await expect(card(tablet, /Two people/).getByRole('heading', { level: 2 })).toBeFocused();
    },
  },
  {
    name: 'attention-merge',
    open: async (tablet) => {
      await press(tablet, 'Merge into one person');
      await expect(tablet.page.getByRole('dialog')).toContainText('instead of Mary');
    },
  },
  {
    name: 'attention-new-id',
    open: async (tablet) => {
      await press(tablet, 'Cancel');
      await press(tablet, 'Give another Employee ID');
      await tablet.page.getByLabel('Employee ID', { exact: true }).fill('00310');
      await press(tablet, 'Enrol');
      await expect(tablet.page.getByText(/is on the list already/)).toBeVisible();
    },
  },
  {
    name: 'attention-settled',
    open: async (tablet) => {
      await tablet.page.getByLabel('Employee ID', { exact: true }).fill('00399');
      await press(tablet, 'Enrol');
      await expect(card(tablet, /Two people/)).toHaveCount(0);
      await expect(tablet.page.getByRole('region', { name: /enrolled under 00399/ })).toBeFocused();
    },
  },
  {
    name: 'attention-code',
    open: async (tablet) => {
      await press(tablet, 'Create a new code');
      await expect(tablet.page.getByRole('dialog').getByLabel('Activation code')).toBeVisible();
    },
  },
  {
    name: 'attention-code-given',
    open: async (tablet) => {
      await press(tablet, 'Done');
      await expect(tablet.page.getByRole('region', { name: /has a new code/ })).toBeFocused();
      await expect(tablet.page.getByRole('article')).toHaveCount(2);
    },
  },
  {
    name: 'employee-attention',
    open: async (tablet) => {
      await managerPages(tablet).unlock('/manage/employees/00310');
      await sees(tablet, 'Something here needs attention');
    },
  },
  {
    name: 'activity-of-tablets',
    open: async (tablet) => {
      await managerPages(tablet).unlock('/manage/activity');
      await sees(tablet, 'At Store room');
    },
  },
  {
    name: 'clock-set-back',
    open: async (tablet) => {
      await tablet.page.evaluate(wasLater, 40 * 24 * 3_600_000);
      await managerPages(tablet).unlock('/manage/employees/00310');
      await press(tablet, 'Create login code');
      await expect(tablet.page.getByRole('button', { name: 'The time is right' })).toBeVisible();
    },
  },
  {
    name: 'clock-set-back-many',
    open: async (tablet) => {
      await managerPages(tablet).unlock('/manage/employees');
      await press(tablet, 'Select people');
      await tablet.page.getByRole('checkbox', { name: /Okafor/ }).check();
      await press(tablet, 'Show codes one by one');
      await tablet.page.getByLabel('Passcode', { exact: true }).fill(PASSCODE);
      await press(tablet, 'Show the first code');
      await expect(tablet.page.getByRole('button', { name: 'The time is right' })).toBeVisible();
    },
  },
  {
    name: 'clock-confirmed',
    open: async (tablet) => {
      await press(tablet, 'The time is right');
      await expect(tablet.page.getByRole('dialog').getByLabel('Activation code')).toBeVisible();
    },
  },
];
