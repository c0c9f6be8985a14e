// A secret to type, with a button that shows it: on a shared tablet in gloves, seeing is how mistakes are avoided.
// Pasting works. The tablet is everybody's, so its browser is told neither to keep what one person types nor to offer it
// to the next. What makes a good one is told below while typing.

import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import { createEffect, createSignal, type JSX, Show } from 'solid-js';
import { FieldFrame, type FieldFrameProps } from './FieldFrame';
import input from './input.module.css';
import { putKeepingCaret } from './keepCaret';
import styles from './PasswordField.module.css';

export interface PasswordFieldProps extends FieldFrameProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** The words of the button, seen as they are ("Show", "Hide"). */
  readonly showWord: string;
  readonly hideWord: string;
  readonly name?: string | undefined;
  readonly enterKeyHint?: 'next' | 'go' | 'done' | undefined;
  readonly autofocus?: boolean | undefined;
  readonly required?: boolean | undefined;
  /** What the password still needs, usually a Checklist. */
  readonly rules?: JSX.Element;
  readonly onBlur?: (() => void) | undefined;
  readonly ref?: ((input: HTMLInputElement) => void) | undefined;
}

/** A labelled password input with a show and hide button. */
export function PasswordField(props: PasswordFieldProps) {
  const [shown, setShown] = createSignal(false);
  return (
    <FieldFrame
      label={props.label}
      hint={props.hint}
      error={props.error}
      optionalWord={props.optionalWord}
      size={props.size}
      below={props.rules}
    >
      {(ties) => {
        const take = (element: HTMLInputElement) => {
          createEffect(() => putKeepingCaret(element, props.value));
          props.ref?.(element);
        };
        return (
          <div class={styles.holder} data-size={props.size ?? 'normal'}>
            <input
              ref={take}
              id={ties.id}
              class={`${input.input} ${styles.input}`}
              data-size={props.size ?? 'normal'}
              type={shown() ? 'text' : 'password'}
              name={props.name}
              autocomplete="off"
              // Browsers may overlook that; this is what password managers go by.
              data-1p-ignore=""
              data-bwignore=""
              data-lpignore="true"
              data-form-type="other"
              autocapitalize="off"
              autocorrect="off"
              spellcheck={false}
              enterkeyhint={props.enterKeyHint}
              autofocus={props.autofocus}
              aria-required={props.required ? 'true' : undefined}
              aria-invalid={ties.invalid}
              aria-describedby={ties.describedBy}
              onInput={(event) => props.onInput(event.currentTarget.value)}
              onBlur={() => props.onBlur?.()}
            />
            <button
              type="button"
              class={styles.toggle}
              aria-controls={ties.id}
              // Where two stand on one form, which of them it is; not in its name, which says what it does.
              aria-describedby={ties.labelId}
              onClick={() => setShown((now) => !now)}
            >
              <Show when={shown()} fallback={<Eye />}>
                <EyeOff />
              </Show>
              {shown() ? props.hideWord : props.showWord}
            </button>
          </div>
        );
      }}
    </FieldFrame>
  );
}
