// A tablet that joins receives everything there is. This says how far it is and what is in the way; it takes no part in it,
// so it can be closed and opened again.

import { Match, Show, Switch } from 'solid-js';
import { backupText } from '../../i18n/backup';
import { joinText } from '../../i18n/join';
import { anySentence } from '../../i18n/syncFailures';
import { useApp } from '../../reactive/AppContext';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { createSyncSummary, createSyncView } from '../../reactive/createSync';
import { Button } from '../../ui/Button';
import { TabletAtGate } from '../../ui/illustrations/TabletAtGate';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { Notice } from '../../ui/Notice';
import { ProgressBar } from '../../ui/ProgressBar';
import { createHeading } from '../createHeading';
import { paths } from '../paths';

const text = joinText.progress;

export function JoinProgress() {
  const app = useApp();
  const view = createSyncView();
  const summary = createSyncSummary(view);
  const heading = createHeading(() => text.title);
  const organisation = createLiveQuery(
    () => undefined,
    () => app.queries.organisation(),
  );
  const pull = () => {
    const now = view();
    return now.status === 'on' ? now.state.pull : undefined;
  };
  const moving = () => {
    const lane = pull();
    return lane?.status === 'moving' || lane?.status === 'takingIn' ? lane : undefined;
  };
  const trouble = () => {
    const told = summary();
    return told && 'trouble' in told ? told.trouble : undefined;
  };
  const howFar = ({ status, done, of }: NonNullable<ReturnType<typeof moving>>) =>
    of === undefined ? text.counting : (status === 'moving' ? text.parts : text.share)(done, of);
  const again = () => (
    <Button variant="primary" size="kiosk" wide onPress={() => void app.sync.now()}>
      {text.again}
    </Button>
  );
  return (
    <KioskQuestion title={text.title} titleRef={heading} intro={text.intro} picture={<TabletAtGate />}>
      <Show when={moving()}>
        {(lane) => (
          <ProgressBar
            label={lane().status === 'moving' ? text.received : text.takenIn}
            value={lane().of === undefined ? undefined : lane().done}
            max={lane().of ?? 1}
            valueText={howFar(lane())}
          />
        )}
      </Show>
      <Switch>
        <Match when={trouble()}>
          {(now) => (
            <>
              <Notice kind="wait" title={text.troubleTitle} announce="status">
                {anySentence(now())}
              </Notice>
              {again()}
            </>
          )}
        </Match>
        {/* All that was there is here, and the organisation is not among it. */}
        <Match when={pull()?.status === 'settled' && organisation()?.status === 'unfounded'}>
          <Notice kind="wait" title={text.nothingTitle} announce="status">
            {text.nothing}
          </Notice>
          {again()}
        </Match>
      </Switch>
      <p>{text.leave}</p>
      <Show when={trouble()}>
        <p>
          <a href={paths.restore}>{backupText.restore.instead}</a>
        </p>
      </Show>
    </KioskQuestion>
  );
}
