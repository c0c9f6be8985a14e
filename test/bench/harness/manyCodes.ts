// Runs in the page: codes made for 10,000 people as for printing, vouchers and all, and the hashes that they cost alone.

import { createManyLoginCodes } from '../../../src/app/manager/manyLoginCodes';
import { createSessionHolder, type ManagerSession } from '../../../src/app/session';
import { ensureSecrets } from '../../../src/app/sync/siteSecrets';
import { CODE_LENGTH, makeActivationCode } from '../../../src/domain/activationCode';
import type { CountryCode } from '../../../src/domain/employeeDetails';
import type { CompanyCode, ManagerId, SiteId } from '../../../src/domain/ids';
import { organisationDecider } from '../../../src/domain/organisation';
import { organisationStream } from '../../../src/domain/streams';
import type { DeviceId, EventId } from '../../../src/kernel/hlc';
import { systemClock } from '../../../src/platform/clock';
import { cryptoRandom } from '../../../src/platform/random';
import { hashCode, SALT_BYTES } from '../../../src/platform/secretHash';
import { openStore } from '../../../src/store/store';
import { longestTask } from '../longestTask';
import { oldRow, personAt } from './people';
import { openRaw, putAll } from './rawIndexedDb';

const COUNT = 10_000;
const AT_ONCE = 100;
const mine: ManagerSession = {
  kind: 'manager',
  managerId: 'bench' as ManagerId,
  name: 'Bench',
  role: 'admin',
  restsOn: 'bench' as EventId,
  beganAt: 0,
  endsAt: Number.MAX_SAFE_INTEGER,
};
const ids = Array.from({ length: COUNT }, (_, at) => personAt(at).employeeId);

/** A tablet with everyone on its list, of an organisation with sister tablets. */
async function openTablet(databaseName: string) {
  const makeDeviceId = () => 'benchbench' as DeviceId;
  const store = await openStore({ clock: systemClock, makeDeviceId, databaseName });
  const raw = await openRaw(databaseName);
  await putAll(
    raw,
    'streams',
    ids.map((_, at) => oldRow(at)),
  );
  raw.close();
  await store.log.append(
    { kind: 'kiosk' },
    {
      stream: organisationStream,
      decide: (state) =>
        organisationDecider.decide(
          {
            type: 'FoundOrganisation',
            name: 'Bench',
            companyCode: 'BENCH' as CompanyCode,
            country: 'GB' as CountryCode,
            site: { siteId: 'site' as SiteId, name: 'Bench' },
          },
          state,
        ),
    },
  );
  await ensureSecrets({ replication: await store.replication(), random: cryptoRandom });
  const session = createSessionHolder();
  session.begin(mine, session.turn());
  return {
    ...{ store, session, mine, clock: systemClock, random: cryptoRandom },
    origin: 'https://gatehouse.example.com',
    remove() {
      store.close();
      indexedDB.deleteDatabase(databaseName);
    },
  };
}

/** One round with a new database, ours or the hashes alone first; in ms. */
export async function round(turn: number): Promise<{ value: number; floor: number }> {
  if (turn % 2 === 1) return { value: await makeCodes(turn), floor: await hashAlone() };
  const floor = await hashAlone();
  return { value: await makeCodes(turn), floor };
}

/** The longest time between two turns of the event loop meanwhile, in ms. */
export async function longest(turn: number): Promise<number> {
  const watched: Promise<number>[] = [];
  await makeCodes(turn, () => watched.push(longestTask()));
  window.stopWatching();
  return (await watched[0]) ?? Number.NaN;
}

async function makeCodes(turn: number, onStart = () => {}): Promise<number> {
  const tablet = await openTablet(`bench-many-codes-${turn}`);
  onStart();
  const start = performance.now();
  const made = await createManyLoginCodes(tablet, ids, { channel: 'letter' });
  const time = performance.now() - start;
  if (!made.ok || made.value.codes.length !== COUNT) throw new Error('Not everyone got a code');
  tablet.remove();
  return time;
}

async function hashAlone(): Promise<number> {
  const start = performance.now();
  for (let from = 0; from < COUNT; from += AT_ONCE)
    await Promise.all(
      Array.from({ length: AT_ONCE }, () =>
        hashCode(makeActivationCode(cryptoRandom.bytes(CODE_LENGTH - 1)), cryptoRandom.bytes(SALT_BYTES)),
      ),
    );
  return performance.now() - start;
}
