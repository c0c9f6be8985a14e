// A place for a file: a plate to press and a field to drop on. Underneath lies the browser's own file input, as large
// as the whole place, so that touch, keys, screen readers and dropping work by themselves.

import FileUp from 'lucide-solid/icons/file-up';
import { createSignal, createUniqueId, type JSX } from 'solid-js';
import styles from './FileDrop.module.css';

export interface FileDropProps {
  readonly label: string;
  /** What stands below the plate ("or drop it here"). */
  readonly hint: string;
  readonly onFile: (file: File) => void;
  readonly picture?: JSX.Element;
}

/** A labelled file input that takes what is dropped on it. Any kind of file: what does not fit is told afterwards. */
export function FileDrop(props: FileDropProps) {
  const id = createUniqueId();
  const [isOver, setIsOver] = createSignal(false);
  return (
    <div class={styles.place} data-over={isOver() ? '' : undefined}>
      <input
        id={id}
        type="file"
        class={styles.input}
        aria-describedby={`${id}-hint`}
        onDragEnter={() => setIsOver(true)}
        onDragLeave={() => setIsOver(false)}
        onDrop={() => setIsOver(false)}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) props.onFile(file);
        }}
      />
      {props.picture}
      <label for={id} class={styles.plate}>
        <FileUp />
        <span>{props.label}</span>
      </label>
      <span id={`${id}-hint`} class={styles.hint}>
        {props.hint}
      </span>
    </div>
  );
}
