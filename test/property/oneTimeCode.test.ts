// However two tablets interleave, a code opens an account at most once; and tablets that have the same events show the
// same state, in whatever order and however often the events came.

import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EmployeeState } from '../../src/domain/employee';
import { employeeDecider } from '../../src/domain/employeeDecider';
import { employeeStream, type RecordedEvent } from '../../src/domain/streams';
import { type DeviceId, eventDevice, eventIdToMoment } from '../../src/kernel/hlc';
import { openDatabase } from '../../src/store/db';
import { createEventLog } from '../../src/store/eventLog';
import { emptyRow, refoldRow } from '../../src/store/views';
import { type Deed, deedArbitrary, deedToStep, ids, plainFold } from '../support/histories';
import { stillClock } from '../support/stillClock';

const stream = employeeStream(ids[0]);
let databases = 0;

/** What one tablet, alone, records of these deeds, knowing what happened before the tablets parted. */
async function alone(
  device: string,
  deeds: readonly Deed[],
  before: readonly RecordedEvent[],
): Promise<RecordedEvent[]> {
  databases += 1;
  const db = openDatabase(`apart-${databases}`);
  const clock = stillClock();
  const last = before.at(-1);
  if (last) {
    await db.streams.put(refoldRow(emptyRow(stream), before));
    await db.meta.put({ key: 'clock', moment: eventIdToMoment(last.id) });
  }
  const log = createEventLog({ db, device: device as DeviceId, clock });
  const events: RecordedEvent[] = [];
  for (const deed of deeds) {
    clock.move(deed.clock);
    const result = await log.append(
      { kind: 'kiosk' },
      deedToStep({ ...deed, employee: ids[0] }, clock.now()),
    );
    if (result.ok) events.push(...result.value);
  }
  db.close();
  return events;
}

/** Two tablets that were together until a code was out, and then apart: their events in the order of their ids. */
async function apart(here: readonly Deed[], there: readonly Deed[]): Promise<RecordedEvent[]> {
  const together = await alone('aaaaaaaaaa', [deed('enrol'), deed('issue')], []);
  const events = [
    ...together,
    ...(await alone('aaaaaaaaaa', here, together)),
    ...(await alone('bbbbbbbbbb', there, together)),
  ];
  return events.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const deed = (name: string): Deed => ({
  employee: ids[0],
  deed: name,
  code: 'a',
  clock: 1_000,
  killAt: undefined,
});
// Redemptions of the code that is out are frequent: what this is about must happen often.
const deedsOfOne = fc.array(fc.oneof(fc.constant(deed('redeem')), deedArbitrary, deedArbitrary), {
  minLength: 1,
  maxLength: 15,
});

interface Opening {
  readonly issuedOn: DeviceId;
  /** The tablets whose redemption opened the account, one after the other. */
  readonly openedOn: DeviceId[];
}

/**
 * Which redemptions of each issued code opened the account, found by folding one event after the other. A code is known
 * by the event that issued it last: the histories use few code ids, so one id may be issued several times.
 */
function openings(events: readonly RecordedEvent[]): Opening[] {
  const all: Opening[] = [];
  const latest = new Map<string, Opening>();
  let state: EmployeeState = employeeDecider.initial;
  for (const event of events) {
    state = employeeDecider.evolve(state, event as never);
    if (event.type === 'ActivationCodeIssued') {
      const opening = { issuedOn: eventDevice(event.id), openedOn: [] };
      latest.set(event.codeId, opening);
      all.push(opening);
    }
    if (event.type !== 'ActivationCodeRedeemed' || state.status === 'unknown') continue;
    if (state.account.status !== 'active' || state.account.redemption !== event.id) continue;
    const opening = latest.get(event.codeId);
    if (!opening) throw new Error('A code opened the account that was never issued');
    opening.openedOn.push(eventDevice(event.id));
  }
  return all;
}

test('[C7] [A1] a code opens an account once; only a redemption where it was issued comes before another', async () => {
  await fc.assert(
    fc.asyncProperty(deedsOfOne, deedsOfOne, async (here, there) => {
      for (const { issuedOn, openedOn } of openings(await apart(here, there))) {
        const [first, second, ...more] = openedOn;
        expect(more).toEqual([]);
        if (second === undefined) continue;
        expect(second).toBe(issuedOn);
        expect(first).not.toBe(issuedOn);
      }
    }),
    { numRuns: 80 },
  );
});

test('[H5] any order of arrival, in any portions, with duplicates, gives the plain sort and fold', async () => {
  await fc.assert(
    fc.asyncProperty(deedsOfOne, deedsOfOne, fc.infiniteStream(fc.nat()), async (here, there, luck) => {
      const events = await apart(here, there);
      const draw = () => luck.next().value as number;
      const arrivals = [...events, ...events.filter(() => draw() % 3 === 0)]
        .map((event) => ({ event, place: draw() }))
        .sort((a, b) => a.place - b.place)
        .map(({ event }) => event);
      let row = emptyRow(stream);
      while (arrivals.length > 0) row = refoldRow(row, arrivals.splice(0, 1 + (draw() % 4)));
      const plain = plainFold(events.map((event) => ({ ...event, stream })));
      expect(row.view).toEqual(plain.get(stream) ?? employeeDecider.initial);
    }),
    { numRuns: 80 },
  );
});
