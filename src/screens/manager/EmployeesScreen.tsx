// The employees: the way to everyone on the list, and what can be begun here: enrol one person, import a list.

import { Show } from 'solid-js';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { createMediaQuery } from '../../reactive/createMediaQuery';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { EmptyList } from '../../ui/illustrations/EmptyList';
import { paths } from '../paths';
import { EmployeeFinder } from './EmployeeFinder';
import styles from './EmployeesScreen.module.css';
import { ExportListButton } from './ExportListDialog';
import { ManagerPage } from './ManagerPage';
import { SamplePeopleButton } from './SamplePeopleButton';
import { createSelection } from './selection';

const text = managerText.list;

export default function EmployeesScreen() {
  const { employees } = useManagerApp();
  const hasAny = createLiveQuery(() => undefined, employees.any);
  const selection = createSelection();
  const isNarrow = createMediaQuery('(max-width: 40rem)');
  // While people are being chosen, only that is at hand.
  const canBegin = () => hasAny() && !selection.isOn();
  return (
    <ManagerPage
      title={text.title}
      actions={
        <Show when={canBegin()}>
          <Show when={!isNarrow()}>
            <WholeListActions />
          </Show>
          <Button variant="primary" href={paths.enrol}>
            {text.enrol}
          </Button>
        </Show>
      }
    >
      <Show when={hasAny() !== undefined}>
        <Show when={hasAny()} fallback={<NobodyYet />}>
          <EmployeeFinder selection={selection} />
          {/* Seldom done on a phone: there the people come first. */}
          <Show when={canBegin() && isNarrow()}>
            <div class={styles.below}>
              <WholeListActions />
            </div>
          </Show>
        </Show>
      </Show>
    </ManagerPage>
  );
}

function WholeListActions() {
  return (
    <>
      <ExportListButton />
      <Button href={paths.importList}>{text.import}</Button>
    </>
  );
}

function NobodyYet() {
  return (
    <EmptyState
      title={text.emptyTitle}
      picture={<EmptyList />}
      actions={
        <>
          <Button variant="primary" href={paths.enrol}>
            {text.enrolFirst}
          </Button>
          <Button href={paths.importList}>{text.import}</Button>
          <SamplePeopleButton />
        </>
      }
    >
      {text.emptyText}
    </EmptyState>
  );
}
