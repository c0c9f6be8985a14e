// How far this tablet's own events have been cut into segments.

import type { Database, LogPlace } from './db';

export interface Sealed {
  /** Everything of its own before this place is in a segment. */
  readonly upTo: LogPlace;
  /** The number of its last segment. */
  readonly sequence: number;
  /** How many events a segment may hold. */
  readonly limit: number;
}

/** As measured: more keep the page busy for too long, fewer make more requests. */
const SEGMENT_LIMIT = 500;

const nothingSealed: Sealed = { upTo: { seq: 0, offset: 0 }, sequence: 0, limit: SEGMENT_LIMIT };

export async function readSealed(db: Database): Promise<Sealed> {
  const row = await db.meta.get('sealed');
  return row?.key === 'sealed' ? row : nothingSealed;
}
