// A field whose owner tidies what is typed (capitals, dashes between groups) must not throw the caret to the end.

const symbol = /[\p{L}\p{N}]/u;

/** Puts `value` into the input, leaving the caret after as many letters and digits as stood before it. */
export function putKeepingCaret(input: HTMLInputElement, value: string): void {
  if (input.value === value) return;
  // Email and date inputs have no caret to ask about.
  const caret = input.selectionStart;
  const atEnd = caret === null || caret === input.value.length;
  const before = atEnd ? 0 : [...input.value.slice(0, caret)].filter((char) => symbol.test(char)).length;
  input.value = value;
  if (atEnd || document.activeElement !== input) return;
  let place = 0;
  for (let seen = 0; place < value.length && seen < before; place += 1) {
    if (symbol.test(value.charAt(place))) seen += 1;
  }
  input.setSelectionRange(place, place);
}
