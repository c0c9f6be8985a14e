// The mark of Gatehouse: the hut at the gate and its striped arm, raised. On a yellow plate, so that it reads on any
// ground. The same drawing as public/favicon.svg.

import { Show } from 'solid-js';
import styles from './Logo.module.css';

/** The mark, with the product's name beside it where given. */
export function Logo(props: { readonly wordmark?: string | undefined }) {
  return (
    <span class={styles.logo}>
      <svg viewBox="0 0 64 64" width="64" height="64" aria-hidden="true">
        <rect width="64" height="64" rx="14" fill="#ffb61a" />
        <g transform="translate(2 1.3) scale(.94)">
          <path fill="#16181a" d="M6 17a5 5 0 0 1 5-5h11a5 5 0 0 1 5 5v4h-3v35H9V21H6Z" />
          <path fill="#ffb61a" d="M12.5 26.5h8v9h-8Z" />
          <path
            fill="none"
            stroke="#16181a"
            stroke-width="10"
            stroke-dasharray="10.5 6"
            d="M33.5 53.5 55.3 15.8"
          />
        </g>
      </svg>
      <Show when={props.wordmark}>
        <span class={styles.word} data-wordmark="">
          {props.wordmark}
        </span>
      </Show>
    </span>
  );
}
