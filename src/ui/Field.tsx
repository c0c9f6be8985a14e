// One line to fill in. The owner holds the value; whatever it makes of the typing is what the field shows.
// `look="code"` is for IDs and codes: Mono, large, capitals, nothing "corrected" by the browser.

import { createEffect, For, type JSX, Show } from 'solid-js';
import { FieldFrame, type FieldFrameProps } from './FieldFrame';
import styles from './input.module.css';
import { putKeepingCaret } from './keepCaret';

export interface FieldProps extends FieldFrameProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly kind?: 'text' | 'email' | 'tel' | 'date' | 'datetime-local' | 'number' | undefined;
  readonly look?: 'plain' | 'code' | undefined;
  readonly name?: string | undefined;
  readonly autocomplete?: string | undefined;
  /** `none` keeps the tablet's own keyboard down where a KeyPad stands beside. */
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'tel' | 'none' | undefined;
  readonly enterKeyHint?: 'next' | 'go' | 'done' | 'send' | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly required?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autofocus?: boolean | undefined;
  /** Marks the field a KeyPad types into even when the focus is elsewhere. */
  readonly active?: boolean | undefined;
  readonly onFocus?: (() => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly ref?: ((input: HTMLInputElement) => void) | undefined;
  readonly below?: JSX.Element;
  /** What others have entered here, offered while typing. */
  readonly suggestions?: readonly string[] | undefined;
}

/** A labelled input of one line. */
export function Field(props: FieldProps) {
  const code = () => props.look === 'code';
  return (
    <FieldFrame
      label={props.label}
      hint={props.hint}
      error={props.error}
      optionalWord={props.optionalWord}
      size={props.size}
      below={props.below}
    >
      {(ties) => {
        const take = (input: HTMLInputElement) => {
          createEffect(() => putKeepingCaret(input, props.value));
          props.ref?.(input);
        };
        const listId = () => (props.suggestions ? `${ties.id}-suggestions` : undefined);
        return (
          <>
            <input
              ref={take}
              list={listId()}
              id={ties.id}
              class={styles.input}
              data-size={props.size ?? 'normal'}
              data-look={props.look ?? 'plain'}
              dir={code() ? 'ltr' : 'auto'}
              data-active={props.active ? '' : undefined}
              type={props.kind ?? 'text'}
              name={props.name}
              autocomplete={props.autocomplete ?? 'off'}
              inputMode={props.inputMode}
              enterkeyhint={props.enterKeyHint}
              placeholder={props.placeholder}
              maxLength={props.maxLength}
              readOnly={props.readOnly}
              autofocus={props.autofocus}
              autocapitalize={code() ? 'characters' : undefined}
              autocorrect={code() ? 'off' : undefined}
              spellcheck={code() ? false : undefined}
              aria-required={props.required ? 'true' : undefined}
              aria-invalid={ties.invalid}
              aria-describedby={ties.describedBy}
              onInput={(event) => {
                const input = event.currentTarget;
                props.onInput(input.value);
                // The owner may have refused or tidied the typing without its value changing.
                putKeepingCaret(input, props.value);
              }}
              onFocus={() => props.onFocus?.()}
              onBlur={() => props.onBlur?.()}
            />
            <Show when={listId()}>
              <datalist id={listId()}>
                <For each={props.suggestions}>{(suggestion) => <option value={suggestion} />}</For>
              </datalist>
            </Show>
          </>
        );
      }}
    </FieldFrame>
  );
}
