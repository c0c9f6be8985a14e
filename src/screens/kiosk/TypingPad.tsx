// The keys beside a field of the kiosk: numbers or letters for an Employee ID, the code's own symbols for a code.
// Under a finger they take the place of the tablet's keyboard, which can be called where an ID needs more than they have.

import Keyboard from 'lucide-solid/icons/keyboard';
import { type Accessor, createSignal, Show } from 'solid-js';
import { CODE_ALPHABET } from '../../domain/activationCode';
import { kioskText } from '../../i18n/kiosk';
import { Button } from '../../ui/Button';
import { KeyPad } from '../../ui/KeyPad';
import { clearInput, deleteBackwards, typeInto } from '../../ui/typeInto';
import styles from './TypingPad.module.css';

const text = kioskText.pad;

const inRows = (symbols: string, length: number): readonly (readonly string[])[] =>
  symbols.match(new RegExp(`.{1,${length}}`, 'g'))?.map((row) => [...row]) ?? [];

const boards = {
  digits: inRows('1234567890', 3),
  letters: inRows('ABCDEFGHIJKLMNOPQRSTUVWXYZ-/._#', 8),
  code: inRows(CODE_ALPHABET, 8),
} as const;

export interface TypingPadState {
  /** For the field: keeps the tablet's own keyboard down while the keys are in use. */
  readonly inputMode: Accessor<'none' | undefined>;
  readonly isShown: Accessor<boolean>;
  readonly toggle: () => void;
}

/** Only where fingers type is there a choice between two keyboards on one screen. */
const isTouched = (): boolean => matchMedia('(pointer: coarse)').matches;

export function createTypingPad(): TypingPadState {
  const [isShown, setIsShown] = createSignal(true);
  return {
    isShown,
    inputMode: () => (isShown() && isTouched() ? 'none' : undefined),
    toggle: () => setIsShown((now) => !now),
  };
}

export function TypingPad(props: {
  readonly state: TypingPadState;
  readonly types: 'id' | 'code';
  /** The field it types into. */
  readonly input: () => HTMLInputElement | undefined;
}) {
  const [letters, setLetters] = createSignal(false);
  const board = () => (props.types === 'code' ? 'code' : letters() ? 'letters' : 'digits');
  const withInput = (act: (input: HTMLInputElement) => void) => {
    const input = props.input();
    if (input) act(input);
  };
  const switchKeyboards = () => {
    props.state.toggle();
    // The keyboard comes up or goes down when the field gets the focus anew.
    withInput((input) => {
      input.blur();
      input.focus();
    });
  };
  return (
    <div class={styles.pad}>
      <Show when={props.state.isShown()}>
        <KeyPad
          label={text.label}
          layout={board()}
          rows={boards[board()]}
          backspaceWord={text.backspace}
          clearWord={text.clear}
          onKey={(key) => withInput((input) => typeInto(input, key))}
          onBackspace={() => withInput(deleteBackwards)}
          onClear={() => withInput(clearInput)}
        />
      </Show>
      <div class={styles.switches}>
        <Show when={props.types === 'id' && props.state.isShown()}>
          <Button variant="quiet" onPress={() => setLetters((now) => !now)}>
            {letters() ? text.digits : text.letters}
          </Button>
        </Show>
        <Show when={isTouched()}>
          <Button variant="quiet" icon={<Keyboard />} onPress={switchKeyboards}>
            {props.state.isShown() ? text.keyboard : text.keys}
          </Button>
        </Show>
      </div>
    </div>
  );
}
