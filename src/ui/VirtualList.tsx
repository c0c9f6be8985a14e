// A table of any length: of 100,000 rows only those in sight exist. Screen readers are told the true number of rows and
// the place of each; the arrow keys, Home and End go from row to row, and the whole row is the target of its link.

import { createVirtualizer } from '@tanstack/solid-virtual';
import {
  batch,
  children,
  createEffect,
  createMemo,
  createSignal,
  For,
  type JSX,
  on,
  onCleanup,
  onMount,
  Show,
} from 'solid-js';
import box from './Checkbox.module.css';
import styles from './VirtualList.module.css';

/** A row and how far below the upper edge of the list it stands, in px. */
export interface RowPlace {
  readonly index: number;
  readonly fromTop: number;
}

export interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** In rem, so that rows grow with the text; all are alike. */
  readonly rowHeight: number;
  /** The same where spare cells are gone; for rows that then say in one cell what the others said. */
  readonly narrowRowHeight?: number | undefined;
  /** The columns as a grid template ("2fr 1fr 8rem"), for header and rows. */
  readonly columns: string;
  readonly overscan?: number | undefined;
  /** HeaderCells. */
  readonly header?: JSX.Element;
  /** As a CSS length; by itself what is left of the window under a page's head. */
  readonly height?: string | undefined;
  /** Whenever this changes, the list starts at its top again: another question has another answer. */
  readonly topWhen?: unknown;
  /** A row that was left and is come back to: it stands where it stood and has the focus. Only the first one counts. */
  readonly arriveAt?: RowPlace | undefined;
  /** The link of a row was followed. */
  readonly onLeave?: ((from: RowPlace) => void) | undefined;
  /** The Cells of one row. */
  readonly children: (index: number) => JSX.Element;
}

/** A virtual table. For another list that should begin at its top, key it anew. */
export function VirtualList(props: VirtualListProps) {
  let scroller: HTMLDivElement | undefined;
  const header = children(() => props.header);
  const headerRows = () => (header() ? 1 : 0);
  const [rem, setRem] = createSignal(remInPx());
  const [isNarrow, setIsNarrow] = createSignal(pageIsNarrow());
  const rowHeight = () => ((isNarrow() ? props.narrowRowHeight : undefined) ?? props.rowHeight) * rem();
  let probe: HTMLDivElement | undefined;
  onMount(() => {
    if (!probe || !scroller) return;
    // The size of text can change without the window changing.
    const observer = new ResizeObserver(() =>
      batch(() => {
        setRem(remInPx());
        setIsNarrow(pageIsNarrow());
      }),
    );
    observer.observe(probe);
    observer.observe(scroller);
    onCleanup(() => observer.disconnect());
  });
  const virtualizer = createVirtualizer<HTMLDivElement, HTMLDivElement>({
    get count() {
      return props.count;
    },
    get overscan() {
      return props.overscan ?? 8;
    },
    getScrollElement: () => scroller ?? null,
    estimateSize: rowHeight,
  });
  createEffect(on(createMemo(rowHeight), () => virtualizer.measure(), { defer: true }));

  createEffect(
    on(
      createMemo(() => props.topWhen),
      () => scroller?.scrollTo({ top: 0 }),
      { defer: true },
    ),
  );

  // The row exists only after the scroll has been drawn.
  const focusRow = (index: number) =>
    requestAnimationFrame(() => {
      const row = scroller?.querySelector(`[data-index="${index}"]`);
      // The way to where it leads goes before its tick.
      const target = row?.querySelector<HTMLElement>('a') ?? row?.querySelector<HTMLElement>('button, input');
      target?.focus({ preventScroll: true });
    });
  const goTo = (index: number) => {
    virtualizer.scrollToIndex(index);
    focusRow(index);
  };
  let hasArrived = false;
  createEffect(() => {
    const place = props.arriveAt;
    if (!place || !scroller || hasArrived) return;
    hasArrived = true;
    // Whoever has begun to scroll or to type meanwhile goes on with that.
    if (scroller.scrollTop > 0 || document.activeElement instanceof HTMLInputElement) return;
    scroller.scrollTo({ top: place.index * rowHeight() - place.fromTop });
    focusRow(place.index);
  });
  const leave = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || !target.closest('a') || !scroller) return;
    const index = Number(target.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN);
    if (Number.isInteger(index))
      props.onLeave?.({ index, fromTop: index * rowHeight() - scroller.scrollTop });
  };
  const walk = (event: KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    if (!row) return;
    const at = Number(row.getAttribute('data-index'));
    const last = props.count - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    goTo(Math.min(last, Math.max(0, to)));
  };

  return (
    // What scrolls must be reachable by keyboard.
    <section
      ref={scroller}
      class={styles.scroller}
      aria-label={props.label}
      tabindex="0"
      style={{ 'max-block-size': props.height ?? 'max(20rem, 100dvh - 24rem)' }}
      // Before the click is taken for a way to another page.
      on:click={leave}
    >
      <div ref={probe} class={styles.probe} aria-hidden="true" />
      {/* biome-ignore lint/a11y/useSemanticElements: a <table> cannot place its rows freely */}
      <div
        role="table"
        aria-label={props.label}
        aria-rowcount={props.count + headerRows()}
        style={{ '--columns': props.columns }}
        onKeyDown={walk}
      >
        <Show when={header()}>
          {/* biome-ignore lint/a11y/useSemanticElements: as above */}
          <div role="rowgroup" class={styles.head}>
            {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above; a row of a table takes no focus */}
            <div role="row" aria-rowindex={1} class={styles.row}>
              {header()}
            </div>
          </div>
        </Show>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div role="rowgroup" class={styles.body} style={{ 'block-size': `${virtualizer.getTotalSize()}px` }}>
          <For each={virtualizer.getVirtualItems()}>
            {(item) => (
              // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
              <div
                role="row"
                class={`${styles.row} ${styles.placed}`}
                aria-rowindex={item.index + 1 + headerRows()}
                data-index={item.index}
                style={{ 'block-size': `${rowHeight()}px`, transform: `translateY(${item.start}px)` }}
              >
                {props.children(item.index)}
              </div>
            )}
          </For>
        </div>
      </div>
    </section>
  );
}

const remInPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
/** In rem; what the style sheet says of spare cells. */
const NARROW = 56;
const pageIsNarrow = (): boolean => document.body.clientWidth <= NARROW * remInPx();

export interface CellProps {
  readonly children?: JSX.Element;
  /** Gone on a narrow screen, or only on one as narrow as a phone; give the columns for that width accordingly. */
  readonly spare?: boolean | 'phone' | undefined;
  readonly numeric?: boolean | undefined;
}

/** One cell of a row. */
export function Cell(props: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a virtual table
    <div
      role="cell"
      class={styles.cell}
      data-spare={props.spare === true ? 'narrow' : props.spare || undefined}
      data-numeric={props.numeric ? '' : undefined}
    >
      {props.children}
    </div>
  );
}

/** The head of one column. */
export function HeaderCell(props: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a column head of a virtual table
    <div
      role="columnheader"
      class={`${styles.cell} ${styles.headCell}`}
      data-spare={props.spare === true ? 'narrow' : props.spare || undefined}
      data-numeric={props.numeric ? '' : undefined}
    >
      {props.children}
    </div>
  );
}

/** The link of a row; its target is the whole row. */
export function RowLink(props: {
  readonly href: string;
  /** Kept with the page it leads to. */
  readonly state?: object | undefined;
  readonly children: JSX.Element;
}) {
  return (
    <a class={styles.rowLink} href={props.href} {...(props.state && { state: JSON.stringify(props.state) })}>
      {props.children}
    </a>
  );
}

export interface RowTickProps {
  /** Whose tick it is, as the accessible name. */
  readonly label: string;
  readonly checked: boolean;
  /** Its target is the whole row, which then has no link. */
  readonly isWholeRow: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** The tick of a row that can be chosen. */
export const RowTick = (props: RowTickProps) => (
  <label class={styles.rowTick} data-whole-row={props.isWholeRow ? '' : undefined}>
    <input
      type="checkbox"
      class={box.box}
      aria-label={props.label}
      checked={props.checked}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  </label>
);
