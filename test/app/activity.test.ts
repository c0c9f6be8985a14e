// The activity as people read it: one line for what was done in one go, however many writes it took.

import { beforeEach, describe, expect, test } from 'vitest';
import { hearAll } from '../support/hearAll';
import { openManagedApp, value } from '../support/testApp';

type Tablet = Awaited<ReturnType<typeof openManagedApp>>;

const HEADER = 'Employee ID,First name,Last name,Department';
const people = (count: number, department: (at: number) => string) =>
  [
    HEADER,
    ...Array.from(
      { length: count },
      (_, at) => `${String(at).padStart(6, '0')},Ann,Lee${at},${department(at)}`,
    ),
  ].join('\n');

async function planOf({ manager }: Tablet, csv: string) {
  const draft = value(await manager.readList(new File([csv], 'people.csv')));
  const plan = await manager.planImport(draft, draft.columns);
  if (!plan) throw new Error('The dry run was called off');
  return plan;
}

async function linesOf({ manager }: Tablet, olderThan?: number) {
  const page = await manager.activity.page(olderThan);
  return page.items.map((item) => (item.kind === 'many' ? `${item.count} × ${item.type}` : item.event.type));
}

const beginning = ['ManagerAdded', 'TabletAdded', 'SiteOpened', 'OrganisationFounded'];

test('an import is one line for itself and one for each thing it did, however many pieces it came in', async () => {
  const tablet = await openManagedApp();
  value(
    await tablet.manager.runImport(
      await planOf(
        tablet,
        people(1_002, () => 'Care'),
      ),
    ),
  );
  expect(await linesOf(tablet)).toEqual(['ListImported', '1002 × EmployeeEnrolled', ...beginning]);
});

test('two changes in every piece are told together', async () => {
  const tablet = await openManagedApp();
  value(
    await tablet.manager.runImport(
      await planOf(
        tablet,
        people(1_500, () => 'Care'),
      ),
    ),
  );
  const moved = people(1_500, (at) => (at % 500 < 2 ? 'Stores' : 'Care'));
  value(await tablet.manager.runImport(await planOf(tablet, moved)));
  expect(await linesOf(tablet)).toEqual([
    'ListImported',
    '6 × EmployeeDetailsChanged',
    'ListImported',
    '1500 × EmployeeEnrolled',
    ...beginning,
  ]);
});

test('what was done by hand before an import stays a line of its own', async () => {
  const tablet = await openManagedApp();
  value(await tablet.manager.enrol({ employeeId: 'X1', firstName: 'Bo', lastName: 'Lind' }));
  value(
    await tablet.manager.runImport(
      await planOf(
        tablet,
        people(10, () => 'Care'),
      ),
    ),
  );
  expect(await linesOf(tablet)).toEqual([
    'ListImported',
    '10 × EmployeeEnrolled',
    'EmployeeEnrolled',
    ...beginning,
  ]);
});

test('an import that was cut off is still told as one', async () => {
  const tablet = await openManagedApp();
  await tablet.manager.runImport(
    await planOf(
      tablet,
      people(1_200, () => 'Care'),
    ),
    {
      onProgress: (done) => done === 1_000 && tablet.app.session.end(),
    },
  );
  expect(await linesOf(tablet)).toEqual(['1000 × EmployeeEnrolled', ...beginning]);
});

test('a page never cuts an import in two', async () => {
  const tablet = await openManagedApp();
  const plan = await planOf(
    tablet,
    people(1_500, () => 'Care'),
  );
  value(await tablet.manager.runImport(plan));
  const one = (at: number) => ({ employeeId: `X${at}`, firstName: 'Bo', lastName: 'Lind' });
  for (let at = 0; at < 48; at += 1) value(await tablet.manager.enrol(one(at)));
  const page = await tablet.manager.activity.page();
  expect(page.items.at(-1)).toMatchObject({ kind: 'many', count: 1_500 });
  expect(await linesOf(tablet, page.olderThan)).toEqual(beginning);
});

describe('with another tablet', () => {
  let here: Tablet;
  let there: Tablet;
  beforeEach(async () => {
    here = await openManagedApp();
    there = await openManagedApp();
  });
  const person = (employeeId: string) => ({ employeeId, firstName: 'Bo', lastName: 'Lind' });
  const streamsOf = async ({ manager }: Tablet) =>
    (await manager.activity.page()).items.flatMap((item) =>
      item.kind === 'one' && item.event.type === 'EmployeeEnrolled' ? [item.stream] : [],
    );

  test('what is heard of late stands where it happened', async () => {
    value(await here.manager.enrol(person('X1')));
    there.clock.move(60_000);
    value(await there.manager.enrol(person('X2')));
    here.clock.move(120_000);
    value(await here.manager.enrol(person('X3')));
    await hearAll(here, there);
    expect(await streamsOf(here)).toEqual(['employee:X3', 'employee:X2', 'employee:X1']);
  });

  test('what came in one segment is told one by one', async () => {
    for (const id of ['X1', 'X2', 'X3', 'X4', 'X5']) {
      there.clock.move(60_000);
      value(await there.manager.enrol(person(id)));
    }
    await hearAll(here, there);
    expect(await streamsOf(here)).toEqual(['X5', 'X4', 'X3', 'X2', 'X1'].map((id) => `employee:${id}`));
  });

  test('an import is one line there too, also where this tablet was at work meanwhile', async () => {
    const list = people(1_202, () => 'Care');
    there.clock.move(60_000);
    value(await there.manager.runImport(await planOf(there, list)));
    await hearAll(here, there, async (sequence) => value(await here.manager.enrol(person(`X${sequence}`))));
    const lines = await linesOf(here);
    expect(await streamsOf(here)).toEqual(['employee:X3', 'employee:X2', 'employee:X1']);
    expect(lines.filter((line) => line.includes('×'))).toEqual(['1202 × EmployeeEnrolled']);
  });

  test('pages go on behind each other, and lose nothing', async () => {
    for (let at = 0; at < 60; at += 1) {
      const tablet = at % 2 ? here : there;
      tablet.clock.move(60_000);
      value(await tablet.manager.enrol(person(`X${at}`)));
    }
    await hearAll(here, there);
    const first = await here.manager.activity.page();
    const second = await here.manager.activity.page(first.olderThan);
    const ids = [...first.items, ...second.items].map(({ event }) => event.id);
    expect(first.olderThan).toBeDefined();
    expect(second.olderThan).toBeUndefined();
    expect(new Set(ids).size).toBe(60 + 2 * beginning.length);
    expect(ids.length).toBe(60 + 2 * beginning.length);
  });
});
