// What is on the list about a person, and changing it.

import { createSignal, Show } from 'solid-js';
import type { Employee } from '../../domain/employee';
import type { EmployeeId } from '../../domain/ids';
import { sentence } from '../../i18n/failures';
import { showCountry, showPlainDate } from '../../i18n/format';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { type Definition, DefinitionList } from '../../ui/DefinitionList';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import { createEmployeeForm, EmployeeFields, focusFirstProblem } from './EmployeeFields';
import styles from './EmployeeScreen.module.css';
import { LineManager } from './LineManager';

const text = managerText.employee;
const field = managerText.form;

function definitions({ details, account, passwordSetAt, personalEmail }: Employee): Definition[] {
  const { lineManager } = details;
  const isSet = account.status === 'active' && passwordSetAt !== undefined;
  const rows: Definition[] = [
    { label: field.firstName, value: details.firstName },
    { label: field.lastName, value: details.lastName },
    { label: field.email, value: details.email ?? text.noEmail },
    { label: field.department, value: details.department },
    { label: field.jobTitle, value: details.jobTitle },
    { label: field.phone, value: details.phone },
    { label: field.country, value: details.country && showCountry(details.country) },
    {
      label: text.lineManager,
      value: lineManager && <LineManager id={lineManager} />,
    },
    { label: field.startDate, value: details.startDate && showPlainDate(details.startDate) },
    // A single dot stands for a password: not even its length is known.
    { label: text.password, value: isSet ? `• ${text.passwordSet(passwordSetAt)}` : text.noPassword },
    ...(personalEmail === undefined ? [] : [{ label: text.personalEmail, value: personalEmail }]),
  ];
  return rows.map(({ label, value }) => ({ label, value: value || text.notKnown }));
}

export function EmployeeDetailsSection(props: { readonly id: EmployeeId; readonly employee: Employee }) {
  const [isEditing, setIsEditing] = createSignal(false);
  return (
    <Section title={text.details} actions={<Button onPress={() => setIsEditing(true)}>{text.edit}</Button>}>
      <DefinitionList rows={definitions(props.employee)} />
      <Show when={isEditing()}>
        <EditDialog id={props.id} employee={props.employee} onClose={() => setIsEditing(false)} />
      </Show>
    </Section>
  );
}

function EditDialog(props: {
  readonly id: EmployeeId;
  readonly employee: Employee;
  readonly onClose: () => void;
}) {
  const app = useManagerApp();
  const form = createEmployeeForm(props.employee.details);
  const change = createCommand((id: EmployeeId) => app.change(id, form.over(props.employee.details)));
  let element: HTMLFormElement | undefined;
  const formId = 'edit-details';
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const changed = await change.run(props.id);
    if (changed?.ok) props.onClose();
    else focusFirstProblem(element);
  };
  const problems = () => {
    const refusal = change.refusal();
    return refusal?.type === 'employeeFormHasProblems' ? refusal.problems : {};
  };
  return (
    <Dialog open title={text.editTitle} closeWord={managerText.close} width="wide" onClose={props.onClose}>
      <form ref={element} id={formId} class={styles.form} novalidate onSubmit={submit}>
        <Show when={change.refusal()}>
          {(refusal) => <Notice kind="danger" title={sentence(refusal())} />}
        </Show>
        <EmployeeFields form={form} problems={problems()} withEmployeeId={false} />
        <div class={styles.buttons}>
          <Button type="submit" variant="primary" busy={change.isPending() ? text.saving : undefined}>
            {text.save}
          </Button>
          <Button onPress={props.onClose}>{managerText.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
