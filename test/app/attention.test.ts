// Two tablets that were apart have met: what a manager finds on the list, and what they can do about it.

import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import type { EmployeeId } from '../../src/domain/ids';
import { employeeStream } from '../../src/domain/streams';
import { openDatabase, type StreamRow } from '../../src/store/db';
import { refoldRow } from '../../src/store/views';
import { hearAll } from '../support/hearAll';
import { MORNING } from '../support/stillClock';
import { openManagedApp, openTestApp, PASSCODE, value } from '../support/testApp';

type Tablet = Awaited<ReturnType<typeof openManagedApp>>;
let here: Tablet;
let there: Tablet;
const id = '00123' as EmployeeId;
const stream = employeeStream(id);
const refusal = (type: string) => ({ ok: false, error: { type } });

beforeEach(async () => {
  here = await openManagedApp();
  there = await openManagedApp();
});

const enrol = async ({ manager }: Tablet, firstName: string, lastName: string, employeeId: string = id) =>
  value(await manager.enrol({ employeeId, firstName, lastName }));

/** Takes over what the other tablet knows about this employee. */
async function hear(tablet: Tablet, other: Tablet): Promise<void> {
  const [mine, theirs] = [openDatabase(tablet.databaseName), openDatabase(other.databaseName)];
  const [row, otherRow] = await Promise.all([mine.streams.get(stream), theirs.streams.get(stream)]);
  if (!otherRow) throw new Error('There is nothing to hear');
  const empty: StreamRow = { stream, events: [], view: { status: 'unknown' } };
  await mine.streams.put(refoldRow(row ?? empty, otherRow.events));
  mine.close();
  theirs.close();
}

/** Mary has a code from here, and two people activate with it; then this tablet hears of the other one. */
async function activatedTwice(): Promise<void> {
  await enrol(here, 'Mary', 'Sluis');
  const code = value(await here.manager.createLoginCode(id));
  await hear(there, here);
  for (const [{ app, clock }, password, minutes] of [
    [there, 'their own tractor', 1],
    [here, 'my own tractor', 2],
  ] as const) {
    clock.move(minutes * 60_000);
    const checked = value(await app.checkCode({ employeeId: id, code: code.code }));
    value(await app.activate(checked, { password, personalEmail: '' }));
    app.session.end();
    value(await app.unlock(PASSCODE));
  }
  await hear(here, there);
  here = { ...here, manager: await here.app.manager() };
}

async function mixedUp(): Promise<void> {
  await enrol(here, 'Mary', 'Sluis');
  there.clock.move(60_000);
  await enrol(there, 'Tom', 'O’Mara');
  await hear(here, there);
}

async function onlyCase({ manager }: Tablet) {
  const [row, ...more] = await manager.attention.rows();
  const [entry, ...others] = row?.view.status === 'enrolled' ? row.view.attention : [];
  if (!entry || others.length > 0 || more.length > 0) throw new Error('There should be one case');
  return entry;
}

test('[A11] whoever has something to be settled is found, and counted', async () => {
  await enrol(here, 'Ann', 'Lee', '00200');
  expect(await here.manager.attention.count()).toBe(0);
  await mixedUp();
  expect(await here.manager.attention.count()).toBe(1);
  expect((await here.manager.attention.rows()).map((row) => row.stream)).toEqual([stream]);
});

test('[A11] questions are counted, not people', async () => {
  await mixedUp();
  const third = await openManagedApp();
  third.clock.move(120_000);
  await enrol(third, 'Ann', 'Lee');
  await hear(here, third);
  expect(await here.manager.attention.count()).toBe(2);
  expect((await here.manager.attention.cases()).map(({ otherName }) => otherName)).toEqual([
    'Ann Lee',
    'Tom O’Mara',
  ]);
});

test('a question is told with both sides: who, on which tablet, when', async () => {
  await enrol(here, 'Mary', 'Sluis');
  there.clock.move(60_000);
  await enrol(there, 'Tom', 'O’Mara');
  await hearAll(here, there);
  const [told, ...more] = await here.manager.attention.cases();
  expect(more).toEqual([]);
  const side = { did: 'EmployeeEnrolled', manager: 'Ada Byron', tablet: 'Front door' };
  expect(told).toMatchObject({
    employeeId: id,
    name: 'Mary Sluis',
    otherName: 'Tom O’Mara',
    first: { ...side, at: MORNING },
    second: { ...side, at: MORNING + 60_000 },
    now: { type: 'none' },
    ways: ['new id', 'merge', 'keep'],
    changes: { firstName: 'Tom', lastName: 'O’Mara' },
  });
});

test('who activated is nobody’s name, and an account says at which tablet its password was set', async () => {
  await activatedTwice();
  const [told] = await here.manager.attention.cases();
  expect(told).toMatchObject({
    first: { did: 'ActivationCodeRedeemed', manager: undefined, tablet: undefined, at: MORNING + 60_000 },
    second: { manager: undefined, tablet: 'Front door' },
    now: { type: 'active', side: 'second', tablet: 'Front door', at: MORNING + 120_000 },
    changes: {},
  });
});

test('[A1] [S1] of two passwords only the one that was set where the code came from signs in', async () => {
  await activatedTwice();
  expect(await onlyCase(here)).toMatchObject({ type: 'codeRedeemedTwice' });
  const { app } = here;
  expect(await app.signIn({ employeeId: id, password: 'their own tractor' })).toEqual(
    refusal('signInNotAccepted'),
  );
  value(await app.signIn({ employeeId: id, password: 'my own tractor' }));
});

test('[A8] what is kept is settled, once', async () => {
  await activatedTwice();
  const { caseId } = await onlyCase(here);
  value(await here.manager.attention.settle(id, caseId, 'keep'));
  expect(await here.manager.attention.count()).toBe(0);
  expect(await here.manager.attention.settle(id, caseId, 'keep')).toEqual(refusal('attentionSettled'));
  value(await here.app.signIn({ employeeId: id, password: 'my own tractor' }));
});

test('[A7] a new code settles it, and ends both passwords', async () => {
  await activatedTwice();
  const { caseId } = await onlyCase(here);
  const code = value(await here.manager.attention.giveNewCode(id, caseId));
  expect(await here.manager.attention.count()).toBe(0);
  value(await here.app.checkCode({ employeeId: id, code: code.code }));
  const settled = (await here.manager.activity.of(id)).map(({ event }) => event.type);
  expect(settled.slice(0, 2)).toEqual(['ActivationCodeIssued', 'AttentionSettled']);
});

test('[A8] whoever comes second with a new code issues none, and the first one goes on to work', async () => {
  await activatedTwice();
  const { caseId } = await onlyCase(here);
  const code = value(await here.manager.attention.giveNewCode(id, caseId));
  expect(await here.manager.attention.giveNewCode(id, caseId)).toEqual(refusal('attentionSettled'));
  value(await here.app.checkCode({ employeeId: id, code: code.code }));
});

test('[A9] one person after all: what the other side says is taken over', async () => {
  await mixedUp();
  value(await here.manager.attention.settle(id, (await onlyCase(here)).caseId, 'merge'));
  expect(await here.app.queries.employee(id)).toMatchObject({
    details: { firstName: 'Tom', lastName: 'O’Mara' },
    attention: [],
  });
});

test('[A9] two people: the other is enrolled under an ID of their own', async () => {
  await mixedUp();
  const { caseId } = await onlyCase(here);
  expect(await here.manager.attention.giveNewId(id, caseId, ' 00124 ')).toEqual({ ok: true, value: '00124' });
  expect(await here.app.queries.employee('00124' as EmployeeId)).toMatchObject({
    details: { firstName: 'Tom', lastName: 'O’Mara' },
  });
  expect(await here.app.queries.employee(id)).toMatchObject({
    details: { firstName: 'Mary', lastName: 'Sluis' },
    attention: [],
  });
  expect(await here.manager.attention.giveNewId(id, caseId, '00125')).toEqual(refusal('attentionSettled'));
});

test.each([
  ['that somebody has', '00200', { type: 'alreadyEnrolled' }],
  ['that is the same again', id as string, { type: 'alreadyEnrolled' }],
  ['that cannot be one', '12?4', { type: 'employeeIdHasForeignSymbol', symbol: '?' }],
])('[A9] an ID %s is refused, and nothing is settled', async (_, newId, error) => {
  await enrol(here, 'Ann', 'Lee', '00200');
  await mixedUp();
  const { caseId } = await onlyCase(here);
  expect(await here.manager.attention.giveNewId(id, caseId, newId)).toEqual({ ok: false, error });
  expect(await onlyCase(here)).toMatchObject({ type: 'differentPeople', caseId });
});

test('[A9] only a question about who somebody is has another person to enrol', async () => {
  await activatedTwice();
  const { caseId } = await onlyCase(here);
  expect(await here.manager.attention.giveNewId(id, caseId, '00124')).toEqual(refusal('attentionSettled'));
});

test('[S5] [A8] a manager area that is locked settles nothing', async () => {
  await mixedUp();
  const { caseId } = await onlyCase(here);
  here.app.session.end();
  const { attention } = here.manager;
  expect(await attention.settle(id, caseId, 'keep')).toEqual(refusal('sessionOver'));
  expect(await attention.giveNewId(id, caseId, '00124')).toEqual(refusal('sessionOver'));
  expect(await attention.giveNewCode(id, caseId)).toEqual(refusal('sessionOver'));
});

test('[H6] [A11] a tablet from before there were cases is read anew, and loses nobody', async () => {
  const databaseName = 'from-before';
  const old = new Dexie(databaseName);
  const indexes = 'stream, name, [account+name], [department+name], *words, lineManager';
  old.version(1).stores({ log: '++seq', streams: indexes, tries: 'account', meta: 'key' });
  await mixedUp();
  const { events } = (await here.manager.employees.row(id)) as StreamRow;
  const rowOfOld = { stream, events, view: { status: 'unknown' }, name: 'sluis' };
  await old.table('log').add({ entries: events.map((event) => ({ stream, ...event })) });
  await old.table('streams').add(rowOfOld);
  await old.table('meta').add({ key: 'views', version: 1 });
  old.close();
  const { store } = await openTestApp({ databaseName });
  const queries = await store.managerQueries();
  expect(await queries.attentionCount()).toBe(1);
  expect(await store.queries.employee(id)).toMatchObject({ details: { firstName: 'Mary' } });
});
