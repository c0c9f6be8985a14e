// What is chosen for this tablet alone: a row of `meta`, which never leaves the tablet.

import type { Database } from './db';

export interface TabletChoices {
  /** Whether a scanned code is told by a sound and a vibration. */
  hasCues(): Promise<boolean>;
  setCues(on: boolean): Promise<void>;
}

export const createTabletChoices = (db: Database): TabletChoices => ({
  async hasCues() {
    const row = await db.meta.get('cues');
    return row?.key !== 'cues' || row.on;
  },
  async setCues(on) {
    await db.meta.put({ key: 'cues', on });
  },
});
