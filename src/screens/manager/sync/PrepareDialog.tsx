// Asks once for the name and the password of a CouchDB administrator, has the database prepared, and forgets them: they
// are in this dialog only, and gone with it.

import { createSignal, Show } from 'solid-js';
import { connectionText } from '../../../i18n/connection';
import { managerText } from '../../../i18n/manager';
import { anySentence } from '../../../i18n/syncFailures';
import { useManagerApp } from '../../../reactive/AppContext';
import { createCommand } from '../../../reactive/createCommand';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Field } from '../../../ui/Field';
import { Notice } from '../../../ui/Notice';
import { SecretField } from '../../SecretField';
import settings from '../SettingsScreen.module.css';
import type { Connection, ConnectionRefusal, Prepared } from './connectionAsked';

const text = connectionText.prepare;

export function PrepareDialog(props: {
  readonly form: Connection;
  readonly onClose: () => void;
  readonly onPrepared: (prepared: Prepared) => void;
  /** What is wrong is not in this dialog. */
  readonly onFormRefused: (refusal: ConnectionRefusal) => void;
}) {
  const { sync } = useManagerApp();
  const [name, setName] = createSignal('');
  const [password, setPassword] = createSignal('');
  const prepare = createCommand((form: Connection) =>
    sync.prepare(form, { name: name(), password: password() }),
  );
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const prepared = await prepare.run(props.form);
    if (!prepared) return;
    if (prepared.ok) props.onPrepared(prepared.value);
    else if (prepared.error.type === 'addressHasProblems') props.onFormRefused(prepared.error);
  };
  return (
    <Dialog open title={text.title} closeWord={managerText.close} onClose={props.onClose}>
      <p>{text.text}</p>
      <p class={settings.soft}>{text.forgotten}</p>
      <form class={settings.form} onSubmit={submit} noValidate>
        <Field label={text.name} value={name()} onInput={setName} autofocus required />
        <SecretField label={text.password} value={password()} onInput={setPassword} required />
        <Show when={prepare.refusal()}>
          {(refusal) => <Notice kind="danger" title={anySentence(refusal())} />}
        </Show>
        <div>
          <Button type="submit" variant="primary" busy={prepare.isPending() ? text.busy : undefined}>
            {text.go}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
