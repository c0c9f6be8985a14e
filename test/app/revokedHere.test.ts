// A tablet that hears of its own revocation while people are at work on it: nothing is told as saved that does not count.

import { beforeEach, expect, test } from 'vitest';
import type { EmployeeId } from '../../src/domain/ids';
import { deviceStream } from '../../src/domain/streams';
import { type DeviceId, momentToEventId } from '../../src/kernel/hlc';
import type { Arrival, LogEntry, SegmentId } from '../../src/store/db';
import { openManagedApp, PASSCODE, value } from '../support/testApp';

const mary = '00123' as EmployeeId;
const other = 'other00000' as DeviceId;
const refused = { ok: false, error: { type: 'thisTabletRevoked' } };

let tablet: Awaited<ReturnType<typeof openManagedApp>>;
beforeEach(async () => {
  tablet = await openManagedApp();
  value(await tablet.manager.enrol({ employeeId: mary, firstName: 'Mary', lastName: 'Sluis' }));
});

/** Another tablet has revoked this one. */
function revocation(): Arrival {
  const entry = {
    stream: deviceStream(tablet.store.device),
    id: momentToEventId({ time: tablet.clock.now(), counter: 0 }, other),
    by: 'kiosk',
    type: 'TabletRevoked',
    v: 1,
    lastSequence: 0,
  } as unknown as LogEntry;
  const id = `${other}:00000001:${'0'.repeat(16)}` as SegmentId;
  return { kind: 'segment', id, device: other, sequence: 1, entries: [entry], state: 'stored' };
}
const hearOfIt = async () => (await tablet.store.replication()).takeIn([revocation()], tablet.clock.now());
/** Grows with every event that is recorded here. */
const clockOfEvents = async () => (await tablet.store.replication()).ownTime();

test('[Y37] a manager whose area was open records nothing more', async () => {
  const { manager } = tablet;
  await hearOfIt();
  const before = await clockOfEvents();
  const form = { employeeId: '00124' as EmployeeId, firstName: 'Tom', lastName: 'Berg' };
  expect(await manager.enrol(form)).toEqual(refused);
  expect(await manager.change(mary, { firstName: 'Maria' })).toEqual(refused);
  expect(await manager.createLoginCode(mary)).toEqual(refused);
  expect(await manager.issueDayPass(mary, 4)).toEqual(refused);
  expect(await manager.chooseCodeLifetimes({ screen: 3_600_000 })).toEqual(refused);
  expect(await manager.confirmClock()).toEqual(refused);
  expect(await manager.changePasscode({ current: PASSCODE, next: 'a very different thing' })).toEqual(
    refused,
  );
  expect(await clockOfEvents()).toBe(before);
});

test('[Y37] nor is it said that what was printed is on record', async () => {
  const { codeId } = value(await tablet.manager.createLoginCode(mary));
  await hearOfIt();
  expect(await tablet.manager.recordPrinted([{ employeeId: mary, codeId } as never])).toEqual(refused);
});

test('[Y37] a password that was being chosen is not set', async () => {
  const { code } = value(await tablet.manager.createLoginCode(mary));
  const checked = value(await tablet.app.checkCode({ employeeId: mary, code }));
  await hearOfIt();
  expect(await tablet.app.activate(checked, { password: 'green tractors', personalEmail: '' })).toEqual(
    refused,
  );
  expect(await tablet.app.queries.employee(mary)).toMatchObject({ account: { status: 'invited' } });
});

test('[Y37] nor is one that was being changed', async () => {
  const { code } = value(await tablet.manager.createLoginCode(mary));
  const checked = value(await tablet.app.checkCode({ employeeId: mary, code }));
  value(await tablet.app.activate(checked, { password: 'green tractors', personalEmail: '' }));
  await hearOfIt();
  const typed = { current: 'green tractors', next: 'yellow tractors' };
  expect(await tablet.app.changePassword(typed)).toEqual(refused);
});
