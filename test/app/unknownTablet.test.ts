// A tablet that nobody has added, as far as is known here, gives codes: one that joined a moment ago, or somebody's who goes
// on with an old backup.

import { beforeEach, expect, test } from 'vitest';
import type { EmployeeId } from '../../src/domain/ids';
import { beginSister, carryEnds, type Managed, managed, tellAll } from '../support/sisters';
import { type StillClock, stillClock } from '../support/stillClock';
import { openManagedApp, PASSCODE, value } from '../support/testApp';

const mary = '00123' as EmployeeId;
const tom = '00124' as EmployeeId;
const HOUR = 3_600_000;

let clock: StillClock;
let gate: Managed;
let stranger: Managed;

/** The stranger knows all that the tablet at the gate knows, and the gate nothing of the stranger. */
beforeEach(async () => {
  clock = stillClock();
  gate = await openManagedApp({ clock });
  for (const [employeeId, firstName] of [
    [mary, 'Mary'],
    [tom, 'Tom'],
  ] as const)
    value(await gate.manager.enrol({ employeeId, firstName, lastName: 'Sluis' }));
  stranger = await beginSister(gate, 'Stranger');
  clock.move(HOUR);
});

const linkOf = async (tablet: Managed, id: EmployeeId) =>
  value(await tablet.manager.createLoginCode(id)).link;
const check = async ({ app }: Managed, link: string) => app.checkCode(value(await app.readScan(link)));
/** At the gate; then the manager is back. */
async function activate(link: string): Promise<void> {
  const checked = value(await check(gate, link));
  value(await gate.app.activate(checked, { password: 'green tractors', personalEmail: '' }));
  gate = await managed(gate);
}
const unknownAt = async ({ manager }: Managed) =>
  (await manager.sync.tablets()).filter(({ heardOf }) => heardOf !== undefined);
const theStranger = () => ({ device: stranger.store.device, name: '' });

test('[V9] it is on the list as unknown when a code of it was used, and not before', async () => {
  const link = await linkOf(stranger, mary);
  const checked = value(await check(gate, link));
  expect(await unknownAt(gate)).toEqual([]);
  clock.move(HOUR);
  value(await gate.app.activate(checked, { password: 'green tractors', personalEmail: '' }));
  expect(await unknownAt(gate)).toMatchObject([{ ...theStranger(), heardOf: clock.now() }]);
  await activate(await linkOf(stranger, tom));
  expect(await unknownAt(gate)).toMatchObject([{ ...theStranger(), heardOf: clock.now() }]);
});

test('[V9] a tablet of the list is not unknown, nor is this one', async () => {
  await tellAll(stranger, gate);
  await activate(await linkOf(stranger, mary));
  await activate(await linkOf(gate, tom));
  expect(await unknownAt(gate)).toEqual([]);
});

test('[V9] when its own events come, it has its name', async () => {
  await activate(await linkOf(stranger, mary));
  await tellAll(stranger, gate);
  expect(await unknownAt(gate)).toEqual([]);
  const names = (await gate.manager.sync.tablets()).map(({ name }) => name).sort();
  expect(names).toEqual(['Front door', 'Stranger']);
});

test('[V9] other tablets hear of it', async () => {
  const canteen = await beginSister(gate, 'Canteen');
  await activate(await linkOf(stranger, mary));
  await tellAll(gate, canteen);
  expect(await unknownAt(canteen)).toMatchObject([theStranger()]);
  expect(await canteen.manager.countUnknownTablets()).toBe(1);
});

test('[V9] [O4] [V2] revoked, its codes are good nowhere, on tablets that it is carried to as well', async () => {
  const canteen = await beginSister(gate, 'Canteen');
  await activate(await linkOf(stranger, mary));
  value(await gate.manager.sync.revoke(stranger.store.device, PASSCODE));
  expect(await gate.manager.sync.revoke(stranger.store.device, PASSCODE)).toMatchObject({
    error: { type: 'tabletRevoked' },
  });
  expect(await unknownAt(gate)).toMatchObject([{ ...theStranger(), revokedAt: clock.now() }]);
  expect(await gate.manager.countUnknownTablets()).toBe(0);
  await carryEnds(gate, canteen);
  const link = await linkOf(stranger, tom);
  for (const tablet of [gate, canteen])
    expect(await check(tablet, link)).toMatchObject({ error: { type: 'voucherFromRevokedTablet' } });
  // What was begun on the strength of it stands: an account is not taken from its owner.
  expect(await gate.app.queries.employee(mary)).toMatchObject({ account: { status: 'active' } });
});

test('[V2] [V9] revoked while a password is being chosen, its code opens nothing', async () => {
  await activate(await linkOf(stranger, mary));
  const checked = value(await check(gate, await linkOf(stranger, tom)));
  value(await gate.manager.sync.revoke(stranger.store.device, PASSCODE));
  expect(await gate.app.activate(checked, { password: 'green tractors', personalEmail: '' })).toMatchObject({
    error: { type: 'voucherFromRevokedTablet' },
  });
  expect(await gate.app.queries.employee(tom)).toMatchObject({ account: { status: 'none' } });
});

test('[O4] of which nothing is known at all, none can be revoked', async () => {
  expect(await gate.manager.sync.revoke(stranger.store.device, PASSCODE)).toMatchObject({
    error: { type: 'tabletUnknown' },
  });
});
