// One person: who they are, whether a login code can be made for them, and the one thing one comes here for: making it.

import { useLocation, useNavigate, useParams } from '@solidjs/router';
import { onMount, Show } from 'solid-js';
import type { Employee } from '../../domain/employee';
import { fullName, isOfflineEmployee } from '../../domain/employeeDetails';
import { type EmployeeId, parseEmployeeId } from '../../domain/ids';
import { attentionText } from '../../i18n/attention';
import { codesText } from '../../i18n/codes';
import { managerText } from '../../i18n/manager';
import { useApp, useManagerApp } from '../../reactive/AppContext';
import { createLiveRecords } from '../../reactive/createLiveRecords';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { EmptyList } from '../../ui/illustrations/EmptyList';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import { StatusBadge } from '../../ui/StatusBadge';
import { employeeIn, paths } from '../paths';
import { ActivityList } from './ActivityList';
import { accountBadge } from './accountBadge';
import { DayPassSection } from './DayPassSection';
import { EmployeeDetailsSection } from './EmployeeDetailsSection';
import styles from './EmployeeScreen.module.css';
import { EmploymentSection } from './EmploymentSection';
import { LoginCodeSection } from './LoginCodeSection';
import { backToList } from './listPlace';
import { ManagerPage } from './ManagerPage';

const text = managerText.employee;
const ACTIVITY_SHOWN = 5;

/** What stands in the address, as an Employee ID; anything else is nobody's. */
function readId(encoded: string | undefined): EmployeeId | undefined {
  try {
    const id = parseEmployeeId(employeeIn(encoded ?? ''));
    return id.ok ? id.value : undefined;
  } catch {
    return undefined;
  }
}

export default function EmployeeScreen() {
  const params = useParams<{ employeeId: string }>();
  const { employees } = useManagerApp();
  const answer = createLiveRecords(
    () => readId(params.employeeId),
    async (id) => ({ id, state: id && (await employees.states([id])).get(id) }),
    'id',
  );
  const employee = (): Employee | undefined => {
    const state = answer()?.state;
    return state?.status === 'enrolled' ? state : undefined;
  };
  return (
    <Show when={answer()}>
      {(loaded) => (
        <Show when={employee()} fallback={<Unknown id={params.employeeId} />}>
          {(known) => (
            // Another person is another page: nothing that was opened for the one before stays open.
            <Show when={loaded().id} keyed>
              {(id) => <Person id={id} employee={known()} />}
            </Show>
          )}
        </Show>
      )}
    </Show>
  );
}

function Unknown(props: { readonly id: string }) {
  return (
    <ManagerPage title={text.unknownTitle} back={{ href: paths.employees, word: text.back }}>
      <EmptyState
        title={text.unknownText(readId(props.id) ?? props.id)}
        picture={<EmptyList />}
        actions={<Button href={paths.employees}>{text.unknownAction}</Button>}
      />
    </ManagerPage>
  );
}

function Person(props: { readonly id: EmployeeId; readonly employee: Employee }) {
  const app = useApp();
  const location = useLocation<{ enrolled?: boolean }>();
  const navigate = useNavigate();
  const wasEnrolledNow = location.state?.enrolled === true;
  // Said once: coming back or reloading does not say it again.
  onMount(() => {
    if (wasEnrolledNow) navigate(location.pathname, { replace: true, scroll: false, resolve: false });
  });
  const goBack = backToList();
  const name = () => fullName(props.employee.details);
  const badge = () => accountBadge(props.employee, app.now());
  return (
    <ManagerPage
      title={name()}
      titleIsName
      windowTitle={text.windowTitle}
      back={{ href: paths.employees, word: text.back, go: goBack }}
      intro={
        <span class={styles.intro}>
          <bdi dir="ltr" class={styles.id}>
            {props.id}
          </bdi>
          <StatusBadge kind={badge().kind} word={badge().word} />
          <Show when={isOfflineEmployee(props.employee.details)}>
            <span>{text.noEmail}</span>
          </Show>
        </span>
      }
    >
      <Show when={wasEnrolledNow}>
        <Notice
          kind="done"
          title={text.enrolledNow(name())}
          actions={<Button href={paths.enrol}>{text.enrolAnother}</Button>}
        />
      </Show>
      <Show when={props.employee.isProvisional}>
        <Notice kind="info" title={codesText.provisionalTitle}>
          {codesText.provisional}
        </Notice>
      </Show>
      <Show when={props.employee.attention[0]}>
        {(oldest) => (
          <Notice
            kind="wait"
            title={attentionText.onCard.title(props.employee.attention.length)}
            actions={<Button href={paths.attentionCase(oldest().caseId)}>{attentionText.onCard.open}</Button>}
          >
            {attentionText.onCard.text}
          </Notice>
        )}
      </Show>
      <div class={styles.columns}>
        <div class={styles.column}>
          <LoginCodeSection id={props.id} employee={props.employee} />
          <DayPassSection id={props.id} employee={props.employee} />
        </div>
        <div class={styles.column}>
          <EmployeeDetailsSection id={props.id} employee={props.employee} />
          <EmploymentSection id={props.id} employee={props.employee} />
          <Section
            title={text.activity}
            actions={
              <a href={`${paths.activity}?employee=${encodeURIComponent(props.id)}`}>{text.allActivity}</a>
            }
          >
            <ActivityList employeeId={props.id} atMost={ACTIVITY_SHOWN} />
          </Section>
        </div>
      </div>
    </ManagerPage>
  );
}
