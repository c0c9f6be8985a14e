// The list is read in a real worker: the same people as without one, and what breaks is told.

import { afterEach, expect, test } from 'vitest';
import { createListDesk } from '../../src/app/manager/listDesk';
import { createListReader, type ListReader } from '../../src/app/manager/listReader';
import { startListWorker } from '../../src/app/manager/startListWorker';
import type { PlainDate } from '../../src/domain/plainDate';

const today = { today: '2026-11-22' as PlainDate };
const list =
  'Employee ID;Name;Password\r\n00123;"Sluis, Mary";hunter2hunter2\r\n00124;"Lind, Bo";correcthorse\r\n';
const bytes = () => new TextEncoder().encode(list);
let reader: ListReader | undefined;
afterEach(() => reader?.close());

async function openHere(made: ListReader) {
  reader = made;
  const opened = await made.open(bytes());
  if (!opened.ok) throw new Error(opened.error.type);
  return { reader: made, columns: opened.value.columns };
}

test('a worker reads the same people as the desk itself', async () => {
  const { reader, columns } = await openHere(createListReader(startListWorker));
  const desk = createListDesk();
  expect(desk.open(bytes())).toMatchObject({ ok: true, value: { columns } });
  expect(await reader.read(columns, today)).toEqual(desk.read(columns, today));
  const people = await reader.portion(0, 10);
  expect(people).toEqual(desk.portion(0, 10));
  expect(people.map(({ line }) => line)).toEqual([2, 3]);
});

test('no secret comes out of the worker', async () => {
  const { reader, columns } = await openHere(createListReader(startListWorker));
  await reader.read(columns, today);
  const everything = JSON.stringify([columns, await reader.portion(0, 10)]);
  expect(everything).not.toMatch(/hunter2|correcthorse/);
});

test('what breaks inside the worker is told to whoever asked, and the next question is answered', async () => {
  const { reader, columns } = await openHere(createListReader(startListWorker));
  await expect(reader.read(undefined as never, today)).rejects.toThrow();
  expect(await reader.read(columns, today)).toMatchObject({ rowCount: 2 });
});

test('a worker that cannot start lets nobody wait, then or later', async () => {
  reader = createListReader(() => new Worker('/there-is-no-such-worker.js', { type: 'module' }));
  await expect(reader.open(bytes())).rejects.toThrow('The list worker broke');
  await expect(reader.portion(0, 1)).rejects.toThrow('The list worker broke');
});

test('closing the list ends what is under way', async () => {
  const { reader, columns } = await openHere(createListReader(startListWorker));
  const reading = reader.read(columns, today);
  reader.close();
  await expect(reading).rejects.toThrow('The list was closed');
});
