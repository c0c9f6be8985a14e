// The shape of a meaning, after the signs everyone has seen: a round tick for done, a clock for wait, a triangle for
// danger, a square "i" for information, an open ring for what is off. Told apart without colour, even at 16 px.

import { Match, Switch } from 'solid-js';

export type Meaning = 'info' | 'done' | 'wait' | 'danger' | 'off';

/** The filled sign of one meaning, in the colour of its surroundings. */
export function MeaningShape(props: { readonly kind: Meaning }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" fill="none" aria-hidden="true">
      <Switch>
        <Match when={props.kind === 'done'}>
          <circle cx="12" cy="12" r="11" fill="currentColor" />
          <path
            d="m6.5 12.5 3.8 3.8 7.2-8"
            stroke="var(--surface)"
            stroke-width="2.8"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </Match>
        <Match when={props.kind === 'wait'}>
          <circle cx="12" cy="12" r="9.7" stroke="currentColor" stroke-width="2.6" />
          <path
            d="M12 6.6V12l3.6 2.6"
            stroke="currentColor"
            stroke-width="2.6"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </Match>
        <Match when={props.kind === 'danger'}>
          <path
            d="M12 2.6 22.6 21H1.4Z"
            fill="currentColor"
            stroke="currentColor"
            stroke-width="2.4"
            stroke-linejoin="round"
          />
          <path
            d="M12 9.2v5.4M12 18.2v.1"
            stroke="var(--surface)"
            stroke-width="2.7"
            stroke-linecap="round"
          />
        </Match>
        <Match when={props.kind === 'info'}>
          <rect x="1.5" y="1.5" width="21" height="21" rx="4" fill="currentColor" />
          <path d="M12 11v6.2M12 6.8v.1" stroke="var(--surface)" stroke-width="2.9" stroke-linecap="round" />
        </Match>
        <Match when={props.kind === 'off'}>
          <circle
            cx="12"
            cy="12"
            r="9.7"
            stroke="currentColor"
            stroke-width="2.6"
            stroke-dasharray="3.4 3.4"
          />
        </Match>
      </Switch>
    </svg>
  );
}
