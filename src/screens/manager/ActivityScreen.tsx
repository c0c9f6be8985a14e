// Who did what, when, newest first; all of it, or what concerns one employee.

import { useSearchParams } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { parseEmployeeId } from '../../domain/ids';
import { activityText } from '../../i18n/activity';
import { sentence } from '../../i18n/failures';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { ActivityList } from './ActivityList';
import styles from './ActivityScreen.module.css';
import { ManagerPage } from './ManagerPage';
import { oneParam } from './searchParam';

const text = activityText;

export default function ActivityScreen() {
  const [params, setParams] = useSearchParams<{ employee: string }>();
  const [typed, setTyped] = createSignal(oneParam(params.employee));
  const [problem, setProblem] = createSignal<string>();
  const employeeId = () => {
    const id = parseEmployeeId(oneParam(params.employee));
    return id.ok ? id.value : undefined;
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const id = parseEmployeeId(typed());
    setProblem(id.ok ? undefined : sentence(id.error));
    if (id.ok) setParams({ employee: id.value });
  };
  const showAll = () => {
    setTyped('');
    setProblem(undefined);
    setParams({ employee: '' });
  };
  return (
    <ManagerPage title={text.title} intro={text.intro}>
      <form class={styles.filter} onSubmit={submit}>
        <Field
          label={text.filter}
          hint={text.filterHint}
          look="code"
          value={typed()}
          onInput={setTyped}
          error={problem()}
          enterKeyHint="go"
        />
        <div class={styles.buttons}>
          <Button type="submit">{text.show}</Button>
          <Show when={employeeId()}>
            <Button onPress={showAll}>{text.showAll}</Button>
          </Show>
        </div>
      </form>
      <Show when={employeeId()} keyed fallback={<ActivityList />}>
        {(id) => <ActivityList employeeId={id} />}
      </Show>
    </ManagerPage>
  );
}
