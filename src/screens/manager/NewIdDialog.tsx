// Two people under one ID: the one who does not stand on the list is enrolled under an ID of their own.

import { createEffect, createSignal, Show } from 'solid-js';
import { attentionText } from '../../i18n/attention';
import { sentence } from '../../i18n/failures';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import styles from './Attention.module.css';
import type { SettlingDialogProps } from './MergeDialog';

const text = attentionText.newId;

export function NewIdDialog(props: SettlingDialogProps) {
  const { attention } = useManagerApp();
  const [typed, setTyped] = createSignal('');
  const give = createCommand((newId: string) =>
    attention.giveNewId(props.told.employeeId, props.told.caseId, newId),
  );
  let field: HTMLInputElement | undefined;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = await give.run(typed());
    if (given?.ok) props.onDone(attentionText.settledWithId(props.told.otherName, given.value));
  };
  /** What is wrong with the ID is told at the field; what is wrong with the whole, above it. */
  const whole = () => {
    const refusal = give.refusal();
    const ofWhole = ['attentionSettled', 'sessionOver', 'thisTabletRevoked'];
    return refusal && ofWhole.includes(refusal.type) ? refusal : undefined;
  };
  const problem = () => {
    const refusal = give.refusal();
    return refusal && !whole() ? sentence(refusal) : undefined;
  };
  createEffect(() => {
    if (problem()) field?.focus();
  });
  return (
    <Dialog
      open
      title={text.title(props.told.otherName)}
      closeWord={managerText.close}
      onClose={props.onClose}
    >
      <p>{text.text(props.told.otherName, props.told.employeeId)}</p>
      <form class={styles.form} novalidate onSubmit={submit}>
        <Show when={whole()}>{(refusal) => <Notice kind="danger" title={sentence(refusal())} />}</Show>
        <Field
          label={text.field}
          hint={text.hint}
          look="code"
          value={typed()}
          onInput={setTyped}
          error={problem()}
          required
          autofocus
          enterKeyHint="done"
          maxLength={64}
          ref={(input) => {
            field = input;
          }}
        />
        <div class={styles.buttons}>
          <Button type="submit" variant="primary" busy={give.isPending() ? attentionText.busy : undefined}>
            {text.submit}
          </Button>
          <Button onPress={props.onClose}>{managerText.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
