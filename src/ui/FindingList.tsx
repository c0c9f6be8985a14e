// What somebody looked into and found, line by line: good, not so good, or just so. Calm, whatever it says.

import { For } from 'solid-js';
import styles from './FindingList.module.css';
import { type Meaning, MeaningShape } from './MeaningShape';

export interface Finding {
  readonly kind: Meaning;
  readonly text: string;
}

/** A list of findings, each with the shape of its meaning. */
export const FindingList = (props: { readonly label: string; readonly items: readonly Finding[] }) => (
  // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role of a list without markers
  <ul class={styles.list} role="list" aria-label={props.label}>
    <For each={props.items}>
      {(item) => (
        <li class={styles.item} data-kind={item.kind}>
          <MeaningShape kind={item.kind} />
          <span>{item.text}</span>
        </li>
      )}
    </For>
  </ul>
);
