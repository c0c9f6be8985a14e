// How far a long piece of work is, in a bar and in numbers. Without a value the work is under way and nobody knows how long.

import { createUniqueId, Show } from 'solid-js';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** How much is done; leave out when it cannot be known. */
  readonly value?: number | undefined;
  readonly max: number;
  /** The numbers in words ("4,200 of 10,000"). */
  readonly valueText: string;
}

/** A labelled bar with its numbers beside it. */
export function ProgressBar(props: ProgressBarProps) {
  const labelId = createUniqueId();
  const percent = () =>
    props.value === undefined || props.max <= 0
      ? 0
      : Math.min(100, Math.max(0, (props.value / props.max) * 100));
  return (
    <div class={styles.progress}>
      <div class={styles.head}>
        <span class={styles.label} id={labelId}>
          {props.label}
        </span>
        <span class={styles.numbers}>{props.valueText}</span>
      </div>
      <div
        class={styles.track}
        role="progressbar"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={props.max}
        aria-valuenow={props.value}
        aria-valuetext={props.valueText}
      >
        <Show when={props.value !== undefined} fallback={<div class={styles.unknown} />}>
          <div class={styles.bar} style={{ 'inline-size': `${percent()}%` }} />
        </Show>
      </div>
    </div>
  );
}
