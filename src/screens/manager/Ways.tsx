// Ways to take something away from the tablet, side by side: each its button with, below, what it is good for, why it
// cannot be had here, or what has become of it. At most one of them is the main one.

import Check from 'lucide-solid/icons/check';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { For, type JSX, Show } from 'solid-js';
import { Button } from '../../ui/Button';
import styles from './Ways.module.css';

export interface Way {
  readonly word: string;
  readonly icon: JSX.Element;
  readonly hint?: string | undefined;
  readonly reason?: string | undefined;
  readonly isMain?: boolean | undefined;
  /** What came of the last press, until another way is taken. */
  readonly told?: Told | undefined;
  readonly onPress: () => void;
}

export interface Told {
  readonly kind: 'done' | 'danger';
  readonly words: string;
}

export const Ways = (props: { readonly label: string; readonly ways: readonly Way[] }) => (
  <ul class={styles.ways} aria-label={props.label}>
    <For each={props.ways}>
      {(way) => (
        <li class={styles.way}>
          <Button
            wide
            variant={way.isMain ? 'primary' : 'secondary'}
            icon={way.icon}
            reason={way.reason}
            onPress={() => way.onPress()}
          >
            {way.word}
          </Button>
          <Show when={way.reason === undefined && way.told === undefined && way.hint}>
            <p class={styles.hint}>{way.hint}</p>
          </Show>
          <div role="status">
            <Show when={way.told}>
              {(told) => (
                <p class={styles.told} data-kind={told().kind}>
                  {told().kind === 'done' ? <Check /> : <TriangleAlert />}
                  <span>{told().words}</span>
                </p>
              )}
            </Show>
          </div>
        </li>
      )}
    </For>
  </ul>
);
