// A day pass on an employee's page: giving one, and ending the one that is out.

import { createSignal, Show } from 'solid-js';
import type { Employee } from '../../domain/employee';
import { fullName } from '../../domain/employeeDetails';
import type { EmployeeId } from '../../domain/ids';
import { accountStatus } from '../../domain/readiness';
import { codesText } from '../../i18n/codes';
import { sentence } from '../../i18n/failures';
import { useApp, useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import { DayPassDialog } from './DayPassDialog';
import styles from './EmployeeScreen.module.css';

const text = codesText.pass;

export function DayPassSection(props: { readonly id: EmployeeId; readonly employee: Employee }) {
  const app = useApp();
  const { endDayPass } = useManagerApp();
  const [isGiving, setIsGiving] = createSignal(false);
  const end = createCommand(endDayPass);
  const out = () => {
    const { dayPass } = props.employee;
    return dayPass && app.now() < dayPass.expiresAt ? dayPass : undefined;
  };
  return (
    <Section title={text.title}>
      <div class={styles.code}>
        <p class={styles.soft}>{text.intro}</p>
        <Show when={out()}>{(pass) => <p>{text.out(pass().expiresAt)}</p>}</Show>
        <Show when={end.refusal()}>{(refusal) => <Notice kind="danger" title={sentence(refusal())} />}</Show>
        <div class={styles.buttons}>
          <Button
            reason={accountStatus(props.employee) === 'active' ? undefined : text.noPassword}
            onPress={() => setIsGiving(true)}
          >
            {text.give}
          </Button>
          <Show when={out()}>
            <Button busy={end.isPending() ? text.ending : undefined} onPress={() => end.run(props.id)}>
              {text.end}
            </Button>
          </Show>
        </div>
      </div>
      <Show when={isGiving()}>
        <DayPassDialog
          id={props.id}
          name={fullName(props.employee.details)}
          onClose={() => setIsGiving(false)}
        />
      </Show>
    </Section>
  );
}
