// One matter that must be settled before going on. The browser's own <dialog>: it keeps the focus inside, gives it back,
// and closes on Escape. What it holds exists only while it is open, so a secret inside is gone with it.

import X from 'lucide-solid/icons/x';
import { createEffect, createUniqueId, type JSX, on, onCleanup, Show } from 'solid-js';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly closeWord: string;
  readonly onClose: () => void;
  readonly children: JSX.Element;
  /** The buttons at its foot. */
  readonly actions?: JSX.Element;
  readonly width?: 'normal' | 'wide' | undefined;
}

/** A modal dialog with a heading and a way out. */
export function Dialog(props: DialogProps) {
  const titleId = createUniqueId();
  let dialog: HTMLDialogElement | undefined;
  let heading: HTMLHeadingElement | undefined;

  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!dialog) return;
        if (open && !dialog.open) {
          dialog.showModal();
          // Without a field that asks for it, the heading gets the focus: the title is read, and no button is hit by chance.
          if (!dialog.querySelector('[autofocus]')) heading?.focus();
        }
        if (!open && dialog.open) dialog.close();
      },
    ),
  );
  let isGone = false;
  // Closing before it leaves the page gives the focus back to where it came from. The owner need not hear of that.
  onCleanup(() => {
    isGone = true;
    dialog?.close();
  });

  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      data-width={props.width ?? 'normal'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== dialog) return;
        event.preventDefault();
        props.onClose();
      }}
      // A second Escape closes a dialog whatever the page says; the owner must hear of it.
      onClose={() => !isGone && props.open && props.onClose()}
    >
      <Show when={props.open}>
        <div class={styles.sheet}>
          <header class={styles.head}>
            <h2 ref={heading} id={titleId} class={styles.title} tabindex="-1">
              {props.title}
            </h2>
            <button type="button" class={styles.close} onClick={() => props.onClose()}>
              <X />
              <span>{props.closeWord}</span>
            </button>
          </header>
          <div class={styles.body}>{props.children}</div>
          <Show when={props.actions}>{(actions) => <footer class={styles.actions}>{actions()}</footer>}</Show>
        </div>
      </Show>
    </dialog>
  );
}
