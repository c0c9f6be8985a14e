// Whether the views are those of this version of the app.

import type { Database } from './db';

/** Raise it when a fold or a key changes: at the next start every row is made anew from the log. */
export const VIEWS_VERSION = 6;

/** False as well when a rebuild was killed half-way. */
export async function areViewsCurrent(db: Database): Promise<boolean> {
  const row = await db.meta.get('views');
  return row?.key === 'views' && row.version === VIEWS_VERSION && row.rebuiltUpTo === undefined;
}
