// What is on the list about the person who is signed in, and about their account.

import LogOut from 'lucide-solid/icons/log-out';
import { Show } from 'solid-js';
import type { Employee } from '../../domain/employee';
import { fullName } from '../../domain/employeeDetails';
import type { EmployeeId } from '../../domain/ids';
import { meText as text } from '../../i18n/employee';
import { showCountry, showMoment, showPlainDate } from '../../i18n/format';
import { useApp } from '../../reactive/AppContext';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { Button } from '../../ui/Button';
import { type Definition, DefinitionList } from '../../ui/DefinitionList';
import { Notice } from '../../ui/Notice';
import { createHeading } from '../createHeading';
import { createWayBack } from '../kiosk/KioskContext';
import styles from './OwnDetails.module.css';

const row = (label: string, value: string | undefined): readonly Definition[] =>
  value === undefined || value === '' ? [] : [{ label, value }];

export function OwnDetails(props: {
  readonly employeeId: EmployeeId;
  readonly employee: Employee;
  /** In with a day pass, which ends then: whoever forgot their password cannot change it. */
  readonly passUntil: number | undefined;
  readonly hasChangedPassword: boolean;
  readonly onChangePassword: () => void;
  readonly onSignOut: () => void;
}) {
  const app = useApp();
  const heading = createHeading(() => text.documentTitle);
  createWayBack(() => 'none');
  const details = () => props.employee.details;
  const manager = createLiveQuery(
    () => details().lineManager,
    async (id) => (id === undefined ? undefined : app.queries.employee(id)),
  );
  const lineManager = () => {
    const id = details().lineManager;
    const found = manager();
    return id && found?.status === 'enrolled' ? text.lineManagerWithId(fullName(found.details), id) : id;
  };
  const onList = () => {
    const { startDate, country } = details();
    return [
      ...row(text.employeeId, props.employeeId),
      ...row(text.name, fullName(details())),
      ...row(text.department, details().department),
      ...row(text.jobTitle, details().jobTitle),
      ...row(text.lineManager, lineManager()),
      ...row(text.startDate, startDate && showPlainDate(startDate)),
      ...row(text.country, country && showCountry(country)),
      ...row(text.email, details().email),
      ...row(text.phone, details().phone),
    ];
  };
  const account = () => {
    const since = props.employee.passwordSetAt;
    return [
      ...row(text.personalEmail, props.employee.personalEmail),
      ...row(text.passwordSet, since === undefined ? undefined : showMoment(since)),
    ];
  };
  return (
    <div class={styles.me}>
      <header class={styles.head}>
        <h1 ref={heading} class={styles.title} tabindex="-1">
          {text.title(details().firstName || details().lastName)}
        </h1>
        <Button size="kiosk" icon={<LogOut />} onPress={props.onSignOut}>
          {text.signOut}
        </Button>
      </header>
      <Show when={props.hasChangedPassword}>
        <Notice kind="done" title={text.passwordChanged} />
      </Show>
      <div class={styles.parts}>
        <section class={styles.part}>
          <h2>{text.details}</h2>
          <DefinitionList rows={onList()} />
          <p class={styles.hint}>{text.detailsHint}</p>
        </section>
        <section class={styles.part}>
          <h2>{text.account}</h2>
          <DefinitionList rows={account()} />
          <Show
            when={props.passUntil}
            fallback={
              <div>
                <Button onPress={props.onChangePassword}>{text.changePassword}</Button>
              </div>
            }
          >
            {(until) => <p>{text.dayPass(until())}</p>}
          </Show>
        </section>
      </div>
    </div>
  );
}
