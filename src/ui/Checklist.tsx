// What is met and what is not yet: rules of a password while typing, readiness of a person. Told in shape and in words.

import { For } from 'solid-js';
import styles from './Checklist.module.css';
import { MeaningShape } from './MeaningShape';
import { VisuallyHidden } from './VisuallyHidden';

export interface ChecklistItem {
  readonly met: boolean;
  readonly text: string;
}

export interface ChecklistProps {
  readonly items: readonly ChecklistItem[];
  /** Said before each line to those who do not see the shapes ("Met", "Not yet"). */
  readonly metWord: string;
  readonly notMetWord: string;
  readonly label?: string | undefined;
}

/** A list of conditions with how each stands. */
export function Checklist(props: ChecklistProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role of a list without markers
    <ul class={styles.list} role="list" aria-label={props.label}>
      <For each={props.items}>
        {(item) => (
          <li class={styles.item} data-met={item.met ? '' : undefined}>
            <MeaningShape kind={item.met ? 'done' : 'off'} />
            <span>
              <VisuallyHidden>{item.met ? props.metWord : props.notMetWord}: </VisuallyHidden>
              {item.text}
            </span>
          </li>
        )}
      </For>
    </ul>
  );
}
