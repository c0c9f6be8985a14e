// A code to be read out, typed or copied: Mono, large, in its groups, never broken inside one.

import { For } from 'solid-js';
import styles from './CodeText.module.css';

export interface CodeTextProps {
  /** What it is, as the accessible name. */
  readonly label: string;
  readonly code: string;
  readonly size?: 'normal' | 'display' | undefined;
}

/** Shows one code. */
export function CodeText(props: CodeTextProps) {
  const groups = () => props.code.split('-');
  return (
    <output dir="ltr" class={styles.code} aria-label={props.label} data-size={props.size ?? 'display'}>
      <For each={groups()}>
        {(group, index) => (
          <span class={styles.group}>
            {group}
            {index() < groups().length - 1 ? '-' : ''}
          </span>
        )}
      </For>
    </output>
  );
}
