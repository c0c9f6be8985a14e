// A button that asks for a file. Underneath it is the browser's own file input, so that keys, screen readers and
// dropping a file on it work; the same file can be chosen twice in a row.

import { createUniqueId, type JSX } from 'solid-js';
import styles from './FileButton.module.css';

export interface FileButtonProps {
  readonly label: string;
  /** Which files, as in `<input accept>`. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly icon?: JSX.Element;
  readonly size?: 'normal' | 'kiosk' | undefined;
  readonly wide?: boolean | undefined;
  /** What is being done with the last file; while set, no other is taken. */
  readonly busy?: string | undefined;
}

/** A labelled file input that looks like a button. */
export function FileButton(props: FileButtonProps) {
  const id = createUniqueId();
  return (
    <span class={styles.holder} data-size={props.size ?? 'normal'} data-wide={props.wide ? '' : undefined}>
      <input
        id={id}
        type="file"
        class={styles.input}
        accept={props.accept}
        disabled={props.busy !== undefined}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) props.onFile(file);
        }}
      />
      <label for={id} class={styles.label}>
        {props.icon}
        <span>{props.busy ?? props.label}</span>
      </label>
    </span>
  );
}
