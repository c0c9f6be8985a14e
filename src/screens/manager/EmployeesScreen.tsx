// The employees: the way to everyone on the list, and what can be begun here: enrol one person, import a list.

import Download from 'lucide-solid/icons/download';
import { createSignal, Show } from 'solid-js';
import { importText } from '../../i18n/importList';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { EmptyList } from '../../ui/illustrations/EmptyList';
import { paths } from '../paths';
import { EmployeeFinder } from './EmployeeFinder';
import styles from './EmployeesScreen.module.css';
import { ExportListDialog } from './ExportListDialog';
import { ManagerPage } from './ManagerPage';
import { SamplePeopleButton } from './SamplePeopleButton';
import { createSelection } from './selection';

const text = managerText.list;

export default function EmployeesScreen() {
  const { employees } = useManagerApp();
  const hasAny = createLiveQuery(() => undefined, employees.any);
  const selection = createSelection();
  const [isExporting, setIsExporting] = createSignal(false);
  // While people are being chosen, only that is at hand.
  const canBegin = () => hasAny() && !selection.isOn();
  return (
    <ManagerPage
      title={text.title}
      actions={
        <Show when={canBegin()}>
          <div class={styles.above}>
            <WholeListActions onExport={() => setIsExporting(true)} />
          </div>
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
          <Show when={canBegin()}>
            <div class={styles.below}>
              <WholeListActions onExport={() => setIsExporting(true)} />
            </div>
          </Show>
        </Show>
      </Show>
      <Show when={isExporting()}>
        <ExportListDialog onClose={() => setIsExporting(false)} />
      </Show>
    </ManagerPage>
  );
}

function WholeListActions(props: { readonly onExport: () => void }) {
  return (
    <>
      <Button icon={<Download />} onPress={props.onExport}>
        {importText.export}
      </Button>
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
