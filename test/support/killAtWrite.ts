// A closed tab: the transaction under way at the nth write is gone, and all the others stand.

import type { Database } from '../../src/store/db';

/** Gives a way to say at which write from now on the tab is closed; `undefined` for never. */
export function killAtWrite(db: Database): (nth: number | undefined) => void {
  let left: number | undefined;
  db.use({
    stack: 'dbcore',
    name: 'kill',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) => {
            if (left !== undefined) {
              left -= 1;
              if (left === 0) request.trans.abort();
            }
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return (nth) => {
    left = nth;
  };
}
