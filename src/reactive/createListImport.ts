// The way of a list through the import: chosen, read, checked as often as a column is corrected, imported, reported.
// Leaving the screen stops whatever is under way and lets go of the list.

import { type Accessor, batch, createSignal, onCleanup } from 'solid-js';
import type { ManagerApp } from '../app/manager/managerApp';
import type { ImportField } from '../domain/importColumnNames';
import { assignColumn, type ImportColumn, missingFields } from '../domain/importColumns';
import { useManagerApp } from './AppContext';
import { createBug } from './createBug';

type Draft = Extract<Awaited<ReturnType<ManagerApp['readList']>>, { ok: true }>['value'];
export type ListFileTrouble = Extract<Awaited<ReturnType<ManagerApp['readList']>>, { ok: false }>['error'];
export type ImportPlan = NonNullable<Awaited<ReturnType<ManagerApp['planImport']>>>;
export type ImportReport = Extract<Awaited<ReturnType<ManagerApp['runImport']>>, { ok: true }>['value'];

/** A list that lies open: its columns as they stand, and what an import would do. */
export interface ListCheck {
  readonly fileName: string;
  readonly rowCount: number;
  /** As they were recognised; for what must not move while they are corrected. */
  readonly recognised: readonly ImportColumn[];
  readonly columns: Accessor<readonly ImportColumn[]>;
  readonly missing: Accessor<readonly ImportField[]>;
  /** The newest dry run; `undefined` before the first one and while a column is missing. */
  readonly plan: Accessor<ImportPlan | undefined>;
  readonly isChecking: Accessor<boolean>;
  assign(index: number, field: ImportField | null): void;
}

export type ImportStage =
  | { readonly step: 'choose'; readonly trouble?: ListFileTrouble }
  | { readonly step: 'reading' }
  | { readonly step: 'check'; readonly check: ListCheck }
  | {
      readonly step: 'running';
      readonly progress: Accessor<Progress>;
      stop(): void;
      readonly isStopping: Accessor<boolean>;
    }
  | {
      readonly step: 'report';
      readonly report: ImportReport;
      /** What was imported, for going on with it where it was stopped. */
      readonly plan: ImportPlan;
    };
export interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface ListImport {
  readonly stage: Accessor<ImportStage>;
  choose(file: File): Promise<void>;
  run(plan: ImportPlan): Promise<void>;
  startOver(): void;
}

export function createListImport(): ListImport {
  const app = useManagerApp();
  const [stage, setStage] = createSignal<ImportStage>({ step: 'choose' });
  const reportBug = createBug();
  // Whatever is under way belongs to one of these; ending it stops the work and closes the list.
  let ending = new AbortController();
  let draft: Draft | undefined;

  function end(): AbortSignal {
    ending.abort();
    ending = new AbortController();
    draft?.close();
    draft = undefined;
    return ending.signal;
  }
  onCleanup(end);

  /** What breaks goes to the error boundary, unless nobody waits for it any more. */
  async function guard(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      if (!signal.aborted) reportBug(thrown);
    }
  }

  const choose = async (file: File) => {
    const signal = end();
    setStage({ step: 'reading' });
    await guard(signal, async () => {
      const opened = await app.readList(file);
      if (signal.aborted) {
        if (opened.ok) opened.value.close();
      } else if (opened.ok) {
        draft = opened.value;
        setStage({ step: 'check', check: createCheck(app, opened.value, signal, guard) });
      } else setStage({ step: 'choose', trouble: opened.error });
    });
  };

  const run = async (plan: ImportPlan) => {
    const signal = end();
    const stopping = new AbortController();
    signal.addEventListener('abort', () => stopping.abort());
    const [progress, setProgress] = createSignal<Progress>({ done: 0, of: 0 });
    const [isStopping, setIsStopping] = createSignal(false);
    const stop = () => {
      stopping.abort();
      setIsStopping(true);
    };
    setStage({ step: 'running', progress, stop, isStopping });
    await guard(signal, async () => {
      const report = await app.runImport(plan, {
        signal: stopping.signal,
        onProgress: (done, of) => setProgress({ done, of }),
      });
      if (signal.aborted) return;
      // Refused only when the area was locked meanwhile: then this screen is gone already.
      setStage(report.ok ? { step: 'report', report: report.value, plan } : { step: 'choose' });
    });
  };

  return {
    stage,
    choose,
    run,
    startOver() {
      end();
      setStage({ step: 'choose' });
    },
  };
}

function createCheck(
  app: ManagerApp,
  draft: Draft,
  listSignal: AbortSignal,
  guard: (signal: AbortSignal, work: () => Promise<void>) => Promise<void>,
): ListCheck {
  const [columns, setColumns] = createSignal(draft.columns);
  const [plan, setPlan] = createSignal<ImportPlan>();
  const [isChecking, setIsChecking] = createSignal(false);
  let asked = new AbortController();
  listSignal.addEventListener('abort', () => asked.abort());

  function check(): void {
    asked.abort();
    const mine = new AbortController();
    asked = mine;
    const isComplete = missingFields(columns()).length === 0;
    batch(() => {
      setIsChecking(isComplete);
      if (!isComplete) setPlan(undefined);
    });
    if (!isComplete) return;
    guard(mine.signal, async () => {
      const next = await app.planImport(draft, columns(), mine.signal);
      if (!next || mine.signal.aborted) return;
      batch(() => {
        setPlan(next);
        setIsChecking(false);
      });
    });
  }
  check();

  return {
    fileName: draft.fileName,
    rowCount: draft.rowCount,
    recognised: draft.columns,
    columns,
    missing: () => missingFields(columns()),
    plan,
    isChecking,
    assign(index, field) {
      setColumns(assignColumn(columns(), index, field));
      check();
    },
  };
}
