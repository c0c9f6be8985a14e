// Taking over a list: the dry run, the import, stopping it, doing it again, and the list on its way out.

import { expect, test } from 'vitest';
import { assignColumn, missingFields } from '../../src/domain/importColumns';
import { countOutcomes, type RowOutcome } from '../../src/domain/importOutcome';
import { openManagedApp, PASSCODE, value } from '../support/testApp';

type Tablet = Awaited<ReturnType<typeof openManagedApp>>;

const fileOf = (name: string, content: BlobPart) => new File([content], name);

async function planOf({ manager }: Pick<Tablet, 'manager'>, csv: string) {
  const draft = value(await manager.readList(fileOf('people.csv', csv)));
  const plan = await manager.planImport(draft, draft.columns);
  draft.close();
  if (!plan) throw new Error('The dry run was called off');
  return plan;
}

async function importList(tablet: Pick<Tablet, 'manager'>, csv: string) {
  return value(await tablet.manager.runImport(await planOf(tablet, csv)));
}

const kinds = (outcomes: readonly RowOutcome[]) =>
  outcomes.map((outcome) => (outcome.kind === 'left' ? `left, ${outcome.how}` : outcome.kind));

const HEADER = 'Employee ID,First name,Last name,Department,Last day';
const csv = (...rows: readonly string[]) => [HEADER, ...rows].join('\n');
const manyPeople = (count: number) =>
  csv(
    ...Array.from({ length: count }, (_, at) => `${String(count - at).padStart(6, '0')},Ann,Lee${at},Care,`),
  );

async function everyone({ manager }: Pick<Tablet, 'manager'>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { keys } of manager.employees.portions({ text: '', order: 'name' }))
    ids.push(...keys.map((key) => key.slice('employee:'.length)));
  return ids.sort();
}

async function lastBatch({ manager }: Tablet) {
  const page = await manager.activity.page();
  return page.items
    .map(({ event }) => event)
    .find(({ type }) => type === 'ListImported' || type === 'ListExported');
}

/** Everything the list can mean to a person, on a tablet that knows some of them. */
async function tabletWithHistory() {
  const tablet = await openManagedApp();
  await importList(
    tablet,
    csv('00001,Ada,Byron,Care,', '00002,Bo,Lind,Care,', '00003,Cy,Moss,Care,', '00004,Di,Oak,Care,'),
  );
  value(await tablet.manager.markAsLeft('00004' as never, '2026-10-31'));
  return tablet;
}
const nextList = csv(
  '00001,Ada,Byron,Care,',
  '00002,Bo,Lind,Stores,',
  '00003,Cy,Moss,Care,2026-11-01',
  '00004,Di,Oak,Care,',
  '00005,Ed,Pine,Care,',
  '00006,Flo,Quist,Care,2020-01-01',
  ',Gus,Nobody,Care,',
  '00005,Ed,Pine,Care,',
);
const meanings = [
  'unchanged',
  'changed',
  'left, marked',
  'left, before',
  'new',
  'left, not enrolled',
  'wrong',
  'unchanged',
];

test('[I22] the dry run says of every row what would happen to it, and writes nothing', async () => {
  const tablet = await tabletWithHistory();
  const before = await tablet.manager.lastSeq();
  const plan = await planOf(tablet, nextList);
  expect(kinds(plan.outcomes)).toEqual(meanings);
  expect(plan.outcomes[1]).toEqual({ kind: 'changed', fields: ['department'] });
  expect(await tablet.manager.lastSeq()).toBe(before);
});

test('[L1] [L2] [L4] the import does what the dry run said, and is on the record', async () => {
  const tablet = await tabletWithHistory();
  const report = await importList(tablet, nextList);
  expect(kinds(report.outcomes)).toEqual(meanings);
  expect(report.end).toBe('finished');
  const states = await tablet.manager.employees.states(['00002', '00003', '00004', '00006'] as never);
  expect(states.get('00002' as never)).toMatchObject({ details: { department: 'Stores' } });
  expect(states.get('00003' as never)).toMatchObject({
    employment: { status: 'left', lastDay: '2026-11-01' },
  });
  expect(states.get('00004' as never)).toMatchObject({ employment: { status: 'left' } });
  expect(states.has('00006' as never)).toBe(false);
  expect(await lastBatch(tablet)).toMatchObject({
    type: 'ListImported',
    fileName: 'people.csv',
    counts: { enrolled: 1, changed: 1, unchanged: 2, left: 3, wrong: 1 },
    end: 'finished',
  });
});

test('[I23] an import that is done again changes nothing', async () => {
  const tablet = await tabletWithHistory();
  await importList(tablet, nextList);
  const rows = () =>
    Promise.all(['00001', '00002', '00003', '00005'].map((id) => tablet.manager.employees.row(id as never)));
  const before = await rows();
  const report = await importList(tablet, nextList);
  expect(kinds(report.outcomes)).toEqual([
    'unchanged',
    'unchanged',
    'left, before',
    'left, before',
    'unchanged',
    'left, not enrolled',
    'wrong',
    'unchanged',
  ]);
  expect(await rows()).toEqual(before);
});

test('[L3] what the list has no column for stays as it was', async () => {
  const tablet = await tabletWithHistory();
  await importList(tablet, 'Employee ID,Name\n00001,"Byron, Adelaide"');
  expect(await tablet.manager.employees.states(['00001'] as never)).toEqual(
    new Map([
      [
        '00001',
        expect.objectContaining({
          details: { firstName: 'Adelaide', lastName: 'Byron', department: 'Care' },
        }),
      ],
    ]),
  );
});

test('[I22] the import decides anew: what changed since the dry run counts', async () => {
  const tablet = await openManagedApp();
  const plan = await planOf(tablet, csv('00001,Ada,Byron,Care,', '00002,Bo,Lind,Care,'));
  expect(kinds(plan.outcomes)).toEqual(['new', 'new']);
  value(
    await tablet.manager.enrol({
      employeeId: '00001',
      firstName: 'Ada',
      lastName: 'Byron',
      department: 'Care',
    }),
  );
  expect(kinds(value(await tablet.manager.runImport(plan)).outcomes)).toEqual(['unchanged', 'new']);
});

test('progress is told per chunk, and everyone is found afterwards', async () => {
  const tablet = await openManagedApp();
  const progress: string[] = [];
  const report = value(
    await tablet.manager.runImport(await planOf(tablet, manyPeople(1200)), {
      onProgress: (done, of) => progress.push(`${done} of ${of}`),
    }),
  );
  expect(progress).toEqual(['0 of 1200', '500 of 1200', '1000 of 1200', '1200 of 1200']);
  expect(countOutcomes(report.outcomes).new).toBe(1200);
  expect(await everyone(tablet)).toHaveLength(1200);
});

test('[I24] a stopped import keeps whole chunks, says which rows it did not reach, and goes on when done again', async () => {
  const tablet = await openManagedApp();
  const plan = await planOf(tablet, manyPeople(1200));
  const stop = new AbortController();
  const report = value(
    await tablet.manager.runImport(plan, {
      signal: stop.signal,
      onProgress: (done) => done > 0 && stop.abort(),
    }),
  );
  expect(report.end).toBe('stopped');
  expect(countOutcomes(report.outcomes)).toMatchObject({ new: 500, 'not reached': 700 });
  expect(await everyone(tablet)).toEqual(
    Array.from({ length: 500 }, (_, at) => String(at + 1).padStart(6, '0')),
  );
  expect(await lastBatch(tablet)).toMatchObject({ counts: { enrolled: 500 }, end: 'stopped' });
  const again = value(await tablet.manager.runImport(plan));
  expect(countOutcomes(again.outcomes)).toMatchObject({ new: 700, unchanged: 500, 'not reached': 0 });
});

test('[S5] locking the area ends an import between two chunks', async () => {
  const tablet = await openManagedApp();
  const plan = await planOf(tablet, manyPeople(1200));
  const result = await tablet.manager.runImport(plan, {
    onProgress: (done) => done === 500 && tablet.app.session.end(),
  });
  expect(result).toEqual({ ok: false, error: { type: 'sessionOver' } });
  expect(await everyone(tablet)).toHaveLength(500);
});

test('columns that were not recognised are given by hand', async () => {
  const { manager } = await openManagedApp();
  const draft = value(await manager.readList(fileOf('x.csv', 'Foo,Bar\nAda Byron,7\nBo Lind,8\n')));
  expect(missingFields(draft.columns)).toEqual(['employeeId', 'fullName']);
  const corrected = assignColumn(assignColumn(draft.columns, 0, 'fullName'), 1, 'employeeId');
  const plan = await manager.planImport(draft, corrected);
  expect(plan?.rows).toMatchObject([{ employeeId: '7' }, { employeeId: '8' }]);
});

test('a dry run that was called off gives nothing', async () => {
  const { manager } = await openManagedApp();
  const draft = value(await manager.readList(fileOf('x.csv', manyPeople(10))));
  expect(await manager.planImport(draft, draft.columns, AbortSignal.abort())).toBeUndefined();
});

test.each([
  ['listFileEmpty', ''],
  ['listFileIsSpreadsheet', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0])],
  ['listFileNotText', '%PDF-1.7'],
  ['listHasNoRows', HEADER],
])('%s is told at once', async (type, content) => {
  const { manager } = await openManagedApp();
  expect(await manager.readList(fileOf('x', content as BlobPart))).toEqual({ ok: false, error: { type } });
});

test('a file that cannot be read, or is no list by its size, is told', async () => {
  const { manager } = await openManagedApp();
  const gone = { name: 'x', size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) };
  expect(await manager.readList(gone)).toMatchObject({ error: { type: 'listFileUnreadable' } });
  const huge = { name: 'x', size: 1e9, arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)) };
  expect(await manager.readList(huge)).toMatchObject({ error: { type: 'listFileTooLarge' } });
});

test('[I3] secret columns never leave the worker', async () => {
  const { manager } = await openManagedApp();
  const draft = value(
    await manager.readList(fileOf('x.csv', 'Employee ID,Name,Password\n7,Ada Byron,hunter2hunter2\n')),
  );
  const plan = await manager.planImport(draft, draft.columns);
  expect(JSON.stringify([draft, plan])).not.toContain('hunter2');
});

test('[I19] the exported list comes back unchanged, and the export is on the record', async () => {
  const tablet = await tabletWithHistory();
  const exported = value(await tablet.manager.exportList(PASSCODE));
  expect(exported.count).toBe(4);
  expect(exported.fileName).toMatch(/^gatehouse-employees-2026-11-2\d\.csv$/);
  expect(await lastBatch(tablet)).toMatchObject({ type: 'ListExported', count: 4 });
  const report = await importList(tablet, exported.csv);
  expect(kinds(report.outcomes).sort()).toEqual(['left, before', 'unchanged', 'unchanged', 'unchanged']);
});

test('[I25] the list is exported only with the passcode', async () => {
  const tablet = await tabletWithHistory();
  expect(await tablet.manager.exportList('open the big gate')).toEqual({
    ok: false,
    error: { type: 'passcodeNotAccepted' },
  });
  expect((await lastBatch(tablet))?.type).toBe('ListImported');
});

test('[I26] sample people go into an empty list, and only there', async () => {
  const tablet = await openManagedApp();
  const count = value(await tablet.manager.addSamplePeople());
  expect(count).toBe(40);
  const ids = await everyone(tablet);
  expect(ids).toHaveLength(count);
  const states = await tablet.manager.employees.states(ids as never);
  const employees = [...states.values()].flatMap((state) =>
    state.status === 'enrolled' ? [state.details] : [],
  );
  const managers = new Set(employees.flatMap(({ lineManager }) => lineManager ?? []));
  expect([...managers].every((id) => ids.includes(id))).toBe(true);
  expect(managers.size).toBeGreaterThan(5);
  expect(employees.filter(({ email }) => email === undefined).length).toBeGreaterThan(count / 2);
  expect(await tablet.manager.addSamplePeople()).toEqual({ ok: false, error: { type: 'listNotEmpty' } });
});
