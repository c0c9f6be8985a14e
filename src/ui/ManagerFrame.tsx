// The frame of the manager area: the graphite side with the ways through it, who is signed in at the top with the lock
// within reach, and the page. On a narrow screen the side folds away behind one button.

import Menu from 'lucide-solid/icons/menu';
import X from 'lucide-solid/icons/x';
import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { Logo } from './Logo';
import styles from './ManagerFrame.module.css';

export interface ManagerFrameProps {
  readonly wordmark: string;
  readonly homeHref: string;
  readonly nav: JSX.Element;
  readonly navLabel: string;
  readonly menuWord: string;
  readonly closeMenuWord: string;
  /** How many wait behind the menu, already written out: shown where it is folded away. */
  readonly menuCount?: string | undefined;
  /** The first stop of the Tab key: straight to the page. */
  readonly skipWord: string;
  /** Who is signed in, the state of the tablet, the lock. */
  readonly header?: JSX.Element;
  readonly children: JSX.Element;
}

/** The manager layout. */
export function ManagerFrame(props: ManagerFrameProps) {
  const [open, setOpen] = createSignal(false);
  const navId = createUniqueId();
  let main: HTMLElement | undefined;
  return (
    <div class={styles.frame} data-menu={open() ? 'open' : 'closed'}>
      <button type="button" class={styles.skip} onClick={() => main?.focus()}>
        {props.skipWord}
      </button>
      {/* Choosing a way folds the side again; so does Escape. */}
      <nav
        class={styles.side}
        aria-label={props.navLabel}
        onClick={(event) => event.target instanceof Element && event.target.closest('a') && setOpen(false)}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      >
        <div class={styles.top}>
          <a class={styles.home} href={props.homeHref}>
            <Logo wordmark={props.wordmark} />
          </a>
          <button
            type="button"
            class={styles.menu}
            aria-expanded={open()}
            aria-controls={navId}
            onClick={() => setOpen((now) => !now)}
          >
            <Show when={open()} fallback={<Menu />}>
              <X />
            </Show>
            <span>{open() ? props.closeMenuWord : props.menuWord}</span>
            <Show when={!open() && props.menuCount}>
              {' '}
              <span class={styles.count}>{props.menuCount}</span>
            </Show>
          </button>
        </div>
        <div id={navId} class={styles.nav}>
          <ul class={styles.ways}>{props.nav}</ul>
        </div>
      </nav>
      <div class={styles.content}>
        <header class={styles.header}>{props.header}</header>
        <main ref={main} class={styles.main} tabindex="-1">
          {props.children}
        </main>
      </div>
    </div>
  );
}

export interface NavItemProps {
  readonly href: string;
  readonly icon: JSX.Element;
  readonly label: string;
  readonly current: boolean;
  /** How many wait there, already written out. */
  readonly count?: string | undefined;
}

/** One way through the manager area. */
export function NavItem(props: NavItemProps) {
  return (
    <li>
      <a class={styles.way} href={props.href} aria-current={props.current ? 'page' : undefined}>
        {props.icon}
        <span class={styles.wayWord}>{props.label}</span>
        <Show when={props.count}>
          {' '}
          <span class={styles.count}>{props.count}</span>
        </Show>
      </a>
    </li>
  );
}
