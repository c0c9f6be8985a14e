// One of every event that was ever written to a log, as it was written. Added to, never edited: whoever changes a fold
// must still be able to read what stands on tablets.

import { expect, test } from 'vitest';
import { DEFAULT_LIFETIMES } from '../../../src/domain/codeLifetimes';
import type { Employee } from '../../../src/domain/employee';
import { folds, streamKind } from '../../../src/domain/folds';
import type { RecordedEvent } from '../../../src/domain/streams';
import type { Fold } from '../../../src/kernel/decider';
import v1 from '../../fixtures/events/v1.json';

const states = new Map<string, unknown>();
for (const { stream, ...event } of v1) {
  const kind = streamKind(stream);
  if (!kind) throw new Error(`No stream is called ${stream}`);
  const { initial, evolve } = folds[kind] as unknown as Fold<unknown, RecordedEvent>;
  states.set(stream, evolve(states.get(stream) ?? initial, event as unknown as RecordedEvent));
}

test('the organisation, its tablet and its manager are read', () => {
  expect(states.get('organisation')).toEqual({
    status: 'founded',
    name: 'Brightwater',
    companyCode: 'BW',
    country: 'GB',
    sites: [{ siteId: 'site1', name: 'Mill Lane' }],
    codeLifetimes: { ...DEFAULT_LIFETIMES, letter: 14 * 24 * 3_600_000 },
  });
  expect(states.get('device:tablet0001')).toEqual({ status: 'added', name: 'Front door', siteId: 'site1' });
  expect(states.get('manager:ada')).toMatchObject({
    name: 'Ada Byron',
    role: 'admin',
    passcode: '$argon2id$second',
  });
});

test('employees are read', () => {
  expect(states.get('employee:00123')).toMatchObject({
    details: {
      firstName: 'Mary',
      lastName: 'Hopper',
      country: 'GB',
      department: 'Dairy',
      jobTitle: 'Milker',
      phone: '+44 1632 960001',
      lineManager: '00900',
      startDate: '2020-03-01',
    },
    personalEmail: 'mary@home.example',
    account: { status: 'active', password: '$argon2id$new' },
    passwordSetAt: 1_795_330_800_000 + 10 * 60_000,
    spentCodes: [
      { codeId: 'code2', end: 'redeemed' },
      { codeId: 'code1', end: 'superseded' },
    ],
  });
  expect(states.get('employee:00123')).not.toHaveProperty('details.email');
  expect(states.get('employee:00124')).toMatchObject({ account: { status: 'locked' } });
  expect(states.get('employee:00125')).toMatchObject({ employment: { status: 'employed' } });
  expect(states.get('employee:00126')).toMatchObject({ employment: { status: 'left' } });
});

test('[A1] [A3] what tablets did apart is read', () => {
  const state = states.get('employee:00127') as Employee;
  expect(state).toMatchObject({
    details: { firstName: 'Joe', lastName: 'Doe' },
    account: { status: 'active', password: '$argon2id$here' },
    spentCodes: [{ codeId: 'code3', issue: '0mwrie1mo-0000-tablet0001', end: 'redeemed' }],
  });
  expect(state.attention.map(({ type }) => type)).toEqual(['codeRedeemedTwice']);
  expect(states.get('device:tablet0002')).toMatchObject({ name: 'Back door', revoked: { lastSequence: 12 } });
});

test('codes that travel, and day passes, are read', () => {
  expect(states.get('employee:00128')).toMatchObject({
    account: { status: 'none' },
    spentCodes: [{ codeId: 'code5', end: 'revoked', channel: 'letter', handedOver: { how: 'print' } }],
  });
  expect(states.get('employee:00129')).toMatchObject({
    isProvisional: true,
    details: { firstName: 'Olu', lastName: 'Ade' },
    account: { status: 'active', password: '$argon2id$olu' },
    dayPass: { passId: 'pass2' },
  });
});

test('a tablet that was heard of is read', () => {
  expect(states.get('device:tablet0003')).toEqual({ status: 'unknown', heardOf: expect.any(Number) });
});

test('batches are read', () => {
  expect(states.get('batch:one')).toMatchObject({ status: 'recorded', event: { fileName: 'people.csv' } });
  expect(states.get('batch:two')).toMatchObject({ status: 'recorded', event: { count: 4 } });
  expect(states.get('batch:three')).toMatchObject({ status: 'recorded', event: { count: 12_000 } });
  expect(states.get('batch:carried')).toMatchObject({ event: { kind: 'revocations', count: 3 } });
  expect(states.get('batch:taken')).toMatchObject({ event: { from: 'tablet0002', count: 2 } });
});

test('every event there is stands in a fixture', () => {
  const every: Record<RecordedEvent['type'], true> = {
    OrganisationFounded: true,
    SiteOpened: true,
    CodeLifetimesChosen: true,
    TabletAdded: true,
    TabletHeardOf: true,
    TabletRevoked: true,
    ClockConfirmed: true,
    ManagerAdded: true,
    PasscodeChanged: true,
    EmployeeEnrolled: true,
    EmployeeDetailsChanged: true,
    EmployeeLeft: true,
    EmployeeReturned: true,
    ActivationCodeIssued: true,
    ActivationCodeRevoked: true,
    CodeHandedOver: true,
    VoucherAccepted: true,
    ActivationCodeRedeemed: true,
    PasswordChanged: true,
    AccountLocked: true,
    DayPassIssued: true,
    DayPassEnded: true,
    AttentionSettled: true,
    ListImported: true,
    ListExported: true,
    BackupMade: true,
    ParcelMade: true,
    ParcelTakenIn: true,
  };
  expect([...new Set(v1.map((event) => event.type))].sort()).toEqual(Object.keys(every).sort());
});
