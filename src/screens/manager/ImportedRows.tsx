// The rows of a list with what becomes of each: narrowed down by outcome, drawn only where they are in sight.

import { createMemo, createSignal, Show } from 'solid-js';
import { fullName } from '../../domain/employeeDetails';
import { countOutcomes, type RowOutcome } from '../../domain/importOutcome';
import type { ImportRow } from '../../domain/importRow';
import { showNumber } from '../../i18n/format';
import { outcomeWord, rowReason, importText as text } from '../../i18n/importList';
import { FilterChips } from '../../ui/FilterChips';
import { StatusBadge } from '../../ui/StatusBadge';
import { Cell, HeaderCell, VirtualList } from '../../ui/VirtualList';
import styles from './ImportedRows.module.css';

export interface ImportedRowsProps {
  readonly rows: readonly ImportRow[];
  readonly outcomes: readonly RowOutcome[];
  /** Whether it has happened, or would happen. */
  readonly isDone: boolean;
}

type Filter = 'all' | 'noted' | RowOutcome['kind'];

const badges = {
  new: 'done',
  changed: 'info',
  unchanged: 'off',
  left: 'off',
  wrong: 'danger',
  'not reached': 'wait',
} as const;
// In rem.
const ROW_HEIGHT = 4.25;
const NARROW_ROW_HEIGHT = 6;

const isNoted = (row: ImportRow): boolean => row.kind === 'person' && row.notes.length > 0;

export function ImportedRows(props: ImportedRowsProps) {
  const [filter, setFilter] = createSignal<Filter>('all');
  const tense = () => (props.isDone ? 1 : 0);
  const options = createMemo(() => {
    const counts = countOutcomes(props.outcomes);
    const option = (value: Filter, label: string, count: number) => ({
      value,
      label,
      count: showNumber(count),
    });
    const kinds = Object.keys(outcomeWord) as RowOutcome['kind'][];
    const noted = props.rows.filter(isNoted).length;
    return [
      option('all', text.all, props.rows.length),
      ...kinds
        .filter((kind) => counts[kind] > 0)
        .map((kind) => option(kind, outcomeWord[kind][tense()], counts[kind])),
      ...(noted > 0 ? [option('noted', text.noted, noted)] : []),
    ];
  });
  // A correction may leave the chosen filter without a row: then everything is shown.
  const chosen = () => (options().some(({ value }) => value === filter()) ? filter() : 'all');
  const places = createMemo(() => {
    const wanted = chosen();
    return props.rows.flatMap((row, place) =>
      wanted === 'all' || props.outcomes[place]?.kind === wanted || (wanted === 'noted' && isNoted(row))
        ? [place]
        : [],
    );
  });
  return (
    <div class={styles.rows}>
      <FilterChips
        legend={text.filter}
        options={options()}
        value={chosen()}
        onChange={(value) => setFilter(value as Filter)}
      />
      <VirtualList
        label={text.rows}
        count={places().length}
        rowHeight={ROW_HEIGHT}
        narrowRowHeight={NARROW_ROW_HEIGHT}
        columns="var(--import-columns)"
        height="max(20rem, 100dvh - 16rem)"
        topWhen={chosen()}
        header={
          <>
            <HeaderCell spare numeric>
              {text.row}
            </HeaderCell>
            <HeaderCell>{text.name}</HeaderCell>
            <HeaderCell spare>{text.employeeId}</HeaderCell>
            <HeaderCell>{text.outcome}</HeaderCell>
            <HeaderCell spare>{text.reason}</HeaderCell>
          </>
        }
      >
        {(index) => {
          const place = () => places()[index];
          const row = () => props.rows[place() ?? -1];
          const outcome = () => props.outcomes[place() ?? -1];
          return (
            <Show when={row()}>
              {(found) => (
                <Show when={outcome()}>
                  {(itsOutcome) => <Row row={found()} outcome={itsOutcome()} isDone={props.isDone} />}
                </Show>
              )}
            </Show>
          );
        }}
      </VirtualList>
    </div>
  );
}

function Row(props: { readonly row: ImportRow; readonly outcome: RowOutcome; readonly isDone: boolean }) {
  const reason = () => rowReason(props.row, props.outcome, props.isDone);
  const name = () => {
    const { row } = props;
    return row.kind === 'person' ? fullName(row.details) : row.name;
  };
  return (
    <>
      <Cell spare numeric>
        {showNumber(props.row.line)}
      </Cell>
      <Cell>
        <span class={styles.name} dir="auto">
          {name() || <span class={styles.noName}>{text.noName}</span>}
        </span>
        <span class={styles.below}>
          <span>{text.rowPlace(props.row.line)}</span>
          <bdi dir="ltr" class={styles.id}>
            {props.row.employeeId}
          </bdi>
        </span>
        <span class={styles.reasonBelow}>{reason()}</span>
      </Cell>
      <Cell spare>
        <bdi dir="ltr" class={styles.id}>
          {props.row.employeeId}
        </bdi>
      </Cell>
      <Cell>
        <StatusBadge
          kind={badges[props.outcome.kind]}
          word={outcomeWord[props.outcome.kind][props.isDone ? 1 : 0]}
        />
      </Cell>
      <Cell spare>
        <span class={styles.reason}>{reason()}</span>
      </Cell>
    </>
  );
}
