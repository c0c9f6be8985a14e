// Taking in a backup, at the manager's and on a new tablet: the file, the password that opens it, and how far it is.

import { type JSX, Show } from 'solid-js';
import { backupText as text } from '../i18n/backup';
import { Button } from '../ui/Button';
import { FileDrop } from '../ui/FileDrop';
import { ProgressBar } from '../ui/ProgressBar';
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
      <FileDrop
        label={text.file}
        hint={props.file ? text.chosen(props.file.name) : text.fileHint}
        onFile={props.onFile}
      />
      <Show when={props.fileProblem}>{(problem) => <p role="alert">{problem()}</p>}</Show>
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
