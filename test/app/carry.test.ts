// What is carried from tablet to tablet without any network, through the app: made here, shown, taken in there.

import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { MadeParcel } from '../../src/app/sync/carry';
import type { ParcelTaken } from '../../src/app/sync/takeInParcel';
import type { ParcelKind } from '../../src/domain/batch';
import type { EmployeeId } from '../../src/domain/ids';
import type { Result } from '../../src/kernel/result';
import { couchFetch } from '../couch/couchFetch';
import type { StandIn } from '../couch/standIn';
import { isKilledAt } from '../support/killAtAnyWrite';
import { serverEvents } from '../support/serverEvents';
import { beginSister, type Managed, managed } from '../support/sisters';
import { couchMember, couchSite, openSite } from '../support/site';
import { type StillClock, stillClock } from '../support/stillClock';
import { networkOf, openManagedApp, openTestApp, PASSCODE, type TestApp, value } from '../support/testApp';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const BACKUP_PASSWORD = 'a hedgehog sleeps here';
const connection = { ...couchSite, user: couchMember.name, password: couchMember.password };
const mary = '1' as EmployeeId;
const joe = '2' as EmployeeId;

let clock: StillClock;
let couch: StandIn;
let isServerThere: boolean;
let gate: Managed;
let canteen: Managed;

const network = () => {
  const fetch = couchFetch(couch);
  return networkOf(
    (url, init) => (isServerThere ? fetch(url, init) : Promise.reject(new TypeError('off'))),
    clock,
  );
};
const backUp = async ({ manager }: Managed): Promise<Blob> =>
  value(await manager.sync.makeBackup({ passcode: PASSCODE, backupPassword: BACKUP_PASSWORD })).file;
/** A new tablet that begins with a backup. */
async function restore(file: Blob): Promise<Managed> {
  const tablet = await openTestApp({ clock, network: network() });
  const form = { file, backupPassword: BACKUP_PASSWORD, tabletName: 'Restored' };
  value(await tablet.app.sync.restore(form));
  return managed(tablet);
}
const begin = (tabletName: string): Promise<Managed> => beginSister(gate, tabletName, { network: network() });

/** What the activity says of parcels, the last first. */
const records = async ({ manager }: Managed) =>
  (await manager.activity.page()).items.flatMap((item) =>
    item.event.type.startsWith('Parcel') ? [item.event] : [],
  );

beforeEach(async () => {
  clock = stillClock();
  couch = await openSite(clock);
  isServerThere = false;
  gate = await openManagedApp({ clock, network: network() });
  value(await gate.manager.enrol({ employeeId: mary, firstName: 'Mary', lastName: 'Sluis' }));
  value(await gate.manager.enrol({ employeeId: joe, firstName: 'Joe', lastName: 'Doe' }));
  await activate(gate, mary, 'green tractors');
  canteen = await begin('Canteen');
  clock.move(MINUTE);
});

async function activate({ app, manager }: Managed, employeeId: EmployeeId, password: string) {
  const { code } = value(await manager.createLoginCode(employeeId));
  const checked = value(await app.checkCode({ employeeId, code }));
  // Whoever activates takes the tablet from the manager, who comes back.
  value(await app.activate(checked, { password, personalEmail: '' }));
  value(await app.unlock(PASSCODE));
  return Object.assign(manager, await app.manager());
}

const make = async ({ manager }: Managed, kind: ParcelKind = 'revocations'): Promise<MadeParcel> =>
  value(await manager.sync.carry(kind));
/** From the file; how codes are read is tried elsewhere. */
async function take({ manager }: Managed, { file }: Pick<MadeParcel, 'file'>) {
  const intake = value(await manager.sync.beginIntake());
  return intake.takeInFile(file);
}
const carry = async (from: Managed, to: Managed, kind?: ParcelKind): Promise<ParcelTaken> =>
  value(await take(to, await make(from, kind)));
const typeOf = (result: Result<unknown, { readonly type: string }>) => (result.ok ? 'ok' : result.error.type);
const employee = ({ store }: TestApp, id: EmployeeId) => store.queries.employee(id);
const maySignIn = async ({ app }: Managed, employeeId: EmployeeId, password: string) => {
  const result = typeOf(await app.signIn({ employeeId, password }));
  if (result === 'ok') value(await app.unlock(PASSCODE));
  return result === 'ok';
};
const logIds = async ({ store }: TestApp) => {
  const { items } = await (await store.managerQueries()).activityPage();
  return items.flatMap((item) => ('event' in item ? [item.event.id] : [])).sort();
};

describe('who may no longer sign in', () => {
  test('[M5] a leaver is carried, and can no longer sign in there', async () => {
    expect(await maySignIn(canteen, mary, 'green tractors')).toBe(true);
    canteen = await managed(canteen);
    value(await gate.manager.markAsLeft(mary, ''));
    const made = await make(gate);
    expect(made).toMatchObject({ events: 2, codes: 1, counts: { left: 1, other: 0 } });
    expect(made.fileName).toBe('gatehouse-bwch-2026-11-22.parcel.txt');
    const taken = value(await take(canteen, made));
    expect(taken).toMatchObject({
      kind: 'revocations',
      fromName: 'Front door',
      events: 2,
      fresh: 1,
      counts: { left: 1, other: 0 },
    });
    expect(await employee(canteen, mary)).toEqual(await employee(gate, mary));
    expect(await maySignIn(canteen, mary, 'green tractors')).toBe(false);
  });

  test('[M5] taken in twice it counts once, also from another tablet, which it reached the same way', async () => {
    const pantry = await begin('Pantry');
    value(await gate.manager.markAsLeft(mary, ''));
    const made = await make(gate);
    expect(value(await take(canteen, made))).toMatchObject({ fresh: 1 });
    expect(value(await take(canteen, made))).toMatchObject({ events: 2, fresh: 0, counts: { left: 0 } });
    expect(await carry(canteen, pantry)).toMatchObject({ fresh: 1, fromName: undefined });
    expect(value(await take(pantry, made))).toMatchObject({ fresh: 0 });
    expect(await carry(pantry, gate)).toMatchObject({ fresh: 0 });
    for (const tablet of [canteen, pantry])
      expect(await employee(tablet, mary)).toEqual(await employee(gate, mary));
  });

  test('[M2] a code that was replaced, used and changed since works there as it does here', async () => {
    await activate(gate, mary, 'blue tractors');
    await carry(gate, canteen);
    expect(await employee(canteen, mary)).toEqual(await employee(gate, mary));
    expect(await maySignIn(canteen, mary, 'green tractors')).toBe(false);
    canteen = await managed(canteen);
    expect(await maySignIn(canteen, mary, 'blue tractors')).toBe(true);
  });

  test('[M2] what ended when no code of then is good any more is not carried, and without anything newer there is nothing', async () => {
    expect(typeOf(await gate.manager.sync.carry('revocations'))).toBe('nothingToCarry');
    value(await gate.manager.markAsLeft(mary, ''));
    clock.move(269 * DAY);
    gate = await managed(gate);
    expect(typeOf(await gate.manager.sync.carry('revocations'))).toBe('ok');
    clock.move(2 * DAY);
    gate = await managed(gate);
    expect(typeOf(await gate.manager.sync.carry('revocations'))).toBe('nothingToCarry');
  });

  test('[M8] both are on the record, and taking in what is known already is not', async () => {
    value(await gate.manager.markAsLeft(mary, ''));
    const made = await make(gate);
    await take(canteen, made);
    await take(canteen, made);
    expect(await records(gate)).toMatchObject([{ type: 'ParcelMade', kind: 'revocations', count: 2 }]);
    expect(await records(canteen)).toMatchObject([
      { type: 'ParcelTakenIn', kind: 'revocations', from: gate.store.device, count: 1 },
    ]);
    // The leaver is in the activity at once, by whoever did it and when.
    expect((await canteen.manager.activity.page()).items.map(({ event }) => event.type)).toContain(
      'EmployeeLeft',
    );
  });

  test('[M5] a revoked tablet is carried: what it sends after that does not count there either', async () => {
    const pantry = await begin('Pantry');
    await carry(pantry, gate, 'everything');
    await carry(pantry, canteen, 'everything');
    value(await pantry.manager.enrol({ employeeId: '3', firstName: 'Ann', lastName: 'Bee' }));
    await carry(pantry, canteen, 'everything');
    expect(await employee(canteen, '3' as EmployeeId)).toMatchObject({ status: 'enrolled' });
    value(await gate.manager.sync.revoke(pantry.store.device, PASSCODE));
    expect(await carry(gate, canteen)).toMatchObject({ counts: { revokedTablets: 1 } });
    expect(await employee(canteen, '3' as EmployeeId)).toEqual({ status: 'unknown' });
    expect(typeOf(await take(canteen, await make(pantry, 'everything')))).toBe('parcelFromRevokedTablet');
    // It may be told itself, and makes nothing more then.
    await carry(gate, pantry);
    expect(typeOf(await pantry.manager.sync.carry('everything'))).toBe('revokedTabletGivesNothing');
  });

  test('[O4] [M5] what was carried alone from a tablet counts on where that is revoked', async () => {
    value(await canteen.manager.markAsLeft(mary, ''));
    await carry(canteen, gate);
    // The gate knows nothing else of the canteen; so much that it can revoke it comes later.
    value(await canteen.manager.markAsLeft(joe, ''));
    await carry(canteen, gate);
    await carry(canteen, gate, 'everything');
    value(await canteen.manager.bringBack(joe));
    await carry(canteen, gate);
    expect(await employee(gate, joe)).toMatchObject({ employment: { status: 'employed' } });
    value(await gate.manager.sync.revoke(canteen.store.device, PASSCODE));
    expect(await employee(gate, joe)).toMatchObject({ employment: { status: 'employed' } });
    expect(await employee(gate, mary)).toMatchObject({ employment: { status: 'left' } });
  });

  test('[Y6] [M5] it does not where somebody revoked the tablet who had not heard of it', async () => {
    const pantry = await begin('Pantry');
    await carry(canteen, pantry, 'everything');
    await carry(canteen, gate, 'everything');
    value(await canteen.manager.markAsLeft(mary, ''));
    await carry(canteen, gate);
    value(await pantry.manager.sync.revoke(canteen.store.device, PASSCODE));
    await carry(pantry, gate);
    expect(await employee(gate, mary)).toMatchObject({ employment: { status: 'employed' } });
    const carried = await (await gate.store.replication()).carried();
    expect(carried.map(({ entry }) => entry.type)).toEqual(['TabletRevoked']);
    expect(await employee(gate, mary)).toEqual(await employee(pantry, mary));
  });
});

describe('everything that was not sent', () => {
  test('[M3] it is taken in, sent on by whoever meets the server first, and stands there once', async () => {
    value(await gate.manager.enrol({ employeeId: '3', firstName: 'Ann', lastName: 'Bee' }));
    const taken = await carry(gate, canteen, 'everything');
    expect(taken.fresh).toBe(1);
    expect(taken.events).toBeGreaterThan(taken.fresh);
    expect(await employee(canteen, '3' as EmployeeId)).toEqual(await employee(gate, '3' as EmployeeId));
    isServerThere = true;
    await turnOn(canteen);
    await turnOn(gate);
    await canteen.app.sync.now();
    await settled(canteen);
    const there = (await serverEvents(couch, gate.store)).map(({ id }) => id);
    expect(new Set(there).size).toBe(there.length);
    for (const tablet of [gate, canteen]) {
      const known = await logIds(tablet);
      expect(known.filter((id) => !there.includes(id))).toEqual([]);
    }
  });

  test('[M3] what was carried to it alone goes with it', async () => {
    const pantry = await begin('Pantry');
    value(await canteen.manager.markAsLeft(mary, ''));
    await carry(canteen, gate);
    await carry(gate, pantry, 'everything');
    expect(await employee(pantry, mary)).toMatchObject({ employment: { status: 'left' } });
  });
});

const settled = ({ app }: TestApp) =>
  vi.waitFor(() =>
    expect(app.sync.view.current()).toMatchObject({
      joining: false,
      state: { push: { status: 'settled' }, pull: { status: 'settled' } },
    }),
  );
async function turnOn(tablet: Managed) {
  value(await tablet.manager.sync.save(connection));
  await settled(tablet);
}

describe('when the segment comes', () => {
  test('[M6] the carried event lies under it; a backup and another server get it whole', async () => {
    value(await gate.manager.markAsLeft(mary, ''));
    await carry(gate, canteen);
    const replication = await canteen.store.replication();
    expect(await replication.carried()).toMatchObject([{ entry: { type: 'EmployeeLeft' }, sequence: 2 }]);
    await carry(gate, canteen, 'everything');
    expect(await replication.carried()).toEqual([]);
    const ids = await logIds(canteen);
    expect(new Set(ids).size).toBe(ids.length);

    const file = await backUp(canteen);
    const pantry = await restore(file);
    expect(await employee(pantry, mary)).toEqual(await employee(gate, mary));
    isServerThere = true;
    // The gate is lost: only the others can send what it had.
    await turnOn(pantry);
    const there = (await serverEvents(couch, pantry.store)).map(({ id }) => id);
    expect(ids.filter((id) => !there.includes(id))).toEqual([]);
    expect(new Set(there).size).toBe(there.length);
  });

  test('[M6] the other way round: what came in a segment is known when it is carried', async () => {
    value(await gate.manager.markAsLeft(mary, ''));
    await carry(gate, canteen, 'everything');
    expect(await carry(gate, canteen)).toMatchObject({ fresh: 0 });
    expect(await (await canteen.store.replication()).carried()).toEqual([]);
  });

  test('[M6] until then a backup holds it by itself', async () => {
    value(await gate.manager.markAsLeft(mary, ''));
    await carry(gate, canteen);
    const pantry = await restore(await backUp(canteen));
    expect(await employee(pantry, mary)).toEqual(await employee(gate, mary));
    expect(await (await pantry.store.replication()).carried()).toHaveLength(1);
    await carry(gate, pantry, 'everything');
    expect(await (await pantry.store.replication()).carried()).toEqual([]);
    expect(await employee(pantry, mary)).toEqual(await employee(gate, mary));
  });

  test('[H6] [M5] views that are made anew hold it', async () => {
    value(await gate.manager.markAsLeft(mary, ''));
    await carry(gate, canteen);
    const { openDatabase } = await import('../../src/store/db');
    const db = openDatabase(canteen.databaseName);
    await db.meta.put({ key: 'views', version: 0 });
    db.close();
    const again = await canteen.reload();
    expect(await employee(again, mary)).toEqual(await employee(gate, mary));
  });
});

test('[M5] [M6] [M8] killed at whichever write, taking in is done again and gives the same', async () => {
  let kills = 0;
  for (let nth = 1; ; nth += 1) {
    let tablet = await begin(`Canteen ${nth}`);
    value(await gate.manager.markAsLeft(mary, ''));
    const alone = await make(gate);
    const everything = await make(gate, 'everything');
    const isKilled = await isKilledAt(nth, async () => {
      value(await take(tablet, alone));
      value(await take(tablet, everything));
    });
    if (isKilled) {
      kills += 1;
      tablet = await managed(await tablet.reload());
      value(await take(tablet, alone));
      value(await take(tablet, everything));
    }
    expect(await employee(tablet, mary)).toEqual(await employee(gate, mary));
    expect(await (await tablet.store.replication()).carried()).toEqual([]);
    const taken = (await records(tablet)).filter(({ type }) => type === 'ParcelTakenIn');
    expect(taken).toMatchObject([{ kind: 'everything' }, { kind: 'revocations' }]);
    const ids = await logIds(tablet);
    expect(new Set(ids).size).toBe(ids.length);
    tablet.close();
    if (!isKilled) break;
    value(await gate.manager.bringBack(mary));
  }
  expect(kills).toBeGreaterThan(8);
});

describe('refused', () => {
  test('[M1] what another organisation made, and what no tablet made', async () => {
    const other = await openManagedApp({ clock, network: network() });
    expect(typeOf(await other.manager.sync.carry('everything'))).toBe('noSisterTablets');
    expect(typeOf(await other.manager.sync.beginIntake())).toBe('noSisterTablets');
    expect(await other.manager.sync.mayCarry()).toBe(false);
    await backUp(other);
    expect(await other.manager.sync.mayCarry()).toBe(true);
    expect(typeOf(await take(canteen, await make(other, 'everything')))).toBe('parcelOfOtherOrganisation');
    expect(typeOf(await take(canteen, { file: new Blob(['Employee ID;Name']) }))).toBe('notAParcel');
    const gone = { text: () => Promise.reject(new Error('gone')) } as unknown as Blob;
    expect(typeOf(await take(canteen, { file: gone }))).toBe('backupUnreadable');
  });

  test('[M1] what was changed or cut off, and nothing of it is taken in', async () => {
    value(await gate.manager.markAsLeft(mary, ''));
    const text = await (await make(gate)).file.text();
    const changed = text.replace(/.(?=.{40}$)/, (symbol) => (symbol === 'A' ? 'B' : 'A'));
    expect(typeOf(await take(canteen, { file: new Blob([changed]) }))).toBe('parcelDamaged');
    expect(typeOf(await take(canteen, { file: new Blob([text.slice(0, -9)]) }))).toBe('parcelDamaged');
    expect(typeOf(await take(canteen, { file: new Blob([text.replace('GHP1', 'GHP2')]) }))).toBe(
      'parcelNewer',
    );
    expect(await employee(canteen, mary)).toMatchObject({ employment: { status: 'employed' } });
  });

  test('[M7] what comes from the future by this tablet’s clock, until the clock is right', async () => {
    value(await gate.manager.markAsLeft(mary, ''));
    const made = await make(gate);
    clock.move(-11 * MINUTE);
    expect(await take(canteen, made)).toEqual({
      ok: false,
      error: { type: 'parcelFromFuture', time: clock.now() + 11 * MINUTE, now: clock.now() },
    });
    clock.move(2 * MINUTE);
    canteen = await managed(canteen);
    expect(typeOf(await take(canteen, made))).toBe('ok');
  });

  test('[S5] a locked area neither makes nor takes in anything', async () => {
    value(await gate.manager.markAsLeft(mary, ''));
    const made = await make(gate);
    canteen.app.session.end();
    expect(typeOf(await take(canteen, made))).toBe('sessionOver');
    gate.app.session.end();
    expect(typeOf(await gate.manager.sync.carry('revocations'))).toBe('sessionOver');
  });
});
