// The promise of the backup: two tablets, any commands, a network that loses and doubles; then a backup of one of them,
// and a new tablet that takes it in, killed half-way. It shows the plain sort and fold of what the first one had; and
// when all meet the server again, each event stands there once and on every tablet once.

import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { BackupAbout } from '../../src/app/sync/backup';
import type { CountryCode } from '../../src/domain/employeeDetails';
import type { CompanyCode, SiteId } from '../../src/domain/ids';
import { organisationDecider } from '../../src/domain/organisation';
import { organisationStream } from '../../src/domain/streams';
import { toBase64 } from '../../src/kernel/base64';
import { eventDevice } from '../../src/kernel/hlc';
import { type LogEntry, openDatabase } from '../../src/store/db';
import { writeBackup } from '../../src/sync/backupFile';
import { readForBackup } from '../../src/sync/backupParts';
import { pullPage, takeInReceived } from '../../src/sync/pull';
import { pushAll } from '../../src/sync/push';
import { couchFetch } from '../couch/couchFetch';
import { faultsArbitrary } from '../support/faultyNetwork';
import { deedArbitrary, deedToStep, plainFold } from '../support/histories';
import { isKilledAt } from '../support/killAtAnyWrite';
import { serverEvents } from '../support/serverEvents';
import { couchMember, couchSite, openSite, openSiteTablet, type SiteTablet, siteKey } from '../support/site';
import { stillClock } from '../support/stillClock';
import { networkOf, openTestApp } from '../support/testApp';

const RUNS = import.meta.env.MODE === 'nightly' ? 500 : 25;
const PASSWORD = 'a hedgehog sleeps here';

const stepArbitrary = fc.record({
  tablet: fc.nat({ max: 1 }),
  what: fc.constantFrom('act', 'act', 'act', 'push', 'pull'),
  deed: deedArbitrary,
  faults: faultsArbitrary,
});
const push = async (tablet: SiteTablet): Promise<boolean> => (await pushAll(tablet, () => {})).ok;
/** True when nothing was left to receive. */
async function pull(tablet: SiteTablet): Promise<boolean> {
  const page = await pullPage(tablet, false, new AbortController().signal);
  await takeInReceived(tablet);
  return page.ok && page.value.rows.length === 0;
}

async function backUp(tablet: SiteTablet): Promise<Blob> {
  const writer = await writeBackup(PASSWORD, tablet.random, 1);
  const about: BackupAbout = {
    siteKey: toBase64(siteKey),
    siteId: 'mill lane' as never,
    couch: { ...couchSite, user: couchMember.name, password: couchMember.password },
    organisation: 'Brightwater',
    companyCode: 'BW' as never,
    madeAt: tablet.clock.now(),
    madeOn: 'Front door',
    events: 0,
  };
  await writer.add(about);
  for await (const { parts } of readForBackup(tablet)) await writer.add(parts);
  return writer.finish();
}

/** Without an organisation nobody joins anything. */
async function found({ log }: SiteTablet): Promise<void> {
  const site = { siteId: 'site' as SiteId, name: 'Mill Lane' };
  const companyCode = 'BWCH' as CompanyCode;
  const country = 'GB' as CountryCode;
  await log.append(
    { kind: 'kiosk' },
    {
      stream: organisationStream,
      decide: (state) =>
        organisationDecider.decide(
          { type: 'FoundOrganisation', name: 'Brightwater', companyCode, country, site },
          state,
        ),
    },
  );
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const isOfEmployee = ({ stream }: LogEntry) => stream.startsWith('employee:');
const logOf = async (db: SiteTablet['db']): Promise<LogEntry[]> =>
  (await db.log.toArray()).flatMap((row) => row.entries).sort(byId);
const employeesIn = async (db: SiteTablet['db']) =>
  new Map(
    (await db.streams.where('stream').startsWith('employee:').toArray()).map((row) => [
      row.stream as string,
      row.view,
    ]),
  );

test('[Y15] [Y16] a new tablet shows the plain sort and fold of a backup, and everything reaches the server once', {
  timeout: 30 * 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(stepArbitrary, { minLength: 5, maxLength: 30 }),
      fc.integer({ min: 1, max: 60 }),
      async (steps, killAt) => {
        const clock = stillClock();
        const standIn = await openSite(clock);
        const tablets = await Promise.all(
          ['aaaaaaaaaa', 'bbbbbbbbbb'].map((device) => openSiteTablet(standIn, device, clock)),
        );
        const [first, second] = tablets as [SiteTablet, SiteTablet];
        await found(first);
        for (const { tablet: at, what, deed, faults } of steps) {
          const tablet = at === 0 ? first : second;
          tablet.meet(faults);
          clock.move(deed.clock);
          if (what === 'act') await tablet.log.append({ kind: 'kiosk' }, deedToStep(deed, clock.now()));
          else await (what === 'push' ? push(tablet) : pull(tablet));
        }
        // Nothing comes from the future any more.
        clock.move(24 * 3_600_000);
        for (const tablet of tablets) tablet.meet([]);
        await takeInReceived(first);

        const file = await backUp(first);
        const known = await logOf(first.db);
        let isServerThere = false;
        const fetch = couchFetch(standIn);
        const network = networkOf(
          (url, init) => (isServerThere ? fetch(url, init) : Promise.reject(new TypeError('off'))),
          clock,
        );
        let fresh = await openTestApp({ clock, network });
        const form = { file, backupPassword: PASSWORD, tabletName: 'Canteen' };
        await isKilledAt(killAt, () => fresh.app.sync.restore(form));
        fresh = await fresh.reload();
        await fresh.app.sync.start();
        const again = await fresh.app.sync.restore(form);
        // Killed at the very end, it has all and is on the list.
        if (!again.ok) expect(again.error).toEqual({ type: 'alreadySetUp' });
        const db = openDatabase(fresh.databaseName);
        const own = await logOf(db);
        expect(own.filter(({ id }) => eventDevice(id) !== fresh.store.device)).toEqual(known);
        expect(await employeesIn(db)).toEqual(plainFold(known.filter(isOfEmployee)));
        expect(await db.aside.count()).toBe(0);

        isServerThere = true;
        await fresh.app.sync.now();
        await vi.waitFor(() =>
          expect(fresh.app.sync.view.current()).toMatchObject({
            joining: false,
            state: { push: { status: 'settled' }, pull: { status: 'settled' } },
          }),
        );
        for (let round = 0; round < 2; round += 1)
          for (const tablet of tablets) {
            expect(await push(tablet)).toBe(true);
            while (!(await pull(tablet)));
          }
        const everything = await logOf(second.db);
        expect(await logOf(first.db)).toEqual(everything);
        await vi.waitFor(async () => expect(await logOf(db)).toEqual(everything));
        expect(await serverEvents(standIn, fresh.store)).toEqual(everything);
        expect(await employeesIn(db)).toEqual(plainFold(everything.filter(isOfEmployee)));
        fresh.close();
        for (const { db: done } of [...tablets, { db }]) await done.delete();
      },
    ),
    { numRuns: RUNS },
  );
});
