// One manager page: where it leads back to, its name, what can be done here, and then the matter itself.

import ArrowLeft from 'lucide-solid/icons/arrow-left';
import { type JSX, Show } from 'solid-js';
import styles from './Page.module.css';

export interface PageProps {
  readonly title: string;
  /** It is somebody's name, which may run the other way than the page. */
  readonly titleIsName?: boolean | undefined;
  readonly back?:
    | {
        readonly href: string;
        readonly word: string;
        /** Instead of following the link, where the page before is in the history. */
        readonly go?: (() => void) | undefined;
      }
    | undefined;
  /** A line under the title. */
  readonly intro?: JSX.Element;
  readonly actions?: JSX.Element;
  /** `reading` for forms and text, `full` for lists. */
  readonly width?: 'reading' | 'full' | undefined;
  readonly titleRef?: ((heading: HTMLHeadingElement) => void) | undefined;
  readonly children: JSX.Element;
}

/** The frame of one page inside the manager area. */
export function Page(props: PageProps) {
  return (
    <div class={styles.page} data-width={props.width ?? 'full'}>
      <header class={styles.head}>
        <div class={styles.words}>
          <Show when={props.back}>
            {(back) => (
              <a class={styles.back} href={back().href} on:click={(event) => goBack(event, back().go)}>
                <ArrowLeft />
                {back().word}
              </a>
            )}
          </Show>
          <h1
            ref={(heading) => props.titleRef?.(heading)}
            class={styles.title}
            dir={props.titleIsName ? 'auto' : undefined}
            tabindex="-1"
          >
            {props.title}
          </h1>
          <Show when={props.intro}>{(intro) => <div class={styles.intro}>{intro()}</div>}</Show>
        </div>
        <Show when={props.actions}>{(actions) => <div class={styles.actions}>{actions()}</div>}</Show>
      </header>
      {props.children}
    </div>
  );
}

/** A click that asks for a new tab still follows the link. */
function goBack(event: MouseEvent, go: (() => void) | undefined): void {
  if (!go || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go();
}

/** A part of a page under its own heading, set off by a line. */
export function Section(props: {
  readonly title: string;
  readonly actions?: JSX.Element;
  readonly children: JSX.Element;
}) {
  return (
    <section class={styles.section}>
      <header class={styles.sectionHead}>
        <h2>{props.title}</h2>
        {props.actions}
      </header>
      {props.children}
    </section>
  );
}
