// Enrols the person in front of the manager, and shows their login code right away where that is wanted.

import { useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { fullName } from '../../domain/employeeDetails';
import { type EmployeeId, parseEmployeeId } from '../../domain/ids';
import { sentence } from '../../i18n/failures';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { Notice } from '../../ui/Notice';
import { paths } from '../paths';
import { createEmployeeForm, EmployeeFields, focusFirstProblem } from './EmployeeFields';
import styles from './EnrolScreen.module.css';
import { type LoginCode, LoginCodeDialog } from './LoginCodeDialog';
import { ManagerPage } from './ManagerPage';

const text = managerText.enrol;

export default function EnrolScreen() {
  const app = useManagerApp();
  const navigate = useNavigate();
  const form = createEmployeeForm({});
  const [codeAtOnce, setCodeAtOnce] = createSignal(false);
  const [code, setCode] = createSignal<LoginCode>();
  const enrol = createCommand(app.enrol);
  const createCode = createCommand(app.createLoginCode);
  let element: HTMLFormElement | undefined;

  // Replaced, so that Back leads to the list and not to a form that is done.
  const openPage = (id: EmployeeId) =>
    navigate(paths.employee(id), { replace: true, state: { enrolled: true } });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const enrolled = await enrol.run(form.values);
    if (!enrolled) return;
    if (!enrolled.ok) return focusFirstProblem(element);
    if (!codeAtOnce()) return openPage(enrolled.value);
    const made = await createCode.run(enrolled.value);
    if (!made) return;
    if (made.ok) setCode(made.value);
    else openPage(enrolled.value);
  };
  const problems = () => {
    const refusal = enrol.refusal();
    return refusal?.type === 'employeeFormHasProblems' ? refusal.problems : {};
  };
  const isBusy = () => enrol.isPending() || createCode.isPending() || code() !== undefined;
  const someoneElse = () => {
    const id = parseEmployeeId(form.values.employeeId);
    return enrol.refusal()?.type === 'alreadyEnrolled' && id.ok ? id.value : undefined;
  };
  return (
    <ManagerPage title={text.title} back={{ href: paths.employees, word: text.back }} width="reading">
      <form ref={element} class={styles.form} novalidate onSubmit={submit}>
        <Show when={enrol.refusal()}>
          {(refusal) => (
            <Notice
              kind="danger"
              title={sentence(refusal())}
              actions={
                <Show when={someoneElse()}>
                  {(id) => <Button href={paths.employee(id())}>{text.seeThem}</Button>}
                </Show>
              }
            />
          )}
        </Show>
        <EmployeeFields form={form} problems={problems()} withEmployeeId />
        <div class={styles.end}>
          <Checkbox
            label={text.codeAtOnce}
            hint={text.codeAtOnceHint}
            checked={codeAtOnce()}
            onChange={setCodeAtOnce}
          />
          <Button type="submit" variant="primary" busy={isBusy() ? text.submitting : undefined}>
            {text.submit}
          </Button>
        </div>
      </form>
      <LoginCodeDialog
        code={code()}
        name={fullName(form.values)}
        onClose={() => {
          const closed = code();
          setCode(undefined);
          if (closed) openPage(closed.employeeId);
        }}
      />
    </ManagerPage>
  );
}
