// Nothing here yet is a state one designs: a picture, what would stand here, and how to begin.

import { type JSX, Show } from 'solid-js';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly picture?: JSX.Element;
  readonly children?: JSX.Element;
  readonly actions?: JSX.Element;
}

/** What is shown where a list would be. */
export function EmptyState(props: EmptyStateProps) {
  return (
    <div class={styles.empty}>
      <Show when={props.picture}>{(picture) => <div class={styles.picture}>{picture()}</div>}</Show>
      <h2 class={styles.title}>{props.title}</h2>
      <Show when={props.children}>{(more) => <div class={styles.more}>{more()}</div>}</Show>
      <Show when={props.actions}>{(actions) => <div class={styles.actions}>{actions()}</div>}</Show>
    </div>
  );
}
