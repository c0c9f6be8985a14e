// Employed or left: marking someone as left ends their account at once, so it is asked for in words.

import { createSignal, Show } from 'solid-js';
import type { Employee } from '../../domain/employee';
import { fullName } from '../../domain/employeeDetails';
import type { EmployeeId } from '../../domain/ids';
import { sentence } from '../../i18n/failures';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { DefinitionList } from '../../ui/DefinitionList';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import styles from './EmployeeScreen.module.css';

const text = managerText.employee;

export function EmploymentSection(props: { readonly id: EmployeeId; readonly employee: Employee }) {
  const app = useManagerApp();
  const [isLeaving, setIsLeaving] = createSignal(false);
  const bringBack = createCommand(app.bringBack);
  const left = () => {
    const { employment } = props.employee;
    return employment.status === 'left' ? employment : undefined;
  };
  return (
    <Section
      title={text.employment}
      actions={
        // One button for both, so that the focus has a place to come back to.
        <Button
          busy={bringBack.isPending() ? text.bringingBack : undefined}
          onPress={() => (left() ? void bringBack.run(props.id) : setIsLeaving(true))}
        >
          {left() ? text.bringBack : text.markAsLeft}
        </Button>
      }
    >
      <Show when={bringBack.refusal()}>
        {(refusal) => <Notice kind="danger" title={sentence(refusal())} />}
      </Show>
      <Show when={bringBack.state().status === 'done' && !left()}>
        <Notice kind="done" title={text.broughtBack} />
      </Show>
      <Show when={left()} fallback={<DefinitionList rows={[{ label: text.status, value: text.employed }]} />}>
        {(employment) => (
          <DefinitionList
            rows={[
              { label: text.status, value: text.left },
              {
                label: text.lastDay,
                value: text.leftOn(employment().lastDay, employment().recordedAt),
              },
            ]}
          />
        )}
      </Show>
      <Show when={isLeaving()}>
        <LeaveDialog id={props.id} employee={props.employee} onClose={() => setIsLeaving(false)} />
      </Show>
    </Section>
  );
}

function LeaveDialog(props: {
  readonly id: EmployeeId;
  readonly employee: Employee;
  readonly onClose: () => void;
}) {
  const app = useManagerApp();
  const [lastDay, setLastDay] = createSignal('');
  const leave = createCommand((id: EmployeeId) => app.markAsLeft(id, lastDay()));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const done = await leave.run(props.id);
    if (done?.ok) props.onClose();
  };
  const problem = () => {
    const refusal = leave.refusal();
    return refusal && sentence(refusal);
  };
  return (
    <Dialog
      open
      title={text.markAsLeftTitle(fullName(props.employee.details))}
      closeWord={managerText.close}
      onClose={props.onClose}
    >
      <p>{text.markAsLeftText}</p>
      <form class={styles.form} novalidate onSubmit={submit}>
        <Field
          label={text.lastDay}
          kind="date"
          value={lastDay()}
          onInput={setLastDay}
          hint={text.lastDayHint}
          optionalWord={managerText.optional}
          error={problem()}
        />
        <div class={styles.buttons}>
          <Button type="submit" variant="danger" busy={leave.isPending() ? text.markingAsLeft : undefined}>
            {text.markAsLeft}
          </Button>
          <Button onPress={props.onClose}>{managerText.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
