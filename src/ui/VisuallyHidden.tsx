// Words for those who listen instead of look: read out, not drawn.

import type { JSX } from 'solid-js';
import styles from './VisuallyHidden.module.css';

/** Text that screen readers say and that takes no room. */
export function VisuallyHidden(props: { readonly children: JSX.Element }) {
  return <span class={styles.hidden}>{props.children}</span>;
}
