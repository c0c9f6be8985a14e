// Something is on its way. It shows itself only after a moment, so that what is quick does not flash.

import styles from './Spinner.module.css';

/** A quiet sign of waiting, with its words. */
export function Spinner(props: { readonly label: string }) {
  return (
    <div class={styles.spinner} role="status">
      <span class={styles.arm} aria-hidden="true" />
      <span>{props.label}</span>
    </div>
  );
}
