// Taking over a list, one step after the other: choose a file, check what would happen, let it run, read the report.

import { Match, Switch } from 'solid-js';
import { importText as text } from '../../i18n/importList';
import { createListImport, type ImportStage } from '../../reactive/createListImport';
import { Spinner } from '../../ui/Spinner';
import { ImportCheck } from './ImportCheck';
import { ImportChoose } from './ImportChoose';
import { ImportReportStep } from './ImportReportStep';
import { ImportRunning } from './ImportRunning';
import { ManagerPage } from './ManagerPage';

type StageOf<Step extends ImportStage['step']> = Extract<ImportStage, { step: Step }>;

export default function ImportScreen() {
  const { stage, choose, run, startOver } = createListImport();
  const at = <Step extends ImportStage['step']>(step: Step): StageOf<Step> | undefined => {
    const now = stage();
    return now.step === step ? (now as StageOf<Step>) : undefined;
  };
  return (
    <Switch>
      <Match when={at('choose')}>{(now) => <ImportChoose trouble={now().trouble} onFile={choose} />}</Match>
      <Match when={at('reading')}>
        <ManagerPage title={text.title}>
          <Spinner label={text.reading} />
        </ManagerPage>
      </Match>
      <Match when={at('check')}>
        {(now) => <ImportCheck check={now().check} onImport={run} onStartOver={startOver} />}
      </Match>
      <Match when={at('running')}>
        {(now) => (
          <ImportRunning
            progress={now().progress()}
            isStopping={now().isStopping()}
            onStop={() => now().stop()}
          />
        )}
      </Match>
      <Match when={at('report')}>
        {(now) => (
          <ImportReportStep
            report={now().report}
            onGoOn={() => void run(now().plan)}
            onStartOver={startOver}
          />
        )}
      </Match>
    </Switch>
  );
}
