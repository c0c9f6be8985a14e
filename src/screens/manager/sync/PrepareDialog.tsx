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
import { focusFirstProblem } from '../EmployeeFields';
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
  const [isAsked, setIsAsked] = createSignal(false);
  let element: HTMLFormElement | undefined;
  const nameProblem = () => {
    if (isAsked() && name() === '') return text.nameMissing;
    const refusal = prepare.refusal();
    return refusal?.type === 'memberAsAdmin' ? anySentence(refusal) : undefined;
  };
  const passwordProblem = () => (isAsked() && password() === '' ? text.passwordMissing : undefined);
  /** What belongs to no field. */
  const otherRefusal = () => {
    const refusal = prepare.refusal();
    return refusal?.type === 'memberAsAdmin' ? undefined : refusal;
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setIsAsked(true);
    if (name() === '' || password() === '') {
      prepare.reset();
      return focusFirstProblem(element);
    }
    const prepared = await prepare.run(props.form);
    if (!prepared) return;
    if (prepared.ok) props.onPrepared(prepared.value);
    else if (prepared.error.type === 'addressHasProblems') props.onFormRefused(prepared.error);
    else focusFirstProblem(element);
  };
  return (
    <Dialog open title={text.title} closeWord={managerText.close} onClose={props.onClose}>
      <p>{text.text}</p>
      <p class={settings.soft}>{text.forgotten}</p>
      <form ref={element} class={settings.form} onSubmit={submit} noValidate>
        <Field label={text.name} error={nameProblem()} value={name()} onInput={setName} autofocus required />
        <SecretField
          label={text.password}
          error={passwordProblem()}
          value={password()}
          onInput={setPassword}
          required
        />
        <Show when={otherRefusal()}>
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
