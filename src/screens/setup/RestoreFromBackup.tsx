// A new tablet begins with a backup file: it becomes one of that organisation's tablets. Where that was broken off, it is
// done again here.

import { createSignal, Show } from 'solid-js';
import type { SyncFailure } from '../../app/failure';
import type { TakenIn } from '../../app/sync/takeInBackup';
import { backupText } from '../../i18n/backup';
import { anySentence } from '../../i18n/syncFailures';
import { useApp } from '../../reactive/AppContext';
import { createTakingIn } from '../../reactive/createTakingIn';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { BackupFileFields, BackupProgress } from '../BackupFileFields';
import { createHeading } from '../createHeading';
import styles from './SetUpFields.module.css';

const text = backupText.restore;

type RestoreField = 'password' | 'tabletName';
const fields: { readonly [Type in SyncFailure['type']]?: RestoreField } = {
  backupPasswordNotAccepted: 'password',
  tabletNameMissing: 'tabletName',
  textTooLong: 'tabletName',
};

export function RestoreFromBackup(props: {
  /** It was begun before and broken off. */
  readonly isUnfinished: boolean;
  /** Everything is here. */
  readonly onDone: (organisation: string) => void;
  /** There is no way back once something is here. */
  readonly onBack?: (() => void) | undefined;
}) {
  const app = useApp();
  const heading = createHeading(() => text.title);
  const [tabletName, setTabletName] = createSignal('');
  const [partly, setPartly] = createSignal<TakenIn>();
  const takingIn = createTakingIn((form, controls) =>
    app.sync.restore({ ...form, tabletName: tabletName() }, controls),
  );
  const { work } = takingIn;
  let element: HTMLFormElement | undefined;

  const fieldOf = () => {
    const refusal = work.refusal();
    return refusal && fields[refusal.type];
  };
  const problem = (field: RestoreField) => {
    const refusal = work.refusal();
    return refusal && fieldOf() === field ? anySentence(refusal) : undefined;
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setPartly(undefined);
    const done = await takingIn.run();
    if (!done?.ok) element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    else if (done.value.isWhole) props.onDone(done.value.organisation);
    else setPartly(done.value);
  };
  return (
    <Page title={text.title} titleRef={heading} intro={text.intro} width="reading">
      <form ref={element} class={styles.form} onSubmit={submit} noValidate>
        <Show when={props.isUnfinished}>
          <Notice kind="wait" title={text.unfinishedTitle} announce="off">
            {text.unfinished}
          </Notice>
        </Show>
        <BackupFileFields
          file={takingIn.file()}
          onFile={takingIn.choose}
          fileProblem={takingIn.isFileMissing() ? backupText.fileMissing : undefined}
          password={takingIn.password()}
          onPassword={takingIn.setPassword}
          passwordProblem={problem('password')}
        />
        <Field
          label={text.tabletName}
          hint={text.tabletNameHint}
          error={problem('tabletName')}
          value={tabletName()}
          onInput={setTabletName}
          required
        />
        <p class={styles.hint}>{text.exchanges}</p>
        <Show when={fieldOf() === undefined && work.refusal()}>
          {(refusal) => <Notice kind="danger" title={anySentence(refusal())} />}
        </Show>
        <Show when={partly()}>
          {(taken) => (
            <Notice kind="wait" title={text.notWholeTitle} announce="status">
              {text.notWhole(taken().madeAt, app.now())}
            </Notice>
          )}
        </Show>
        <Show when={work.progress()}>
          {(progress) => (
            <BackupProgress
              label={backupText[progress().step]}
              done={progress().done}
              of={progress().of}
              howFar={backupText.howFar[progress().step](progress().done, progress().of)}
              isStopping={work.isStopping()}
              onStop={work.stop}
            />
          )}
        </Show>
        <Button
          type="submit"
          variant="primary"
          size="kiosk"
          wide
          busy={work.isPending() ? text.busy : undefined}
        >
          {text.go}
        </Button>
        <Show when={props.onBack}>
          {(back) => (
            <div>
              <Button variant="quiet" onPress={back()}>
                {text.back}
              </Button>
            </div>
          )}
        </Show>
      </form>
    </Page>
  );
}
