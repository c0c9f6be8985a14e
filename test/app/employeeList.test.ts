// Finding people: search, filters, sorting.

import { beforeEach, expect, test } from 'vitest';
import { searchWords } from '../../src/kernel/searchText';
import type { EmployeeFilter } from '../../src/store/employeeList';
import { openManagedApp, value } from '../support/testApp';

let tablet: Awaited<ReturnType<typeof openManagedApp>>;

const people = [
  ['00017', 'Ángel', 'Łukasik', 'Dairy', undefined],
  ['00101', 'Mary', 'Sluis', 'Dairy', '00900'],
  ['00102', 'Tom', 'O’Mara', 'Stores', '00900'],
  ['00900', 'Grace', 'Hopper', 'Stores', undefined],
  ['00901', 'Anne-Marie', 'van der Berg', 'Dairy', '00017'],
] as const;

beforeEach(async () => {
  tablet = await openManagedApp();
  for (const [employeeId, firstName, lastName, department, lineManager] of people)
    value(
      await tablet.manager.enrol({
        employeeId,
        firstName,
        lastName,
        department,
        ...(lineManager === undefined ? {} : { lineManager }),
      }),
    );
});

async function found(filter: Partial<EmployeeFilter>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { keys } of tablet.manager.employees.portions({ text: '', order: 'name', ...filter }))
    ids.push(...keys.map((key) => key.slice('employee:'.length)));
  return ids;
}

test('everyone, by last name', async () =>
  expect(await found({})).toEqual(['00900', '00017', '00102', '00101', '00901']));

test.each([
  ['angel', ['00017']],
  ['luk', ['00017']],
  ['mar', ['00901', '00101']],
  ['mary sl', ['00101']],
  ['sluis, mary', ['00101']],
  ['omara', ['00102']],
  ['0010', ['00101', '00102']],
  ['101', ['00101']],
  ['berg ann', ['00901']],
  ['nobody', []],
])('[E12] %j finds %j', async (text, ids) => expect(await found({ text })).toEqual(ids));

test('by department and by account status, also together with a search', async () => {
  value(await tablet.manager.createLoginCode('00101' as never));
  value(await tablet.manager.markAsLeft('00900' as never, '2026-11-20'));
  expect(await found({ department: 'Dairy' })).toEqual(['00017', '00101', '00901']);
  expect(await found({ account: 'invited' })).toEqual(['00101']);
  expect(await found({ account: 'left' })).toEqual(['00900']);
  expect(await found({ department: 'Dairy', account: 'none' })).toEqual(['00017', '00901']);
  expect(await found({ text: 'mar', account: 'none' })).toEqual(['00901']);
  expect(await tablet.manager.employees.departments()).toEqual(['Dairy', 'Stores']);
});

test('[E7] line managers without an account come first, the largest team on top', async () =>
  expect(await found({ order: 'line managers first' })).toEqual([
    '00900',
    '00017',
    '00102',
    '00101',
    '00901',
  ]));

test('[E7] a line manager who can sign in is an employee like any other', async () => {
  const code = value(await tablet.manager.createLoginCode('00900' as never));
  const checked = value(await tablet.app.checkCode({ employeeId: '00900', code: code.code }));
  value(await tablet.app.activate(checked, { password: 'green tractors', personalEmail: '' }));
  expect(await found({ order: 'line managers first' })).toEqual([
    '00017',
    '00900',
    '00102',
    '00101',
    '00901',
  ]);
});

test('[E12] a start that thousands share finds each of them once, in the order of their words', async () => {
  const names = ['Ma', 'Maria', 'Marie', 'Marian', 'Mo', 'Ånna-Maria'];
  const crowd = Array.from({ length: 6_000 }, (_, at) => ({
    id: String(10_000 + at),
    name: `${names[at % names.length]} ${at % 3 === 0 ? 'Berg' : 'Mast'}`,
  }));
  const csv = ['Employee ID,Name', ...crowd.map(({ id, name }) => `${id},${name}`)].join('\n');
  const draft = value(await tablet.manager.readList(new File([csv], 'crowd.csv')));
  const plan = await tablet.manager.planImport(draft, draft.columns);
  if (!plan) throw new Error('The dry run was called off');
  value(await tablet.manager.runImport(plan));

  const inCrowd = (ids: readonly string[]) => ids.filter((id) => id.length === 5 && id >= '10000');
  /** By every person's first word that starts so; among equals by ID. */
  const plainly = (start: string) =>
    crowd
      .flatMap(({ id, name }) => {
        const [first] = searchWords(id, name)
          .filter((word) => word.startsWith(start))
          .sort();
        return first === undefined ? [] : [`${first} ${id}`];
      })
      .sort()
      .map((line) => line.split(' ')[1]);
  for (const text of ['m', 'ma', 'maria', 'berg', '1', '12'])
    expect(inCrowd(await found({ text })), text).toEqual(plainly(text));
  expect(inCrowd(await found({ text: 'm berg' })).sort()).toEqual(
    crowd.flatMap(({ id }, at) => (at % 3 === 0 ? [id] : [])),
  );
});
