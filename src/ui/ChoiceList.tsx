// One of a few answers, each with a line that says what it means. Radio buttons, so arrow keys and screen readers know
// what to do; the whole answer is the target.

import { createUniqueId, For } from 'solid-js';
import styles from './ChoiceList.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint: string;
}

export interface ChoiceListProps<Value extends string> {
  readonly legend: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A list of choices of which one holds. */
export function ChoiceList<Value extends string>(props: ChoiceListProps<Value>) {
  const name = createUniqueId();
  return (
    <fieldset class={styles.list}>
      <legend class={styles.legend}>{props.legend}</legend>
      <For each={props.choices}>
        {(choice, at) => (
          <label class={styles.choice}>
            <input
              type="radio"
              class={styles.radio}
              name={name}
              value={choice.value}
              checked={choice.value === props.value}
              aria-labelledby={`${name}-${at()}`}
              aria-describedby={`${name}-${at()}-hint`}
              onChange={() => props.onChange(choice.value)}
            />
            <span class={styles.words}>
              <span id={`${name}-${at()}`} class={styles.label}>
                {choice.label}
              </span>
              <span id={`${name}-${at()}-hint`} class={styles.hint}>
                {choice.hint}
              </span>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
