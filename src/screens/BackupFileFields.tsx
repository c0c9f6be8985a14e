// Taking in a backup, at the manager's and on a new tablet: the file, the password that opens it, and how far it is.

import { type JSX, Show } from 'solid-js';
import { backupText as text } from '../i18n/backup';
import { Button } from '../ui/Button';
import { FileButton } from '../ui/FileButton';
import { Notice } from '../ui/Notice';
import { ProgressBar } from '../ui/ProgressBar';
import styles from './BackupFileFields.module.css';
import { SecretField } from './SecretField';

export function BackupFileFields(props: {
  readonly file: File | undefined;
  readonly onFile: (file: File) => void;
  readonly fileProblem?: string | undefined;
  readonly password: string;
  readonly onPassword: (typed: string) => void;
  readonly passwordProblem?: string | undefined;
}) {
  return (
    <>
      <div class={styles.file}>
        {/* Any kind: what a tablet's browser makes of an ending it does not know, nobody can tell. */}
        <FileButton label={text.file} accept="" onFile={props.onFile} />
        <p aria-live="polite">{props.file ? text.chosen(props.file.name) : text.fileHint}</p>
      </div>
      <Show when={props.fileProblem}>{(problem) => <Notice kind="danger" title={problem()} />}</Show>
      <SecretField
        label={text.password}
        hint={text.openHint}
        error={props.passwordProblem}
        value={props.password}
        onInput={props.onPassword}
        required
      />
    </>
  );
}

/** A bar with a way to stop. */
export function BackupProgress(props: {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly howFar: string;
  readonly isStopping: boolean;
  readonly onStop: () => void;
}): JSX.Element {
  return (
    <>
      <ProgressBar
        label={props.label}
        value={props.done}
        max={Math.max(1, props.of)}
        valueText={props.howFar}
      />
      <div>
        <Button busy={props.isStopping ? text.stopping : undefined} onPress={props.onStop}>
          {text.stop}
        </Button>
      </div>
    </>
  );
}
