// The whole list as a file, behind the passcode once more: one step that cannot be taken back.

import { createSignal, Show } from 'solid-js';
import { importText as text } from '../../i18n/importList';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { Dialog } from '../../ui/Dialog';
import { PasscodeQuestion } from './PasscodeQuestion';
import { ResultNotice } from './ResultNotice';

type Exported = Extract<
  Awaited<ReturnType<ReturnType<typeof useManagerApp>['exportList']>>,
  { ok: true }
>['value'];

export function ExportListDialog(props: { readonly onClose: () => void }) {
  const app = useManagerApp();
  const [exported, setExported] = createSignal<Exported>();
  const save = (list: Exported) => {
    app.saveFile(list.fileName, list.csv, 'text/csv;charset=utf-8');
    setExported(list);
  };
  return (
    <Dialog open title={text.exportTitle} closeWord={managerText.close} onClose={props.onClose}>
      <Show
        when={exported()}
        fallback={
          <PasscodeQuestion
            perform={app.exportList}
            onDone={save}
            hint={managerText.passcodeAgain}
            goWord={text.exportNow}
            busyWord={text.exporting}
          >
            <p>{text.exportText}</p>
          </PasscodeQuestion>
        }
      >
        {(done) => (
          <ResultNotice kind="done" title={text.exported(done().count)}>
            {text.exportedText(done().fileName)}
          </ResultNotice>
        )}
      </Show>
    </Dialog>
  );
}
