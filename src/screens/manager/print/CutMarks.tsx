// Where cards are to be cut: short lines in the margins for a paper cutter, small crosses between the cards for scissors.

import paper from './Paper.module.css';
import type { Sheet } from './sheets';

/** In mm. */
const MARK = 4;
const MARK_GAP = 1;
const CROSS = 2;

export function CutMarks(props: { readonly sheet: Sheet }) {
  return (
    <svg
      class={paper.cutMarks}
      viewBox={`0 0 ${props.sheet.page.width} ${props.sheet.page.height}`}
      aria-hidden="true"
    >
      <path d={cutMarks(props.sheet)} />
    </svg>
  );
}

function cutMarks({ start, item, across, down }: Sheet): string {
  const columns = Array.from({ length: across + 1 }, (_, at) => start.width + at * item.width);
  const rows = Array.from({ length: down + 1 }, (_, at) => start.height + at * item.height);
  const [left = 0, right = 0] = [columns[0], columns[across]];
  const [top = 0, bottom = 0] = [rows[0], rows[down]];
  const above = columns.flatMap((x) => [
    `M${x} ${top - MARK_GAP - MARK}v${MARK}`,
    `M${x} ${bottom + MARK_GAP}v${MARK}`,
  ]);
  const beside = rows.flatMap((y) => [
    `M${left - MARK_GAP - MARK} ${y}h${MARK}`,
    `M${right + MARK_GAP} ${y}h${MARK}`,
  ]);
  const crosses = columns.flatMap((x) =>
    rows.map((y) => `M${x - CROSS / 2} ${y}h${CROSS}M${x} ${y - CROSS / 2}v${CROSS}`),
  );
  return [...above, ...beside, ...crosses].join('');
}
