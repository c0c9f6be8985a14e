// Which column means what: the recognised ones at hand, the others behind one line, the secret ones named and untouched.
// They stay where they were when the list was opened, whatever is corrected.

import { For, Show } from 'solid-js';
import type { ImportField } from '../../domain/importColumnNames';
import type { ImportColumn } from '../../domain/importColumns';
import { importText as text } from '../../i18n/importList';
import type { ListCheck } from '../../reactive/createListImport';
import { SelectField } from '../../ui/SelectField';
import styles from './ImportScreen.module.css';

const options = [
  { value: '', label: text.unused },
  ...Object.entries(text.fields).map(([value, label]) => ({ value, label })),
];
const heading = ({ header, index }: ImportColumn): string => header || text.unnamedColumn(index + 1);

export function ImportColumns(props: { readonly check: ListCheck }) {
  const open = props.check.recognised.filter(({ isSecret }) => !isSecret);
  const used = open.filter(({ field }) => field !== null);
  const unused = open.filter(({ field }) => field === null);
  const secret = props.check.recognised.filter(({ isSecret }) => isSecret);
  const mustLook = props.check.missing().length > 0;
  return (
    <>
      <p class={styles.soft}>{text.columnsText}</p>
      <Columns columns={mustLook ? open : used} check={props.check} />
      <Show when={!mustLook && unused.length > 0}>
        <details class={styles.more}>
          <summary>{text.unusedColumns(unused.length)}</summary>
          <Columns columns={unused} check={props.check} />
        </details>
      </Show>
      <Show when={secret.length > 0}>
        <p class={styles.soft}>
          {text.secretColumns} <strong>{secret.map(heading).join(', ')}</strong>
        </p>
      </Show>
    </>
  );
}

function Columns(props: { readonly columns: readonly ImportColumn[]; readonly check: ListCheck }) {
  const fieldOf = (index: number) =>
    props.check.columns().find((column) => column.index === index)?.field ?? '';
  return (
    <div class={styles.columns}>
      <For each={props.columns}>
        {(column) => (
          <SelectField
            label={heading(column)}
            hint={
              <span class={styles.sample} dir="auto">
                {column.sample.join(' · ') || text.emptyColumn}
              </span>
            }
            options={options}
            value={fieldOf(column.index)}
            onChange={(value) =>
              props.check.assign(column.index, value === '' ? null : (value as ImportField))
            }
          />
        )}
      </For>
    </div>
  );
}
