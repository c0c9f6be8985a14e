// The whole list as a file, behind the passcode once more: one step that cannot be taken back.

import Download from 'lucide-solid/icons/download';
import { createSignal, Show } from 'solid-js';
import { sentence } from '../../i18n/failures';
import { importText as text } from '../../i18n/importList';
import { managerText } from '../../i18n/manager';
import { sharedText } from '../../i18n/shared';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { PasswordField } from '../../ui/PasswordField';
import styles from './ImportScreen.module.css';

/** The button and its dialog. */
export function ExportListButton() {
  const [isOpen, setIsOpen] = createSignal(false);
  return (
    <>
      <Button icon={<Download />} onPress={() => setIsOpen(true)}>
        {text.export}
      </Button>
      <Show when={isOpen()}>
        <ExportListDialog onClose={() => setIsOpen(false)} />
      </Show>
    </>
  );
}

type Exported = Extract<
  Awaited<ReturnType<ReturnType<typeof useManagerApp>['exportList']>>,
  { ok: true }
>['value'];

function ExportListDialog(props: { readonly onClose: () => void }) {
  const app = useManagerApp();
  const [passcode, setPasscode] = createSignal('');
  const [exported, setExported] = createSignal<Exported>();
  const command = createCommand(app.exportList);
  let field: HTMLInputElement | undefined;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const typed = passcode();
    setPasscode('');
    const result = await command.run(typed);
    if (!result?.ok) return field?.focus();
    app.saveFile(result.value.fileName, result.value.csv, 'text/csv;charset=utf-8');
    setExported(result.value);
  };
  const problem = () => {
    const refusal = command.refusal();
    return refusal && sentence(refusal);
  };
  return (
    <Dialog open title={text.exportTitle} closeWord={managerText.close} onClose={props.onClose}>
      <Show
        when={exported()}
        fallback={
          <form class={styles.form} onSubmit={submit}>
            <p>{text.exportText}</p>
            <PasswordField
              label={text.passcode}
              hint={text.passcodeHint}
              value={passcode()}
              onInput={setPasscode}
              autocomplete="current-password"
              showWord={sharedText.show}
              hideWord={sharedText.hide}
              error={problem()}
              autofocus
              ref={(input) => {
                field = input;
              }}
            />
            <div>
              <Button type="submit" variant="primary" busy={command.isPending() ? text.exporting : undefined}>
                {text.exportNow}
              </Button>
            </div>
          </form>
        }
      >
        {(done) => (
          <Notice kind="done" title={text.exported(done().count)}>
            {text.exportedText(done().fileName)}
          </Notice>
        )}
      </Show>
    </Dialog>
  );
}
