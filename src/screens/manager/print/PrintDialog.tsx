// Login codes onto paper: as letters, wallet cards or labels, for one person or for many.

import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { type Paper, usualPaper } from '../../../domain/paper';
import { printText as text } from '../../../i18n/print';
import { useApp, useManagerApp } from '../../../reactive/AppContext';
import { createBug } from '../../../reactive/createBug';
import { createLoaded } from '../../../reactive/createLoaded';
import { Field } from '../../../ui/Field';
import { SelectField } from '../../../ui/SelectField';
import { type CodesOnPage, CodesPage } from './CodesPage';
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

interface Whose {
  readonly organisation: string;
  readonly companyCode: string;
  readonly paper: Paper;
  readonly where: string;
}

/** Shows what will be printed, prints it, and puts on record for whom. */
export function PrintDialog(props: PrintDialogProps) {
  const { queries } = useApp();
  const whose = createLoaded(
    () => undefined,
    async (): Promise<Whose> => {
      const [organisation, tablet] = await Promise.all([queries.organisation(), queries.tablet()]);
      if (organisation.status !== 'founded' || tablet.status !== 'added')
        throw new Error('A manager is signed in, but the tablet is not set up');
      const site = organisation.sites.find(({ siteId }) => siteId === tablet.siteId);
      return {
        organisation: organisation.name,
        companyCode: organisation.companyCode,
        paper: usualPaper(organisation.country),
        where: text.whereAt(site?.name ?? '', tablet.name),
      };
    },
  );
  return <Show when={whose()}>{(known) => <Printing {...props} whose={known()} />}</Show>;
}

const WHERE_LIMIT = 100;

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

  const recorded = new Set<PrintableCode>();
  const record = async (from: number, to: number) => {
    const [first, last] = [itemsOn(sheet(), from, skip()).from, itemsOn(sheet(), to - 1, skip()).to];
    const printed = props.codes.slice(first, last);
    props.onPrinted?.(printed);
    // Printed twice (other paper, a jam) is handed over once.
    const fresh = printed.filter((code) => !recorded.has(code));
    for (const code of fresh) recorded.add(code);
    await manager.recordPrinted(fresh.map(({ code }) => code));
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
          <SelectField
            label={text.paper}
            value={paper()}
            options={(Object.keys(text.papers) as Paper[]).map((value) => ({
              value,
              label: (layout() === 'label' ? text.labelPaper : text.papers)[value],
            }))}
            onChange={(value) => setPaper(value as Paper)}
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
          <Field
            label={text.where}
            hint={text.whereHint}
            value={where()}
            onInput={(typed) => setWhere([...typed].slice(0, WHERE_LIMIT).join(''))}
          />
        </>
      }
    />
  );
}
