// However two tablets interleave, a code opens an account at most once; and tablets that have the same events show the
// same state, in whatever order and however often the events came.

import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EmployeeState, employeeDecider } from '../../src/domain/employee';
import { employeeStream, type RecordedEvent } from '../../src/domain/streams';
import { type DeviceId, eventIdToMoment } from '../../src/kernel/hlc';
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

/**
 * How often each issued code opened the account, found by folding one event after the other. A code is known by the
 * event that issued it last: the histories use few code ids, so one id may be issued several times.
 */
function openings(events: readonly RecordedEvent[]): Map<string, number> {
  const counts = new Map<string, number>();
  const issuedBy = new Map<string, string>();
  let state: EmployeeState = employeeDecider.initial;
  for (const event of events) {
    const before = state;
    state = employeeDecider.evolve(state, event as never);
    if (event.type === 'ActivationCodeIssued') issuedBy.set(event.codeId, event.id);
    if (event.type !== 'ActivationCodeRedeemed' || state === before) continue;
    const issue = issuedBy.get(event.codeId) ?? 'never issued';
    counts.set(issue, (counts.get(issue) ?? 0) + 1);
  }
  return counts;
}

test('[C7] of all redemptions of a code at most one counts, on tablets that were apart too', async () => {
  await fc.assert(
    fc.asyncProperty(deedsOfOne, deedsOfOne, async (here, there) => {
      const opened = openings(await apart(here, there));
      expect([...opened.keys()]).not.toContain('never issued');
      for (const count of opened.values()) expect(count).toBe(1);
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
