// What came and was not taken in: each part with its reason, so that whoever looks after the tablets can act.

import { For, Show } from 'solid-js';
import { syncText } from '../../../i18n/sync';
import type { TabletsKnown } from '../../../reactive/createTablets';
import styles from './SetAside.module.css';

const text = syncText.state;

export function SetAside(props: { readonly rows: TabletsKnown['aside'] }) {
  return (
    <Show when={props.rows.length > 0}>
      <section class={styles.aside}>
        <h3>{text.aside}</h3>
        <p class={styles.soft}>{text.asideText}</p>
        {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role of a list without markers */}
        <ul class={styles.list} role="list" aria-label={text.aside}>
          <For each={props.rows}>
            {(row) => (
              <li class={styles.row}>
                <p class={styles.reason}>{text.asideReason[row.reason]}</p>
                <p class={styles.soft}>
                  {text.asideAt(row.at)}{' '}
                  <Show when={row.until}>{(until) => <>{text.asideUntil(until())}</>}</Show>
                </p>
                <code class={styles.id}>{row.id}</code>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
