// A text of any length in a place of one size.

import { createMemo } from 'solid-js';
import { fitText, type TextStep } from './fitText';
import styles from './Paper.module.css';

/** Runs its own way, set as large as it fits. */
export function FittedText(props: {
  readonly text: string;
  readonly millimetres: number;
  readonly steps: readonly [TextStep, ...TextStep[]];
  readonly isHeavy?: boolean;
}) {
  const step = createMemo(() => fitText(props.text, props.millimetres, props.steps));
  return (
    <p
      class={styles.fitted}
      dir="auto"
      data-heavy={props.isHeavy ? '' : undefined}
      style={{ 'font-size': `${step().points}pt`, '-webkit-line-clamp': step().lines }}
    >
      {props.text}
    </p>
  );
}
