// Yes or no, with the sentence it answers; the whole line is the target.

import { children, createUniqueId, type JSX, Show } from 'solid-js';
import styles from './Checkbox.module.css';

export interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: JSX.Element;
  readonly name?: string | undefined;
  readonly size?: 'normal' | 'kiosk' | undefined;
}

/** A labelled box to tick. */
export function Checkbox(props: CheckboxProps) {
  const hintId = createUniqueId();
  const hint = children(() => props.hint);
  return (
    <div class={styles.holder} data-size={props.size ?? 'normal'}>
      <label class={styles.line}>
        <input
          type="checkbox"
          class={styles.box}
          name={props.name}
          checked={props.checked}
          aria-describedby={hint() ? hintId : undefined}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span class={styles.label}>{props.label}</span>
      </label>
      <Show when={hint()}>
        <div class={styles.hint} id={hintId}>
          {hint()}
        </div>
      </Show>
    </div>
  );
}
