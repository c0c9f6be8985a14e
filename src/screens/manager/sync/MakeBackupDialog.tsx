// Making a backup: a password for the file, twice, and the passcode once more. What is made is saved at once.

import { createSignal, For, Show } from 'solid-js';
import { BACKUP_PASSWORD_MINIMUM } from '../../../domain/passwordRules';
import { backupText as text } from '../../../i18n/backup';
import { managerText } from '../../../i18n/manager';
import { anySentence } from '../../../i18n/syncFailures';
import { useApp, useManagerApp } from '../../../reactive/AppContext';
import { createStoppable } from '../../../reactive/createStoppable';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Notice } from '../../../ui/Notice';
import { BackupProgress } from '../../BackupFileFields';
import { RefusalNotice } from '../../RefusalNotice';
import { SecretField } from '../../SecretField';
import { focusFirstProblem } from '../EmployeeFields';
import { ResultNotice } from '../ResultNotice';
import settings from '../SettingsScreen.module.css';

type Manager = ReturnType<typeof useManagerApp>;
type Made = Extract<Awaited<ReturnType<Manager['sync']['makeBackup']>>, { ok: true }>['value'];
type FieldName = 'backupPassword' | 'repeat' | 'passcode';

const fieldOf = (type: string): FieldName | undefined => {
  if (type === 'passwordsDiffer') return 'repeat';
  if (type.startsWith('passcode')) return 'passcode';
  return type.startsWith('password') ? 'backupPassword' : undefined;
};

export function MakeBackupDialog(props: { readonly onClose: () => void }) {
  const app = useManagerApp();
  const { warmUp } = useApp();
  const [form, setForm] = createSignal({ backupPassword: '', repeat: '', passcode: '' });
  const [made, setMade] = createSignal<Pick<Made, 'fileName' | 'events'>>();
  const [isDifferent, setIsDifferent] = createSignal(false);
  let element: HTMLFormElement | undefined;
  warmUp();

  const making = createStoppable(
    (_: undefined, signal: AbortSignal, tell: (told: { done: number; of: number }) => void) =>
      app.sync.makeBackup(form(), { signal, onProgress: (done, of) => tell({ done, of }) }),
  );
  const refusal = () => (isDifferent() ? ({ type: 'passwordsDiffer' } as const) : making.refusal());
  const problem = (field: FieldName) => {
    const found = refusal();
    return found && fieldOf(found.type) === field ? anySentence(found) : undefined;
  };
  /** What belongs to no field. */
  const otherRefusal = () => {
    const found = refusal();
    return found && fieldOf(found.type) === undefined ? found : undefined;
  };
  const wait = () => {
    const found = otherRefusal();
    return found?.type === 'waitBeforeNextTry' ? found : undefined;
  };
  const put = (field: FieldName) => (typed: string) => {
    setIsDifferent(false);
    setForm((before) => ({ ...before, [field]: typed }));
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (making.isPending()) return;
    const { backupPassword, repeat } = form();
    setIsDifferent([...backupPassword].length >= BACKUP_PASSWORD_MINIMUM && backupPassword !== repeat);
    const done = isDifferent() ? undefined : await making.run(undefined);
    if (!done?.ok) return focusFirstProblem(element);
    const { file, fileName, events } = done.value;
    app.saveFile(fileName, file);
    setMade({ fileName, events });
  };
  return (
    <Dialog
      open
      title={text.makeTitle}
      closeWord={managerText.close}
      onClose={props.onClose}
      actions={
        <Show when={made()}>
          <Button variant="primary" onPress={props.onClose}>
            {text.done}
          </Button>
        </Show>
      }
    >
      <Show
        when={made()}
        fallback={
          <form ref={element} class={settings.form} onSubmit={submit} noValidate>
            <For each={text.makeText}>{(paragraph) => <p>{paragraph}</p>}</For>
            <SecretField
              label={text.password}
              hint={text.passwordHint(BACKUP_PASSWORD_MINIMUM)}
              error={problem('backupPassword')}
              value={form().backupPassword}
              onInput={put('backupPassword')}
              autofocus
              required
            />
            <SecretField
              label={text.repeat}
              error={problem('repeat')}
              value={form().repeat}
              onInput={put('repeat')}
              required
            />
            <SecretField
              label={managerText.passcode}
              hint={text.passcodeHint}
              error={problem('passcode')}
              value={form().passcode}
              onInput={put('passcode')}
              required
            />
            <RefusalNotice refusal={wait()} />
            <Show when={!wait() && otherRefusal()}>
              {(found) => <Notice kind="danger" title={anySentence(found())} />}
            </Show>
            <Show when={making.progress()}>
              {(progress) => (
                <BackupProgress
                  label={text.making}
                  done={progress().done}
                  of={progress().of}
                  howFar={text.howFar.takingIn(progress().done, progress().of)}
                  isStopping={making.isStopping()}
                  onStop={making.stop}
                />
              )}
            </Show>
            <div>
              <Button type="submit" variant="primary" busy={making.isPending() ? text.makeBusy : undefined}>
                {text.makeGo}
              </Button>
            </div>
          </form>
        }
      >
        {(done) => (
          <ResultNotice kind="done" title={text.made(done().events)}>
            {text.madeText(done().fileName)}
          </ResultNotice>
        )}
      </Show>
    </Dialog>
  );
}
