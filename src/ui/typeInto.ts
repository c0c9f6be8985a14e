// What a key of an on-screen keypad does to the field it types into: the same as a key of a keyboard would.

/** Where the next symbol goes: at the caret of the field in use, else at the end. */
function caret(input: HTMLInputElement): readonly [from: number, to: number] {
  const end = input.value.length;
  return document.activeElement === input
    ? [input.selectionStart ?? end, input.selectionEnd ?? end]
    : [end, end];
}

function put(input: HTMLInputElement, text: string, from: number, to: number): void {
  input.setRangeText(text, from, to, 'end');
  // The owner of the field hears of it as of any typing.
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Types a symbol. */
export const typeInto = (input: HTMLInputElement, symbol: string): void =>
  put(input, symbol, ...caret(input));

/** Deletes what is selected, or the symbol before the caret. */
export function deleteBackwards(input: HTMLInputElement): void {
  const [from, to] = caret(input);
  put(input, '', from === to ? Math.max(0, from - 1) : from, to);
}

/** Empties the field. */
export const clearInput = (input: HTMLInputElement): void => put(input, '', 0, input.value.length);
