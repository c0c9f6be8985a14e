// The last step of an import: what became of the list, to look at, to take along, and the ways on.

import { fullName } from '../../domain/employeeDetails';
import { reportToTable } from '../../domain/exportList';
import { countOutcomes } from '../../domain/importOutcome';
import { outcomeWord, rowReason, importText as text } from '../../i18n/importList';
import { ok } from '../../kernel/result';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import type { ImportReport } from '../../reactive/createListImport';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import { ProgressBar } from '../../ui/ProgressBar';
import { paths } from '../paths';
import { ImportedRows } from './ImportedRows';
import styles from './ImportScreen.module.css';
import { ManagerPage } from './ManagerPage';

export interface ImportReportStepProps {
  readonly report: ImportReport;
  /** Takes up a stopped import again. */
  readonly onGoOn: () => void;
  readonly onStartOver: () => void;
}

export function ImportReportStep(props: ImportReportStepProps) {
  const app = useManagerApp();
  const counts = () => countOutcomes(props.report.outcomes);
  const total = () => props.report.rows.length;
  const done = () => total() - counts()['not reached'];
  const isFinished = () => props.report.end === 'finished';
  const title = () => (isFinished() ? text.finished : text.stopped);
  const download = createCommand(async (report: ImportReport) => {
    await app.saveTable(text.reportFile(report.fileName), toTable(report));
    return ok(undefined);
  });
  return (
    <ManagerPage
      title={title()}
      intro={text.file(props.report.fileName, total())}
      actions={
        <>
          <Button onPress={props.onStartOver}>{text.importAnother}</Button>
          <Button variant={isFinished() ? 'primary' : 'secondary'} href={paths.employees}>
            {text.toEmployees}
          </Button>
        </>
      }
    >
      <div class={styles.verdict}>
        <ProgressBar
          label={text.progress}
          value={done()}
          max={total()}
          valueText={text.howFar(done(), total())}
        />
        <Notice
          kind={isFinished() ? 'done' : 'wait'}
          title={text.counted(counts())}
          actions={
            isFinished() ? undefined : (
              <Button variant="primary" onPress={props.onGoOn}>
                {text.resume}
              </Button>
            )
          }
        >
          {isFinished() ? undefined : text.goOn}
        </Notice>
        <div>
          <Button
            busy={download.isPending() ? text.download : undefined}
            onPress={() => void download.run(props.report)}
          >
            {text.download}
          </Button>
        </div>
      </div>
      <Section title={text.rows}>
        <ImportedRows rows={props.report.rows} outcomes={props.report.outcomes} isDone />
      </Section>
    </ManagerPage>
  );
}

const headings = {
  line: text.row,
  employeeId: text.employeeId,
  name: text.name,
  outcome: text.outcome,
  reason: text.reason,
};

function toTable({ rows, outcomes }: ImportReport): string[][] {
  return reportToTable(
    headings,
    rows.flatMap((row, place) => {
      const outcome = outcomes[place];
      if (!outcome) return [];
      return {
        line: row.line,
        employeeId: row.employeeId,
        name: row.kind === 'person' ? fullName(row.details) : row.name,
        outcome: outcomeWord[outcome.kind][1],
        reason: rowReason(row, outcome, true),
      };
    }),
  );
}
