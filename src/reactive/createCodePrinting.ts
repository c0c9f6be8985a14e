// The way from people who were chosen to codes that can be printed: who they are and how they stand, the codes being made,
// the codes. Stopped half-way, what is made can be printed, and going on makes the rest. Leaving lets go of all of it.

import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { ManagerApp } from '../app/manager/managerApp';
import type { CodeId, EmployeeId } from '../domain/ids';
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
  /** What has been made and can be printed; `undefined` before anything was. */
  readonly made: Accessor<Made | undefined>;
  /** How many of these have not been handed to the printer. */
  readonly notPrinted: Accessor<number>;
  readonly making: ReturnType<typeof createStoppable<Asked, Made, MakingRefusal, Progress>>;
  read(): Promise<void>;
  make(ids: readonly EmployeeId[], choice: Choice): Promise<void>;
  markPrinted(codes: readonly { readonly codeId: CodeId }[]): void;
  /** Makes the codes that were not reached; what is printed by then is done with. */
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
  const [printed, setPrinted] = createSignal<ReadonlySet<CodeId>>(new Set());
  const isPrinted = ({ codeId }: { readonly codeId: CodeId }) => printed().has(codeId);
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
      codes: [...(before?.codes.filter((code) => !isPrinted(code)) ?? []), ...codes],
      refused: [...(before?.refused ?? []), ...refused],
      rest,
    }));
  }
  return {
    chosen,
    made,
    notPrinted: () => made()?.codes.filter((code) => !isPrinted(code)).length ?? 0,
    markPrinted: (codes) =>
      setPrinted((before) => new Set([...before, ...codes.map(({ codeId }) => codeId)])),
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
