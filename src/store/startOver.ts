// [Y14] Another database knows nothing of what the one before had: everything is sent again, and received from the
// beginning. Which database it is, its site document says: the one behind an address may have been lost and made anew, by
// whichever tablet. [Y38] Whether it was set back, what it should have says.

import type { Database, SegmentId } from './db';
import { sendOnReceived } from './received';

const tables = (db: Database) => [db.segments, db.received, db.meta];

/** Everything that is here is to be sent, and received from the beginning. */
export const startOver = (db: Database): Promise<void> =>
  db.transaction('rw', tables(db), async () => {
    await db.segments.toCollection().modify({ state: 'waiting' });
    await sendOnReceived(db);
    await db.meta.delete('checkpoint');
    // Nor is it known any more what must be there.
    const { last: _, ...pushed } = (await readPushed(db)) ?? { key: 'pushed' as const };
    await db.meta.put(pushed);
  });

/**
 * `born` says which database is exchanged with now, `isNew` that it was nobody's a moment ago. Gives whether it is another
 * than before: then all begins anew. A tablet that never asked before has sent only to this one, if it is not new.
 */
export const meetDatabase = (db: Database, born: string, isNew: boolean): Promise<boolean> =>
  db.transaction('rw', tables(db), async () => {
    const before = await db.meta.get('database');
    const isOther = before?.key === 'database' ? before.born !== born : isNew;
    if (isOther) await startOver(db);
    await db.meta.put({ key: 'database', born });
    return isOther;
  });

/** Everything was sent, at `at` (ms since 1970). */
export const notePushed = (db: Database, at: number): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    await db.meta.put({ ...(await readPushed(db)), key: 'pushed', at });
  });

/** The server has this, which was sent last. */
export const noteSent = async (db: Database, last: SegmentId): Promise<void> => {
  await db.meta.put({ ...(await readPushed(db)), key: 'pushed', last });
};

async function readPushed(db: Database) {
  const row = await db.meta.get('pushed');
  return row?.key === 'pushed' ? row : undefined;
}

/** The last segment that this tablet sent, and the last that came in the feed: an older copy lacks them. */
export async function knownToBeThere(db: Database): Promise<readonly SegmentId[]> {
  const sent = (await readPushed(db))?.last;
  const checkpoint = await db.meta.get('checkpoint');
  const came = checkpoint?.key === 'checkpoint' ? checkpoint.last : undefined;
  return [...new Set([sent, came])].filter((id) => id !== undefined);
}
