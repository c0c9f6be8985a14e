// The plate one presses. `primary` is the yellow sign that means "go on": at most one on a screen.
// A button that cannot be pressed yet stays reachable and says why, instead of going grey without a word.

import { createMemo, createUniqueId, type JSX, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import styles from './Button.module.css';

export interface ButtonProps {
  readonly children: JSX.Element;
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  readonly size?: 'normal' | 'kiosk' | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** Makes it a link that looks like a button. */
  readonly href?: string | undefined;
  readonly download?: string | undefined;
  /** What is going on right now ("Saving ..."); while set, presses do nothing. */
  readonly busy?: string | undefined;
  /** Why it cannot be pressed yet; while set, presses do nothing and the reason stands below. */
  readonly reason?: string | undefined;
  readonly icon?: JSX.Element;
  readonly iconAfter?: JSX.Element;
  /** As wide as its place. */
  readonly wide?: boolean | undefined;
  /** For a button whose visible word needs its subject said ("Remove" -> "Remove Ada Byron"). */
  readonly label?: string | undefined;
  readonly expanded?: boolean | undefined;
  readonly autofocus?: boolean | undefined;
  readonly onPress?: ((event: MouseEvent) => void) | undefined;
  readonly ref?: ((element: HTMLElement) => void) | undefined;
}

/** A button, or with `href` a link that looks like one. */
export function Button(props: ButtonProps) {
  const reasonId = createUniqueId();
  // A memo, because a press reads it outside of any owner.
  const idle = createMemo(() => props.busy !== undefined || props.reason !== undefined);
  const press = (event: MouseEvent) => {
    if (idle()) event.preventDefault();
    else props.onPress?.(event);
  };
  return (
    <span class={styles.holder} data-wide={props.wide ? '' : undefined}>
      <Dynamic
        component={props.href === undefined ? 'button' : 'a'}
        ref={(element: HTMLElement) => props.ref?.(element)}
        type={props.href === undefined ? (props.type ?? 'button') : undefined}
        href={props.href}
        download={props.download}
        class={styles.button}
        data-variant={props.variant ?? 'secondary'}
        data-size={props.size ?? 'normal'}
        aria-label={props.label}
        aria-disabled={idle() ? 'true' : undefined}
        aria-busy={props.busy === undefined ? undefined : 'true'}
        aria-expanded={props.expanded}
        aria-describedby={props.reason === undefined ? undefined : reasonId}
        autofocus={props.autofocus}
        onClick={press}
      >
        <Show when={props.busy === undefined} fallback={<span class={styles.turning} aria-hidden="true" />}>
          {props.icon}
        </Show>
        <span class={styles.word}>{props.busy ?? props.children}</span>
        <Show when={props.busy === undefined}>{props.iconAfter}</Show>
      </Dynamic>
      <Show when={props.reason}>
        <span id={reasonId} class={styles.reason}>
          {props.reason}
        </span>
      </Show>
    </span>
  );
}
