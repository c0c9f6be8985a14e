// Taking in a backup of the same organisation: what this tablet lacks comes in, and is sent on.

import { createSignal, Show } from 'solid-js';
import { backupText as text } from '../../../i18n/backup';
import { managerText } from '../../../i18n/manager';
import { anySentence } from '../../../i18n/syncFailures';
import { useManagerApp } from '../../../reactive/AppContext';
import { createTakingIn } from '../../../reactive/createTakingIn';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Notice } from '../../../ui/Notice';
import { BackupFileFields, BackupProgress } from '../../BackupFileFields';
import { focusFirstProblem } from '../EmployeeFields';
import { ResultNotice } from '../ResultNotice';
import settings from '../SettingsScreen.module.css';

type Manager = ReturnType<typeof useManagerApp>;
type Taken = Extract<Awaited<ReturnType<Manager['sync']['takeInBackup']>>, { ok: true }>['value'];

export function TakeInBackupDialog(props: { readonly onClose: () => void }) {
  const { sync } = useManagerApp();
  const takingIn = createTakingIn(sync.takeInBackup);
  const { work } = takingIn;
  const [taken, setTaken] = createSignal<Taken>();
  let element: HTMLFormElement | undefined;
  const isAtPassword = () => work.refusal()?.type === 'backupPasswordNotAccepted';
  const problem = () => {
    const refusal = work.refusal();
    return refusal && anySentence(refusal);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const done = await takingIn.run();
    if (done?.ok) setTaken(done.value);
    else focusFirstProblem(element);
  };
  return (
    <Dialog
      open
      title={text.takeInTitle}
      closeWord={managerText.close}
      onClose={props.onClose}
      actions={
        <Show when={taken()}>
          <Button variant="primary" onPress={props.onClose}>
            {text.done}
          </Button>
        </Show>
      }
    >
      <Show
        when={taken()}
        fallback={
          <form ref={element} class={settings.form} onSubmit={submit} noValidate>
            <p>{text.takeInText}</p>
            <BackupFileFields
              file={takingIn.file()}
              onFile={takingIn.choose}
              fileProblem={takingIn.isFileMissing() ? text.fileMissing : undefined}
              password={takingIn.password()}
              onPassword={takingIn.setPassword}
              passwordProblem={isAtPassword() ? problem() : undefined}
            />
            <Show when={!isAtPassword() && problem()}>
              {(sentence) => <Notice kind="danger" title={sentence()} />}
            </Show>
            <Show when={work.progress()}>
              {(progress) => (
                <BackupProgress
                  label={text[progress().step]}
                  done={progress().done}
                  of={progress().of}
                  howFar={text.howFar[progress().step](progress().done, progress().of)}
                  isStopping={work.isStopping()}
                  onStop={work.stop}
                />
              )}
            </Show>
            <div>
              <Button type="submit" variant="primary" busy={work.isPending() ? text.takeInBusy : undefined}>
                {text.takeInGo}
              </Button>
            </div>
          </form>
        }
      >
        {(done) => (
          <>
            <ResultNotice kind="done" title={text.taken(done())}>
              {text.takenText(done())}
            </ResultNotice>
            <Show when={done().setAside > 0}>
              <Notice kind="wait" title={text.setAsideTitle}>
                {text.setAside(done().setAside)}
              </Notice>
            </Show>
          </>
        )}
      </Show>
    </Dialog>
  );
}
