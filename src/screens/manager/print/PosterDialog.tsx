// The organisation's poster onto paper.

import { createMemo, createSignal, Show } from 'solid-js';
import type { Paper } from '../../../domain/paper';
import { printText as text } from '../../../i18n/print';
import { useManagerApp } from '../../../reactive/AppContext';
import { createWhose, type Whose } from './createWhose';
import { PaperField, WhereField } from './PaperChoices';
import { POSTER_QR_CODE, Poster, type PosterPage } from './Poster';
import { PrintFrame } from './PrintFrame';

export interface PosterDialogProps {
  /** The organisation's own link. */
  readonly link: string;
  readonly onClose: () => void;
}

/** Shows the poster as it will be printed, and prints it. */
export function PosterDialog(props: PosterDialogProps) {
  const whose = createWhose();
  return <Show when={whose()}>{(known) => <Printing {...props} whose={known()} />}</Show>;
}

function Printing(props: PosterDialogProps & { readonly whose: Whose }) {
  const manager = useManagerApp();
  const [paper, setPaper] = createSignal<Paper>(props.whose.paper);
  const [where, setWhere] = createSignal(props.whose.where);
  const load = createMemo(() => {
    const words = { ...props.whose, where: where() };
    const { link } = props;
    return async (): Promise<PosterPage> => {
      const [drawing] = await manager.drawCodesForPaper([link], POSTER_QR_CODE);
      if (!drawing) throw new Error('The QR code of the poster was not drawn');
      return { ...words, drawing };
    };
  });
  return (
    <PrintFrame
      title={text.posterTitle}
      paper={paper()}
      pageCount={1}
      load={load()}
      page={(page: PosterPage) => <Poster page={page} />}
      onClose={props.onClose}
      choices={
        <>
          <PaperField value={paper()} onChange={setPaper} />
          <WhereField value={where()} onInput={setWhere} />
        </>
      }
    />
  );
}
