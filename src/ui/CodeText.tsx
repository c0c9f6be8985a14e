// A code to be read out, typed or copied: Mono, large, in its groups, never broken inside one.

import { For, Show } from 'solid-js';
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
    // A group, not an output: it is no news, and its text is the bare code for whoever copies it.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <span
      role="group"
      dir="ltr"
      class={styles.code}
      aria-label={props.label}
      data-size={props.size ?? 'display'}
    >
      <For each={groups()}>
        {(group, index) => (
          <>
            <Show when={index() > 0}>
              <wbr />
            </Show>
            <span class={styles.group}>{index() < groups().length - 1 ? `${group}-` : group}</span>
          </>
        )}
      </For>
    </span>
  );
}
