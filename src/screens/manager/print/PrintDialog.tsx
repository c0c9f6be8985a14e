// Login codes onto paper: as letters, wallet cards or labels, for one person or for many.

import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Paper } from '../../../domain/paper';
import { printText as text } from '../../../i18n/print';
import { useApp, useManagerApp } from '../../../reactive/AppContext';
import { createBug } from '../../../reactive/createBug';
import { SelectField } from '../../../ui/SelectField';
import { type CodesOnPage, CodesPage } from './CodesPage';
import { createWhose, type Whose } from './createWhose';
import { PaperField, WhereField } from './PaperChoices';
import { PrintFrame } from './PrintFrame';
import type { PrintableCode } from './printable';
import { countPages, itemsOn, type Layout, placesOn, sheetOf } from './sheets';

export type { PrintableCode } from './printable';

export interface PrintDialogProps {
  readonly codes: readonly PrintableCode[];
  /** What must be known before printing. */
  readonly notice?: JSX.Element;
  /** Everything, or a part of it, has been handed to the printer. */
  readonly onPrinted?: (codes: readonly PrintableCode[]) => void;
  readonly onClose: () => void;
}

/** Shows what will be printed, prints it, and puts on record for whom. */
export function PrintDialog(props: PrintDialogProps) {
  const whose = createWhose();
  return <Show when={whose()}>{(known) => <Printing {...props} whose={known()} />}</Show>;
}

function Printing(props: PrintDialogProps & { readonly whose: Whose }) {
  const app = useApp();
  const manager = useManagerApp();
  const reportBug = createBug();
  const [layout, setLayout] = createSignal<Layout>('letter');
  const [paper, setPaper] = createSignal<Paper>(props.whose.paper);
  const [where, setWhere] = createSignal(props.whose.where);
  const [firstLabel, setFirstLabel] = createSignal(0);
  const sheet = createMemo(() => sheetOf(layout(), paper()));
  const skip = createMemo(() => (layout() === 'label' ? Math.min(firstLabel(), placesOn(sheet()) - 1) : 0));

  /** New whenever a choice changes what is on the pages. */
  const load = createMemo(() => {
    const [kind, on, used, codes] = [layout(), sheet(), skip(), props.codes];
    const { organisation, companyCode } = props.whose;
    const facts = { organisation, companyCode, where: where(), now: app.now() };
    return async (index: number): Promise<CodesOnPage> => {
      const { from, to, firstPlace } = itemsOn(on, index, used);
      const people = codes.slice(from, to);
      const drawings = await manager.drawCodesForPaper(
        people.map(({ code }) => code.link),
        on.qrCode,
      );
      return {
        layout: kind,
        sheet: on,
        firstPlace,
        people: people.flatMap((person, at) => {
          const drawing = drawings[at];
          return drawing ? [{ ...person, drawing, facts }] : [];
        }),
      };
    };
  });

  const record = async (from: number, to: number) => {
    const [first, last] = [itemsOn(sheet(), from, skip()).from, itemsOn(sheet(), to - 1, skip()).to];
    const printed = props.codes.slice(first, last);
    props.onPrinted?.(printed);
    await manager.recordPrinted(printed.map(({ code }) => code));
  };
  return (
    <PrintFrame
      title={text.title(props.codes.length)}
      paper={paper()}
      pageCount={countPages(sheet(), props.codes.length, skip())}
      load={load()}
      page={(page: CodesOnPage) => <CodesPage page={page} />}
      onPrinted={(from, to) => void record(from, to).catch(reportBug)}
      onClose={props.onClose}
      notice={props.notice}
      choices={
        <>
          <SelectField
            label={text.layout}
            value={layout()}
            options={(Object.keys(text.layouts) as Layout[]).map((value) => ({
              value,
              label: text.layouts[value],
            }))}
            onChange={(value) => setLayout(value as Layout)}
          />
          <PaperField
            value={paper()}
            words={layout() === 'label' ? text.labelPaper : text.papers}
            onChange={setPaper}
          />
          <Show when={layout() === 'label'}>
            <SelectField
              label={text.firstLabel}
              hint={text.firstLabelHint}
              value={String(skip())}
              options={Array.from({ length: placesOn(sheet()) }, (_, place) => ({
                value: String(place),
                label: text.labelPlace(place + 1),
              }))}
              onChange={(place) => setFirstLabel(Number(place))}
            />
          </Show>
          <WhereField value={where()} onInput={setWhere} />
        </>
      }
    />
  );
}
