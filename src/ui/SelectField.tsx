// One of a few: the browser's own list, because it works with every finger, key and screen reader there is.

import ChevronDown from 'lucide-solid/icons/chevron-down';
import { For } from 'solid-js';
import { FieldFrame, type FieldFrameProps } from './FieldFrame';
import input from './input.module.css';
import styles from './SelectField.module.css';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectFieldProps extends FieldFrameProps {
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
  readonly name?: string | undefined;
  readonly autocomplete?: string | undefined;
}

/** A labelled choice of one. */
export function SelectField(props: SelectFieldProps) {
  return (
    <FieldFrame
      label={props.label}
      hint={props.hint}
      error={props.error}
      optionalWord={props.optionalWord}
      size={props.size}
    >
      {(ties) => (
        <div class={styles.holder}>
          <select
            id={ties.id}
            class={`${input.input} ${styles.select}`}
            data-size={props.size ?? 'normal'}
            name={props.name}
            autocomplete={props.autocomplete}
            aria-invalid={ties.invalid}
            aria-describedby={ties.describedBy}
            onChange={(event) => props.onChange(event.currentTarget.value)}
          >
            <For each={props.options}>
              {(option) => (
                <option value={option.value} selected={option.value === props.value}>
                  {option.label}
                </option>
              )}
            </For>
          </select>
          <ChevronDown />
        </div>
      )}
    </FieldFrame>
  );
}
