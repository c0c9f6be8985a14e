// [Y14] Another database knows nothing of what the one before had: everything is sent again, and received from the
// beginning. Which database it is, its site document says: the one behind an address may have been lost and made anew, by
// whichever tablet.

import type { Database } from './db';
import { sendOnReceived } from './received';

const tables = (db: Database) => [db.segments, db.received, db.meta];

/** Everything that is here is to be sent, and received from the beginning. */
export const startOver = (db: Database): Promise<void> =>
  db.transaction('rw', tables(db), async () => {
    await db.segments.toCollection().modify({ state: 'waiting' });
    await sendOnReceived(db);
    await db.meta.delete('checkpoint');
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
