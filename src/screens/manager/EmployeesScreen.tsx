// The employees: the way to everyone on the list, and what can be begun here: enrol one person, import a list.

import { Show } from 'solid-js';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { EmptyList } from '../../ui/illustrations/EmptyList';
import { paths } from '../paths';
import { EmployeeFinder } from './EmployeeFinder';
import { ExportListButton } from './ExportListDialog';
import { ManagerPage } from './ManagerPage';
import { SamplePeopleButton } from './SamplePeopleButton';
import { createSelection } from './selection';

const text = managerText.list;

export default function EmployeesScreen() {
  const { employees } = useManagerApp();
  const hasAny = createLiveQuery(() => undefined, employees.any);
  const selection = createSelection();
  return (
    <ManagerPage
      title={text.title}
      actions={
        // While people are being chosen, only that is at hand.
        <Show when={hasAny() && !selection.isOn()}>
          <ExportListButton />
          <Button href={paths.importList}>{text.import}</Button>
          <Button variant="primary" href={paths.enrol}>
            {text.enrol}
          </Button>
        </Show>
      }
    >
      <Show when={hasAny() !== undefined}>
        <Show when={hasAny()} fallback={<NobodyYet />}>
          <EmployeeFinder selection={selection} />
        </Show>
      </Show>
    </ManagerPage>
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
