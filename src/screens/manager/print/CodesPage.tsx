// One page of letters, cards or labels, each at its place.

import { For, Show } from 'solid-js';
import { CutMarks } from './CutMarks';
import { Letter } from './Letter';
import paper from './Paper.module.css';
import type { PaperCode } from './printable';
import { SmallCode } from './SmallCode';
import { type Layout, placeToPoint, type Sheet } from './sheets';

/** What surrounds the QR code in a card or label: its margins and the gap to the words, in mm. */
const BESIDE_THE_CODE = { card: 8, label: 7 };

export interface CodesOnPage {
  readonly layout: Layout;
  readonly sheet: Sheet;
  readonly firstPlace: number;
  readonly people: readonly PaperCode[];
}

export function CodesPage(props: { readonly page: CodesOnPage }) {
  const { layout, sheet, firstPlace } = props.page;
  return (
    <>
      <Show when={sheet.isCut}>
        <CutMarks sheet={sheet} />
      </Show>
      <For each={props.page.people}>
        {(person, index) => {
          const point = () => placeToPoint(sheet, firstPlace + index());
          return (
            <div
              class={paper.place}
              data-printed={layout}
              style={{
                'inset-inline-start': `${point().width}mm`,
                'inset-block-start': `${point().height}mm`,
                'inline-size': `${sheet.item.width}mm`,
                'block-size': `${sheet.item.height}mm`,
              }}
            >
              {layout === 'letter' ? (
                <Letter person={person} qrCode={sheet.qrCode} />
              ) : (
                <SmallCode
                  person={person}
                  layout={layout}
                  qrCode={sheet.qrCode}
                  words={sheet.item.width - sheet.qrCode - BESIDE_THE_CODE[layout]}
                />
              )}
            </div>
          );
        }}
      </For>
    </>
  );
}
