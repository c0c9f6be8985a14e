// The way from people who were chosen to codes that can be printed: who they are and how they stand, the codes being made,
// the codes. Stopped half-way, what is made can be printed, and going on makes the rest. Leaving lets go of all of it.

import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { ManagerApp } from '../app/manager/managerApp';
import type { EmployeeId } from '../domain/ids';
import { useManagerApp } from './AppContext';
import { createBug } from './createBug';
import { createStoppable } from './createStoppable';

export type Chosen = NonNullable<Awaited<ReturnType<ManagerApp['readChosen']>>>[number];
type Choice = Parameters<ManagerApp['createManyLoginCodes']>[1];
type Made = Extract<Awaited<ReturnType<ManagerApp['createManyLoginCodes']>>, { ok: true }>['value'];

interface Progress {
  readonly done: number;
  readonly of: number;
}
export interface CodePrinting {
  /** `undefined` until they have been read. */
  readonly chosen: Accessor<readonly Chosen[] | undefined>;
  /** What has been made so far; `undefined` before anything was. */
  readonly made: Accessor<Made | undefined>;
  readonly making: ReturnType<typeof createStoppable<Asked, Made, MakingRefusal, Progress>>;
  read(): Promise<void>;
  make(ids: readonly EmployeeId[], choice: Choice): Promise<void>;
  /** Makes the codes that were not reached. */
  goOn(): Promise<void>;
}
interface Asked {
  readonly ids: readonly EmployeeId[];
  readonly choice: Choice;
}
type MakingRefusal = Extract<Awaited<ReturnType<ManagerApp['createManyLoginCodes']>>, { ok: false }>['error'];

export function createCodePrinting(ids: Accessor<readonly EmployeeId[]>): CodePrinting {
  const app = useManagerApp();
  const [chosen, setChosen] = createSignal<readonly Chosen[]>();
  const [made, setMade] = createSignal<Made>();
  const reportBug = createBug();
  const leaving = new AbortController();
  onCleanup(() => leaving.abort());
  let lastChoice: Choice = {};
  const making = createStoppable<Asked, Made, MakingRefusal, Progress>(({ ids, choice }, signal, tell) =>
    app.createManyLoginCodes(ids, choice, { signal, onProgress: (done, of) => tell({ done, of }) }),
  );
  async function make(ids: readonly EmployeeId[], choice: Choice): Promise<void> {
    lastChoice = choice;
    const result = await making.run({ ids, choice });
    if (!result?.ok) return;
    const { codes, refused, rest } = result.value;
    setMade((before) => ({
      codes: [...(before?.codes ?? []), ...codes],
      refused: [...(before?.refused ?? []), ...refused],
      rest,
    }));
  }
  return {
    chosen,
    made,
    making,
    async read() {
      try {
        const read = await app.readChosen(ids(), leaving.signal);
        if (!leaving.signal.aborted) setChosen(read);
      } catch (thrown) {
        reportBug(thrown);
      }
    },
    make,
    goOn: () => make(made()?.rest ?? [], lastChoice),
  };
}
