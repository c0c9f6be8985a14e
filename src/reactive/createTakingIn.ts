// A backup that is taken in: the file that was chosen, the password typed, and the work itself.

import { createSignal } from 'solid-js';
import type { BackupControls } from '../app/sync/takeInBackup';
import type { Result } from '../kernel/result';
import { createStoppable } from './createStoppable';

export interface TakingInProgress {
  readonly step: 'checking' | 'takingIn';
  readonly done: number;
  readonly of: number;
}

export function createTakingIn<Value, Refusal>(
  perform: (
    form: { readonly file: File; readonly backupPassword: string },
    controls: BackupControls,
  ) => Promise<Result<Value, Refusal>>,
) {
  const [file, setFile] = createSignal<File>();
  const [password, setPassword] = createSignal('');
  const [isFileMissing, setIsFileMissing] = createSignal(false);
  const work = createStoppable<File, Value, Refusal, TakingInProgress>((chosen, signal, tell) =>
    perform(
      { file: chosen, backupPassword: password() },
      { signal, onProgress: (step, done, of) => tell({ step, done, of }) },
    ),
  );
  return {
    file,
    password,
    setPassword,
    isFileMissing,
    work,
    choose(chosen: File) {
      setFile(chosen);
      setIsFileMissing(false);
      work.reset();
    },
    /** `undefined` also when no file has been chosen; then that is told. */
    async run(): Promise<Result<Value, Refusal> | undefined> {
      const chosen = file();
      setIsFileMissing(!chosen);
      return chosen && work.run(chosen);
    },
  };
}
