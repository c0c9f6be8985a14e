// How something stands, in one word with its shape. Quiet enough for a thousand rows.

import { type Meaning, MeaningShape } from './MeaningShape';
import styles from './StatusBadge.module.css';

/** A word with the shape of its meaning. */
export function StatusBadge(props: { readonly kind: Meaning; readonly word: string }) {
  return (
    <span class={styles.badge} data-kind={props.kind}>
      <MeaningShape kind={props.kind} />
      <span>{props.word}</span>
    </span>
  );
}
