// Wrong tries, kept per account on this tablet, so that a reload does not give five more.
// A try is counted before it is checked: closing the tab meanwhile saves nobody a count, nor does asking ten times
// at once. Whoever turns out to be right gets the count back.

import {
  addWrongTry,
  isFree,
  isStopped,
  noTries,
  notAfter,
  type ThrottleRefusal,
  tabletTries,
  waitingUntil,
} from '../domain/throttle';
import type { EventId } from '../kernel/hlc';
import { err, ok, type Result } from '../kernel/result';
import { hideName, makeHidingKey } from '../platform/keyring';
import { type Database, PASSCODE_ACCOUNT, type TriesRow } from './db';

/** A try that was counted before it is checked. */
export interface BegunTry {
  readonly count: number;
  /** As it was without it. */
  readonly before?: TriesRow;
}

/** Accounts by their plain names; how they are kept is nobody's business. */
export interface Tries {
  /**
   * Counts a try, or says why there may be none now. Tries against anything else than this count no more ([T11]): not
   * by the time, because a clock can be set back. `now` in ms since 1970.
   */
  begin(account: string, now: number, against?: EventId): Promise<Result<BegunTry, ThrottleRefusal>>;
  /** The try neither counts nor gives those before it back. */
  takeBack(account: string, begun: BegunTry): Promise<void>;
  /** The try was right: the account starts from nought; or several of them. */
  forgive(...accounts: readonly string[]): Promise<void>;
  /** [T7] A manager opened their area: the tablet as a whole starts from nought, accounts do not. */
  forgiveTablet(): Promise<void>;
}

export function createTries(db: Database): Tries {
  let hiding: Promise<CryptoKey> | undefined;

  /** [T12] People also type their password where their Employee ID belongs. */
  async function hidden(account: string): Promise<string> {
    if (account === PASSCODE_ACCOUNT) return account;
    hiding ??= readHidingKey(db).catch((failure) => {
      hiding = undefined;
      throw failure;
    });
    return hideName(await hiding, account);
  }

  return {
    async begin(name, now, against) {
      const account = await hidden(name);
      return db.transaction('rw', db.tries, async () => {
        const rows = await readTries(db, now);
        const refusal = account === PASSCODE_ACCOUNT ? undefined : tabletRefusal(rows, now);
        if (refusal) return err(refusal);
        const row = rows.find((candidate) => candidate.account === account);
        const tries = row && row.against === against ? row : noTries;
        // [T8] The passcode has waits but no hard stop: nobody else on the tablet could lift it.
        if (account !== PASSCODE_ACCOUNT && isStopped(tries)) return err({ type: 'tooManyTries' as const });
        const until = waitingUntil(tries, now);
        if (until !== undefined) return err({ type: 'waitBeforeNextTry' as const, until });
        const counted = addWrongTry(tries, now);
        const onTablet = (row?.onTablet ?? 0) + 1;
        await db.tries.put({ account, ...counted, onTablet, ...(against === undefined ? {} : { against }) });
        return ok({ count: counted.count, ...(row ? { before: row } : {}) });
      });
    },
    async takeBack(name, { count, before }) {
      const account = await hidden(name);
      await db.transaction('rw', db.tries, async () => {
        const row = await db.tries.get(account);
        // Somebody tried meanwhile: that try stays.
        if (row && row.count !== count) await db.tries.put({ ...row, count: row.count - 1 });
        else await (before ? db.tries.put(before) : db.tries.delete(account));
      });
    },
    async forgive(...names) {
      await db.tries.bulkDelete(await Promise.all(names.map(hidden)));
    },
    async forgiveTablet() {
      await db.tries.toCollection().modify({ onTablet: 0 });
    },
  };
}

/** This tablet's own, made when it is needed first. */
async function readHidingKey(db: Database): Promise<CryptoKey> {
  const kept = await db.meta.get('hiding');
  if (kept?.key === 'hiding') return kept.hidingKey;
  const made = await makeHidingKey();
  return db.transaction('rw', db.meta, async () => {
    // Two tabs may make one at once: the first counts.
    const first = await db.meta.get('hiding');
    if (first?.key === 'hiding') return first.hidingKey;
    await db.meta.put({ key: 'hiding', hidingKey: made });
    return made;
  });
}

const LONG_AGO = 30 * 24 * 3_600_000;

/** All that still matters. [T6] is written down, or a wait would begin anew with every look at it. */
async function readTries(db: Database, now: number): Promise<TriesRow[]> {
  const rows = await db.tries.toArray();
  const old = rows.filter((row) => isFree(row) && now - row.lastAt > LONG_AGO);
  if (old.length > 0) await db.tries.bulkDelete(old.map((row) => row.account));
  const early = rows.filter((row) => row.lastAt > now);
  if (early.length > 0) await db.tries.bulkPut(early.map((row) => notAfter(row, now)));
  return rows.filter((row) => !old.includes(row)).map((row) => notAfter(row, now));
}

function tabletRefusal(rows: readonly TriesRow[], now: number): ThrottleRefusal | undefined {
  const others = rows.filter((row) => row.account !== PASSCODE_ACCOUNT);
  const onTablet = others.map(({ onTablet: count, lastAt }) => ({ count, lastAt }));
  const tablet = tabletTries(onTablet, now);
  if (isStopped(tablet)) return { type: 'tabletStopped' };
  const until = waitingUntil(tablet, now);
  return until === undefined ? undefined : { type: 'waitBeforeNextTry', until };
}
