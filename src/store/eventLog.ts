// The one writer. An append reads the stream's past, lets the decider decide, stamps the new events and writes log,
// view and clock in one transaction: all of it is there, or none, wherever the tab is killed.
//
// Whatever takes time (hashes, random) has been done before: waiting for anything but the database would end the
// transaction. One log row and one row per stream touched is all an append writes, however many events it has.

import { type Actor, actorToText } from '../domain/actor';
import {
  type DomainEvent,
  deviceStream,
  type RecordedEvent,
  type RefusalOf,
  type StateOf,
  type StreamKind,
  type StreamName,
} from '../domain/streams';
import type { TabletState } from '../domain/tablet';
import {
  type DeviceId,
  type EventId,
  eventIdToMoment,
  type Moment,
  momentToEventId,
  observe,
  startOfTime,
  tick,
} from '../kernel/hlc';
import type { Result } from '../kernel/result';
import type { Database, LogEntry, MetaRow, StreamRow } from './db';
import { readStreams } from './readStreams';
import { emptyRow, extendRow } from './views';

/** What is to happen in one stream: given its state, the events, or why not. */
export interface Step<Kind extends StreamKind = StreamKind> {
  readonly stream: StreamName<Kind>;
  readonly decide: (state: StateOf<Kind>) => Result<readonly DomainEvent[], RefusalOf<Kind>>;
  /** An event this tablet has not received and knows of all the same: what follows from it gets a greater id. */
  readonly after?: EventId;
}
/** [Y37] This tablet knows that it was revoked: what it recorded would not count. */
export type RevokedHere = { readonly type: 'thisTabletRevoked' };
export type LogRefusal<Kind extends StreamKind = StreamKind> = RefusalOf<Kind> | RevokedHere;
export type Decided<Kind extends StreamKind = StreamKind> = Result<
  readonly RecordedEvent[],
  LogRefusal<Kind>
>;

export interface EventLog {
  /** Decides and writes one step. Resolves when it is on disk; a refusal writes nothing. */
  append<Kind extends StreamKind>(actor: Actor, step: Step<Kind>): Promise<Decided<Kind>>;
  /** All steps or none: the first refusal leaves everything as it was. */
  appendAll(actor: Actor, steps: readonly Step[]): Promise<Decided>;
  /** Each step by itself, in one transaction: refused steps write nothing, the others are written. */
  appendEach<Kind extends StreamKind>(
    actor: Actor,
    steps: readonly Step<Kind>[],
  ): Promise<readonly Decided<Kind>[]>;
  /** [O7] All steps or none, and none on a tablet that has begun with what others know. */
  found(actor: Actor, steps: readonly Step[]): ReturnType<EventLog['appendAll']>;
}

export interface EventLogDeps {
  readonly db: Database;
  readonly device: DeviceId;
  readonly clock: { now(): number };
}

const revokedHere = { ok: false, error: { type: 'thisTabletRevoked' } } as const;

class Refused extends Error {
  readonly refusal: unknown;
  constructor(refusal: unknown) {
    super('A step was refused');
    this.refusal = refusal;
  }
}

export function createEventLog({ db, device, clock }: EventLogDeps): EventLog {
  async function write(actor: Actor, steps: readonly Step[], allOrNone: boolean): Promise<Decided[]> {
    return db.transaction('rw', db.log, db.streams, db.meta, async () => {
      const by = actorToText(actor);
      const here = deviceStream(device);
      const rows = await readStreams(db, [here, ...steps.map((step) => step.stream)]);
      // [Y37] Nobody is told that something is saved which will not count.
      const isRevoked = (rows.get(here)?.view as TabletState | undefined)?.revoked !== undefined;
      const clockRow = await readClock(db);
      let { moment } = clockRow;
      const wallTime = clock.now();
      const entries: LogEntry[] = [];
      const touched = new Map<StreamName, StreamRow>();
      const results = steps.map((step): Decided => {
        const row = rows.get(step.stream) ?? emptyRow(step.stream);
        const decided = isRevoked ? revokedHere : step.decide(row.view as never);
        if (!decided.ok) {
          if (allOrNone) throw new Refused(decided.error);
          return decided;
        }
        if (step.after && decided.value.length > 0) moment = observe(moment, eventIdToMoment(step.after));
        const recorded = decided.value.map((event): RecordedEvent => {
          moment = tick(moment, wallTime);
          return { id: momentToEventId(moment, device), by, ...event };
        });
        if (recorded.length > 0) {
          const extended = extendRow(row, recorded);
          rows.set(step.stream, extended);
          touched.set(step.stream, extended);
          for (const event of recorded) entries.push({ stream: step.stream, ...event });
        }
        return { ok: true, value: recorded };
      });
      if (entries.length > 0) {
        await db.log.add({ entries });
        await db.streams.bulkPut([...touched.values()]);
        const wall = Math.max(clockRow.wall ?? 0, wallTime);
        await db.meta.put({ key: 'clock', moment, wall });
      }
      return results;
    });
  }

  async function writeAll(work: () => Promise<readonly Decided[]>): Promise<Decided> {
    try {
      const results = await work();
      return { ok: true, value: results.flatMap((result) => (result.ok ? result.value : [])) };
    } catch (thrown) {
      if (thrown instanceof Refused) return { ok: false, error: thrown.refusal as LogRefusal };
      throw thrown;
    }
  }

  return {
    async append(actor, step) {
      const [result] = await write(actor, [step as unknown as Step], false);
      return result as never;
    },
    appendAll: (actor, steps) => writeAll(() => write(actor, steps, true)),
    async appendEach(actor, steps) {
      return (await write(actor, steps as unknown as readonly Step[], false)) as never;
    },
    found: (actor, steps) =>
      writeAll(() =>
        db.transaction('rw', db.log, db.streams, db.meta, async () => {
          if (await db.meta.get('secrets')) throw new Refused({ type: 'alreadySetUp' });
          return write(actor, steps, true);
        }),
      ),
  };
}

/** The clock after events of other tablets were taken in. */
export async function moveMoment(db: Database, next: (moment: Moment) => Moment): Promise<void> {
  const clock = await readClock(db);
  await db.meta.put({ ...clock, moment: next(clock.moment) });
}

/** From now on `now` is what the tablet's own clock has shown. */
export const confirmClock = (db: Database, now: number): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    await db.meta.put({ ...(await readClock(db)), wall: now });
  });

/** So far the clock goes on before it is noted again, in ms. */
const WALL_STEP = 60_000;

/** The tablet's own clock shows `now` while a code is judged; gives the latest time it has shown. Both in ms since 1970. */
export const noteWall = (db: Database, now: number): Promise<number> =>
  db.transaction('rw', db.meta, async () => {
    const clock = await readClock(db);
    const wall = clock.wall ?? 0;
    if (now > wall + WALL_STEP) await db.meta.put({ ...clock, wall: now });
    return Math.max(wall, now);
  });

/** What the clocks have shown on this tablet: none yet, time begins. */
export async function readClock(db: Database): Promise<Extract<MetaRow, { key: 'clock' }>> {
  const row = await db.meta.get('clock');
  return row?.key === 'clock' ? row : { key: 'clock', moment: startOfTime };
}
