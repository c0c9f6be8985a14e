// Keys on the screen for IDs and codes: 64 px each, for thumbs in gloves. The keys never take the focus from the field
// they type into when touched; by keyboard the pad is one stop, and the arrow keys walk over it.

import Delete from 'lucide-solid/icons/delete';
import Eraser from 'lucide-solid/icons/eraser';
import { createSignal, For, Show } from 'solid-js';
import styles from './KeyPad.module.css';

export interface KeyPadProps {
  readonly label: string;
  /** `digits` looks like a telephone, `code` and `letters` are wide boards that fold on a narrow screen. */
  readonly layout: 'digits' | 'code' | 'letters';
  readonly rows: readonly (readonly string[])[];
  readonly backspaceWord: string;
  readonly clearWord: string;
  readonly onKey: (key: string) => void;
  readonly onBackspace: () => void;
  readonly onClear: () => void;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** An on-screen keypad; it says which key was pressed and knows nothing of the field. */
export function KeyPad(props: KeyPadProps) {
  const [stop, setStop] = createSignal(0);
  const keys = () => props.rows.flat();
  const columns = () => Math.max(...props.rows.map((row) => row.length));
  let pad: HTMLDivElement | undefined;

  // By place on the screen, because the board folds: the nearest key in the direction of the arrow.
  const walk = (event: KeyboardEvent) => {
    const way = arrows[event.key];
    if (!way || !pad || !(event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const from = event.target.getBoundingClientRect();
    let nearest: HTMLButtonElement | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const key of pad.querySelectorAll('button')) {
      const to = key.getBoundingClientRect();
      const dx = to.x + to.width / 2 - from.x - from.width / 2;
      const dy = to.y + to.height / 2 - from.y - from.height / 2;
      const ahead = dx * way[0] + dy * way[1];
      const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
      if (ahead > from.height / 2 && ahead + aside * 4 < least) {
        nearest = key;
        least = ahead + aside * 4;
      }
    }
    nearest?.focus();
  };

  const Key = (key: { readonly at: number; readonly value: string }) => (
    <button
      type="button"
      class={styles.key}
      tabIndex={stop() === key.at ? 0 : -1}
      onFocus={() => setStop(key.at)}
      onClick={() => props.onKey(key.value)}
    >
      {key.value}
    </button>
  );
  const Control = (control: { readonly at: number; readonly kind: 'clear' | 'backspace' }) => (
    <button
      type="button"
      class={styles.control}
      tabIndex={stop() === control.at ? 0 : -1}
      onFocus={() => setStop(control.at)}
      onClick={() => (control.kind === 'clear' ? props.onClear() : props.onBackspace())}
    >
      {control.kind === 'clear' ? <Eraser /> : <Delete />}
      <span>{control.kind === 'clear' ? props.clearWord : props.backspaceWord}</span>
    </button>
  );

  const telephone = () => props.layout === 'digits';
  // On a telephone the last key (0) stands between the two controls.
  const split = () => (telephone() ? keys().length - (props.rows.at(-1)?.length ?? 0) : keys().length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a legend that repeats the field's label
    <div
      ref={pad}
      role="group"
      dir="ltr"
      aria-label={props.label}
      class={styles.pad}
      data-layout={props.layout}
      style={{ '--columns': `${columns()}` }}
      onKeyDown={walk}
      onMouseDown={(event) => event.preventDefault()}
    >
      <For each={keys().slice(0, split())}>{(key, index) => <Key at={index()} value={key} />}</For>
      <Show when={telephone()}>
        <Control at={keys().length} kind="clear" />
      </Show>
      <For each={keys().slice(split())}>{(key, index) => <Key at={split() + index()} value={key} />}</For>
      <Show
        when={telephone()}
        fallback={
          <div class={styles.controls}>
            <Control at={keys().length} kind="clear" />
            <Control at={keys().length + 1} kind="backspace" />
          </div>
        }
      >
        <Control at={keys().length + 1} kind="backspace" />
      </Show>
    </div>
  );
}
