// The dialog around everything that is printed: the choices on one side, the page as it will come out on the other, and the
// button that hands it to the browser's print window. Very many pages go to the printer some hundred at a time.

import { createEffect, createMemo, createSignal, type JSX, on, Show } from 'solid-js';
import type { Paper } from '../../../domain/paper';
import { printText as text } from '../../../i18n/print';
import { createLoaded } from '../../../reactive/createLoaded';
import { createPrintRun } from '../../../reactive/createPrintRun';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ProgressBar } from '../../../ui/ProgressBar';
import { SelectField } from '../../../ui/SelectField';
import { PagePreview } from './PagePreview';
import styles from './PrintDialog.module.css';
import { PrintSheet } from './PrintSheet';

const PAGES_AT_ONCE = 100;

export interface PrintFrameProps<Page> {
  readonly title: string;
  readonly paper: Paper;
  readonly pageCount: number;
  /** Makes one page (from 0). Another function means that all pages have changed. */
  readonly load: (index: number) => Promise<Page>;
  readonly page: (page: Page) => JSX.Element;
  /** What can be chosen. */
  readonly choices: JSX.Element;
  /** What must be known before printing. */
  readonly notice?: JSX.Element;
  /** These pages, from one to before another, have been handed to the printer. */
  readonly onPrinted?: (from: number, to: number) => void;
  readonly onClose: () => void;
}

export function PrintFrame<Page>(props: PrintFrameProps<Page>) {
  const [at, setAt] = createSignal(0);
  const [part, setPart] = createSignal(0);
  const [sent, setSent] = createSignal<{ readonly from: number; readonly to: number }>();
  const load = createMemo(() => props.load);
  createEffect(
    on(
      load,
      () => {
        setAt(0);
        setPart(0);
        setSent(undefined);
      },
      { defer: true },
    ),
  );
  // What is printed next is what is seen.
  createEffect(on(part, (one) => setAt(fromOf(one)), { defer: true }));
  const shown = createLoaded(
    () => ({ load: load(), index: Math.min(at(), props.pageCount - 1) }),
    ({ load, index }) => load(index),
  );
  const run = createPrintRun((index) => load()(index));
  const parts = () => Math.ceil(props.pageCount / PAGES_AT_ONCE);
  const fromOf = (one: number) => one * PAGES_AT_ONCE;
  const toOf = (one: number) => Math.min(props.pageCount, fromOf(one + 1));
  const print = async () => {
    const [from, to] = [fromOf(part()), toOf(part())];
    if (!(await run.print(from, to))) return;
    setSent({ from, to });
    if (part() < parts() - 1) setPart(part() + 1);
    props.onPrinted?.(from, to);
  };
  return (
    <>
      <Dialog
        open
        title={props.title}
        closeWord={text.close}
        width="wide"
        onClose={props.onClose}
        actions={
          <>
            <Button onPress={props.onClose}>{text.done}</Button>
            <Button
              variant="primary"
              busy={run.ready() === undefined ? undefined : text.preparing}
              onPress={print}
            >
              {text.print}
            </Button>
          </>
        }
      >
        <div class={styles.print}>
          <div class={styles.choices}>
            {props.notice}
            <p class={styles.sent} role="status">
              <Show when={run.ready() === undefined && sent()}>
                {(pages) => (parts() > 1 ? text.sentPart(pages().from + 1, pages().to) : text.sent)}
              </Show>
            </p>
            {props.choices}
            <Show when={parts() > 1}>
              <SelectField
                label={text.part}
                hint={text.partHint}
                value={String(part())}
                options={Array.from({ length: parts() }, (_, one) => ({
                  value: String(one),
                  label: text.partOf(fromOf(one) + 1, toOf(one)),
                }))}
                onChange={(one) => setPart(Number(one))}
              />
            </Show>
            <p class={styles.soft}>{text.settings}</p>
            <Show when={run.ready()}>
              {(ready) => (
                <ProgressBar
                  label={text.preparing}
                  value={ready()}
                  max={toOf(part()) - fromOf(part())}
                  valueText={text.pageOf(ready(), toOf(part()) - fromOf(part()))}
                />
              )}
            </Show>
          </div>
          <PagePreview paper={props.paper} at={at()} of={props.pageCount} onGo={setAt}>
            <Show when={shown()} keyed>
              {(page) => props.page(page)}
            </Show>
          </PagePreview>
        </div>
      </Dialog>
      <PrintSheet paper={props.paper} pages={run.pages()}>
        {props.page}
      </PrintSheet>
    </>
  );
}
