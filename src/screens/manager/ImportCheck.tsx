// The second step of an import: how the list was read, and what would happen to each row. Nothing is written yet.

import { Show } from 'solid-js';
import { countEffective, countMarked, countOutcomes } from '../../domain/importOutcome';
import { importText as text } from '../../i18n/importList';
import type { ImportPlan, ListCheck } from '../../reactive/createListImport';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import { Spinner } from '../../ui/Spinner';
import { ImportColumns } from './ImportColumns';
import { ImportedRows } from './ImportedRows';
import styles from './ImportScreen.module.css';
import { ManagerPage } from './ManagerPage';

export interface ImportCheckProps {
  readonly check: ListCheck;
  readonly onImport: (plan: ImportPlan) => void;
  readonly onStartOver: () => void;
}

export function ImportCheck(props: ImportCheckProps) {
  const missing = () => props.check.missing();
  return (
    <ManagerPage
      title={text.check}
      intro={text.file(props.check.fileName, props.check.rowCount)}
      actions={<Button onPress={props.onStartOver}>{text.another}</Button>}
    >
      <Show
        when={missing().length === 0}
        fallback={
          <div class={styles.verdict}>
            <Notice kind="wait" title={text.missing.title(missing())} announce="alert">
              {text.missing.text}
            </Notice>
          </div>
        }
      >
        <Show when={props.check.plan()} fallback={<Spinner label={text.checking} />}>
          {(plan) => (
            <Verdict
              plan={plan()}
              isChecking={props.check.isChecking()}
              onImport={() => props.onImport(plan())}
            />
          )}
        </Show>
      </Show>
      <Section title={text.columns}>
        <ImportColumns check={props.check} />
      </Section>
      <Show when={props.check.plan()}>
        {(plan) => (
          <Section title={text.rows}>
            <ImportedRows rows={plan().rows} outcomes={plan().outcomes} isDone={false} />
          </Section>
        )}
      </Show>
    </ManagerPage>
  );
}

/** What the dry run comes to, and the way on. */
function Verdict(props: {
  readonly plan: ImportPlan;
  readonly isChecking: boolean;
  readonly onImport: () => void;
}) {
  const counts = () => countOutcomes(props.plan.outcomes);
  const effective = () => countEffective(props.plan.outcomes);
  const marked = () => countMarked(props.plan.outcomes);
  const isHopeless = () => counts().wrong === props.plan.rows.length;
  return (
    <div class={styles.verdict}>
      <p class={styles.planned} aria-live="polite">
        {text.planned(counts())}
      </p>
      <Show when={marked()}>
        {(count) => (
          <Notice kind="wait" title={text.marked(count())} announce="off">
            {text.seeMarked}
          </Notice>
        )}
      </Show>
      <Show when={counts().wrong}>
        {(count) => (
          <Notice kind="danger" title={text.wrong(count())} announce="off">
            {text.wrongText}
          </Notice>
        )}
      </Show>
      <Show when={effective() === 0 && !isHopeless()}>
        <Notice kind="done" title={text.nothingToDo} announce="off" />
      </Show>
      <div>
        <Button
          variant="primary"
          busy={props.isChecking ? text.checking : undefined}
          reason={isHopeless() ? text.nobodyToImport : undefined}
          onPress={props.onImport}
        >
          {isHopeless() ? text.importNothing : effective() > 0 ? text.import(effective()) : text.importAgain}
        </Button>
      </div>
    </div>
  );
}
