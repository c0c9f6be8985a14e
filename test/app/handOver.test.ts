// Handing a code over: whether it may be mailed, what its message knows, and what stays on record.

import { beforeEach, expect, test } from 'vitest';
import type { EmployeeId } from '../../src/domain/ids';
import { openManagedApp, value } from '../support/testApp';

let tablet: Awaited<ReturnType<typeof openManagedApp>>;
const [mary, tom, grace] = ['00123', '00124', '00125'] as [EmployeeId, EmployeeId, EmployeeId];

const enrol = async (employeeId: EmployeeId, firstName: string, email = '') =>
  value(await tablet.manager.enrol({ employeeId, firstName, lastName: 'Sluis', email }));
const codeOf = async (id: EmployeeId) => value(await tablet.manager.createLoginCode(id));
const mailbox = async (id: EmployeeId) => (await tablet.manager.readHandOver(await codeOf(id))).mailbox;

beforeEach(async () => {
  tablet = await openManagedApp();
});

test('[G3] an address that nobody else has is one to mail to', async () => {
  await enrol(mary, 'Mary', 'mary@example.com');
  await enrol(tom, 'Tom', 'mary2@example.com');
  await enrol(grace, 'Grace');
  expect(await mailbox(mary)).toEqual({ status: 'own', address: 'mary@example.com' });
  expect(await mailbox(grace)).toEqual({ status: 'none' });
});

test('[G3] an address that others have, whatever its capitals, is not; theirs who left neither', async () => {
  await enrol(mary, 'Mary', 'Sluis@Example.com');
  await enrol(tom, 'Tom', 'sluis@example.com');
  await enrol(grace, 'Grace', 'SLUIS@example.com');
  value(await tablet.manager.markAsLeft(grace, ''));
  expect(await mailbox(mary)).toEqual({ status: 'shared', address: 'Sluis@Example.com', others: 2 });
  value(await tablet.manager.change(tom, { firstName: 'Tom', lastName: 'Sluis', email: 'tom@example.com' }));
  expect(await mailbox(mary)).toMatchObject({ others: 1 });
  expect(await mailbox(tom)).toEqual({ status: 'own', address: 'tom@example.com' });
});

test('[G3] an address that its owner gave counts, and is the one to mail to where the card has none', async () => {
  await enrol(mary, 'Mary');
  await enrol(tom, 'Tom', 'home@example.com');
  const { code } = await codeOf(mary);
  const checked = value(await tablet.app.checkCode({ employeeId: mary, code }));
  if (checked.opens !== 'passwordStep') throw new Error('It opens the password step');
  value(
    await tablet.app.activate(checked, { password: 'green tractors', personalEmail: 'Home@example.com' }),
  );
  value(await tablet.app.unlock('open the small gate'));
  tablet = { ...tablet, manager: await tablet.app.manager() };
  expect(await mailbox(tom)).toEqual({ status: 'shared', address: 'home@example.com', others: 1 });
  expect(await mailbox(mary)).toMatchObject({ status: 'shared', address: 'Home@example.com' });
  value(
    await tablet.manager.change(mary, { firstName: 'Mary', lastName: 'Sluis', email: 'mary@example.com' }),
  );
  expect(await mailbox(mary)).toEqual({ status: 'own', address: 'mary@example.com' });
});

test('[G3] nobody is found by their address: a search is for names and IDs', async () => {
  await enrol(mary, 'Mary', 'home@example.com');
  for (const text of ['home', '@home', 'example', 'home@example.com']) {
    const found = [];
    for await (const { keys } of tablet.manager.employees.portions({ text, order: 'name' }))
      found.push(...keys);
    expect(found).toEqual([]);
  }
});

test('[G2] the message knows whose code it is, and of which organisation', async () => {
  await enrol(mary, 'Mary');
  const code = await codeOf(mary);
  expect((await tablet.manager.readHandOver(code)).letter).toEqual({
    name: 'Mary Sluis',
    organisation: 'Brightwater Care Homes',
    companyCode: 'BWCH',
    employeeId: mary,
    code: code.code.replace(/(.{4})(?=.)/g, '$1-'),
    link: code.link,
    startsAt: undefined,
    expiresAt: code.expiresAt,
  });
});
