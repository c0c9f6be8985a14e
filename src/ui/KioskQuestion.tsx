// One question of the kiosk: a large heading, a picture that shows the act, and the answer. Picture and answer stand side
// by side on a wide screen and below each other on a tall one.

import { children, type JSX, Show } from 'solid-js';
import styles from './KioskQuestion.module.css';

export interface KioskQuestionProps {
  readonly title: string;
  readonly intro?: JSX.Element;
  readonly picture?: JSX.Element;
  /** What stands on the other side: a keypad, a viewfinder. */
  readonly beside?: JSX.Element;
  /** On a tall screen what stands beside comes first: a viewfinder is what one came for, a keypad follows its fields. */
  readonly besideFirst?: boolean | undefined;
  readonly titleRef?: ((heading: HTMLHeadingElement) => void) | undefined;
  readonly children: JSX.Element;
}

/** The centre of a kiosk screen. */
export function KioskQuestion(props: KioskQuestionProps) {
  const beside = children(() => props.beside);
  const picture = children(() => props.picture);
  return (
    <div class={styles.question} data-beside={beside() || picture() ? '' : undefined}>
      <div class={styles.answer}>
        <div class={styles.head}>
          <h1 ref={(heading) => props.titleRef?.(heading)} class={styles.title} tabindex="-1">
            {props.title}
          </h1>
          {/* Small, where something else stands beside. */}
          <Show when={beside() && picture()}>{(small) => <div class={styles.small}>{small()}</div>}</Show>
        </div>
        <Show when={props.intro}>{(intro) => <div class={styles.intro}>{intro()}</div>}</Show>
        {props.children}
      </div>
      <Show when={beside() ?? picture()}>
        <div
          class={styles.beside}
          data-picture={beside() ? undefined : ''}
          data-first={props.besideFirst ? '' : undefined}
        >
          {beside() ?? picture()}
        </div>
      </Show>
    </div>
  );
}
