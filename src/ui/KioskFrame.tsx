// The frame of every screen that anyone may touch: the graphite band with the way back always in its first corner and the
// state of the tablet quiet in its last, one question in the middle, and the few things that are always there at the foot.

import ArrowLeft from 'lucide-solid/icons/arrow-left';
import { type JSX, Show } from 'solid-js';
import styles from './KioskFrame.module.css';
import { Logo } from './Logo';

export interface KioskFrameProps {
  /** Where this tablet is: organisation or site. */
  readonly title?: JSX.Element;
  /** The product's name beside its mark. */
  readonly wordmark: string;
  readonly back?:
    | { readonly word: string; readonly href?: string; readonly onPress?: () => void }
    | undefined;
  /** The state of the tablet. */
  readonly corner?: JSX.Element;
  readonly footer?: JSX.Element;
  /** Nothing while the next page is on its way. */
  readonly children?: JSX.Element;
}

/** The kiosk layout. */
export function KioskFrame(props: KioskFrameProps) {
  return (
    <div class={styles.frame}>
      <header class={styles.band}>
        <Show when={props.back}>
          {(back) => (
            <Show
              when={back().href}
              fallback={
                <button type="button" class={styles.back} onClick={() => back().onPress?.()}>
                  <ArrowLeft />
                  {back().word}
                </button>
              }
            >
              {(href) => (
                <a class={styles.back} href={href()} onClick={() => back().onPress?.()}>
                  <ArrowLeft />
                  {back().word}
                </a>
              )}
            </Show>
          )}
        </Show>
        <div class={styles.brand} data-behind={props.back ? '' : undefined}>
          <Logo wordmark={props.wordmark} />
          <Show when={props.title}>{(title) => <span class={styles.title}>{title()}</span>}</Show>
        </div>
        <div class={styles.corner}>{props.corner}</div>
      </header>
      <main class={styles.main}>{props.children}</main>
      <Show when={props.footer}>{(footer) => <footer class={styles.footer}>{footer()}</footer>}</Show>
    </div>
  );
}
