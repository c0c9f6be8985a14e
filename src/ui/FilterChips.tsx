// Narrow a list down by one of a few answers. Radio buttons underneath, so arrow keys and screen readers know what to do.

import { createUniqueId, For, Show } from 'solid-js';
import styles from './FilterChips.module.css';
import { VisuallyHidden } from './VisuallyHidden';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** How many there are, already written out. */
  readonly count?: string | undefined;
}

export interface FilterChipsProps {
  readonly legend: string;
  readonly options: readonly FilterOption[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A row of choices of which one holds. */
export function FilterChips(props: FilterChipsProps) {
  const name = createUniqueId();
  return (
    <fieldset class={styles.chips}>
      <legend>
        <VisuallyHidden>{props.legend}</VisuallyHidden>
      </legend>
      <For each={props.options}>
        {(option) => (
          <label class={styles.chip}>
            <input
              type="radio"
              class={styles.radio}
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
            <Show when={option.count}>
              <span class={styles.count}>{option.count}</span>
            </Show>
          </label>
        )}
      </For>
    </fieldset>
  );
}
