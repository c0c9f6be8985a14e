// The drawing board of all pictures: one size, one line (4 units, round), paper surfaces, and yellow only where the eye
// should go. Decoration beside words that say the same, so they are silent to screen readers.

import type { JSX } from 'solid-js';

export const SURFACE = 'var(--surface)';
export const SHADE = 'var(--sunken)';
export const ACCENT = 'var(--accent)';
export const ON_ACCENT = 'var(--on-accent)';

/** An empty picture; its lines take the colour of the text around it. */
export function Picture(props: { readonly children: JSX.Element }) {
  return (
    <svg
      viewBox="0 0 240 180"
      width="240"
      height="180"
      fill="none"
      stroke="currentColor"
      stroke-width="4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {props.children}
    </svg>
  );
}
