// What every field shares: its label above, a hint, and the sentence that says what is wrong, all tied to the input
// so that they are heard as well as seen. The label holds nothing but the label; "optional" stands beside it.

import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { children, createUniqueId, type JSX, Show } from 'solid-js';
import styles from './FieldFrame.module.css';

export interface FieldFrameProps {
  readonly label: string;
  readonly hint?: JSX.Element;
  readonly error?: string | undefined;
  /** The word shown beside the label of a field that may stay empty. */
  readonly optionalWord?: string | undefined;
  readonly size?: 'normal' | 'kiosk' | undefined;
}

/** What the input must carry to belong to its frame. */
export interface FieldTies {
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly invalid: 'true' | undefined;
}

/** Draws label, hint and error around the input that `children` makes. */
export function FieldFrame(
  props: FieldFrameProps & {
    readonly children: (ties: FieldTies) => JSX.Element;
    readonly below?: JSX.Element;
  },
) {
  const id = createUniqueId();
  // Asked for twice, made once.
  const hint = children(() => props.hint);
  const ties: FieldTies = {
    id,
    labelId: `${id}-label`,
    get describedBy() {
      const parts = [
        props.optionalWord ? `${id}-optional` : '',
        hint() ? `${id}-hint` : '',
        props.error ? `${id}-error` : '',
      ].filter((part) => part !== '');
      return parts.length === 0 ? undefined : parts.join(' ');
    },
    get invalid() {
      return props.error ? 'true' : undefined;
    },
  };
  return (
    <div class={styles.frame} data-size={props.size ?? 'normal'}>
      <div class={styles.head}>
        <label class={styles.label} id={ties.labelId} for={id}>
          {props.label}
        </label>
        <Show when={props.optionalWord}>
          <span class={styles.optional} id={`${id}-optional`}>
            {props.optionalWord}
          </span>
        </Show>
      </div>
      <Show when={hint()}>
        <div class={styles.hint} id={`${id}-hint`}>
          {hint()}
        </div>
      </Show>
      {props.children(ties)}
      <div aria-live="polite">
        <Show when={props.error}>
          <p class={styles.error} id={`${id}-error`}>
            <TriangleAlert />
            <span>{props.error}</span>
          </p>
        </Show>
      </div>
      {props.below}
    </div>
  );
}
