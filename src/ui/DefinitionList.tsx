// Facts about one thing, each with its name: an employee's card, a tablet's state.

import { For, type JSX } from 'solid-js';
import styles from './DefinitionList.module.css';

export interface Definition {
  readonly label: string;
  readonly value: JSX.Element;
}

/** Label and value, line by line. */
export function DefinitionList(props: { readonly rows: readonly Definition[] }) {
  return (
    <dl class={styles.list}>
      <For each={props.rows}>
        {(row) => (
          <div class={styles.row}>
            <dt class={styles.label}>{row.label}</dt>
            <dd class={styles.value}>
              <bdi>{row.value}</bdi>
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}
