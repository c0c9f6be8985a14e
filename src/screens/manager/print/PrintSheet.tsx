// What the printer gets: pages beside the app in the document, which are all that is left of it on paper.

import { For, type JSX } from 'solid-js';
import { Portal } from 'solid-js/web';
import type { Paper } from '../../../domain/paper';
import paper from './Paper.module.css';
import styles from './PrintSheet.module.css';
import { sheetOf } from './sheets';

export function PrintSheet<Page>(props: {
  readonly paper: Paper;
  readonly pages: readonly Page[];
  readonly children: (page: Page) => JSX.Element;
}) {
  return (
    <Portal ref={(element) => element.classList.add(styles.sheet as string)}>
      <For each={props.pages}>
        {(page) => (
          <PaperPage paper={props.paper} isForPrinter>
            {props.children(page)}
          </PaperPage>
        )}
      </For>
    </Portal>
  );
}

/** One page of paper, in its true size. */
export function PaperPage(props: {
  readonly paper: Paper;
  /** A page of its own when printed. */
  readonly isForPrinter?: boolean;
  readonly children: JSX.Element;
}) {
  const size = () => sheetOf('letter', props.paper).page;
  return (
    <div
      class={`${paper.page} ${props.isForPrinter ? styles.printed : ''}`}
      data-paper={props.paper}
      style={{ 'inline-size': `${size().width}mm`, 'block-size': `${size().height}mm` }}
    >
      {props.children}
    </div>
  );
}
