// Find by typing. One line with its glass; what was typed goes away by one press or Escape.

import Search from 'lucide-solid/icons/search';
import X from 'lucide-solid/icons/x';
import { createUniqueId, Show } from 'solid-js';
import input from './input.module.css';
import styles from './SearchField.module.css';
import { VisuallyHidden } from './VisuallyHidden';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly clearWord: string;
  readonly placeholder?: string | undefined;
  /** What was found, in words; announced when it changes ("128 employees"). */
  readonly found?: string | undefined;
  readonly autofocus?: boolean | undefined;
  readonly ref?: ((input: HTMLInputElement) => void) | undefined;
}

/** A search box. */
export function SearchField(props: SearchFieldProps) {
  const id = createUniqueId();
  let box: HTMLInputElement | undefined;
  const clear = () => {
    props.onInput('');
    box?.focus();
  };
  return (
    <div class={styles.holder}>
      <label for={id}>
        <VisuallyHidden>{props.label}</VisuallyHidden>
      </label>
      <div class={styles.line}>
        <Search />
        <input
          ref={(element) => {
            box = element;
            props.ref?.(element);
          }}
          id={id}
          type="search"
          class={`${input.input} ${styles.input}`}
          value={props.value}
          placeholder={props.placeholder ?? props.label}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          autofocus={props.autofocus}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || props.value === '') return;
            event.preventDefault();
            clear();
          }}
        />
        <Show when={props.value !== ''}>
          <button type="button" class={styles.clear} onClick={clear}>
            <X />
            <VisuallyHidden>{props.clearWord}</VisuallyHidden>
          </button>
        </Show>
      </div>
      <p class={styles.found} role="status">
        {props.found}
      </p>
    </div>
  );
}
